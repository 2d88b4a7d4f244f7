"""Opening the database, SQLite or PostgreSQL, so that nothing is lost; and its tables at their newest version."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool

from bot.storage.writer import DatabaseAway

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # a commit is on the disk before it is believed
    "secure_delete=ON",  # what is deleted is overwritten, not only unlinked
    "busy_timeout=10000",
)


def open_database(file: Path) -> Engine:
    """An engine with one connection for one writer; the file is readable by its owner only."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    engine = create_engine(
        f"sqlite:///{file}", poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, so that savepoints work
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_postgresql(url: str) -> Engine:
    """An engine with one connection for one writer, made anew when it breaks; `url` as in `DATABASE_URL`."""
    address = make_url(url).set(drivername="postgresql+psycopg")
    return create_engine(
        address, pool_size=1, max_overflow=0, connect_args={"connect_timeout": 10}, hide_parameters=True
    )


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest version; does nothing if they are."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", os.fspath(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def truncate_log(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, so that nothing of what was deleted remains in it.

    What PostgreSQL keeps of deleted rows, and for how long, is its operator's to say (VACUUM, archived logs).
    Raises `DatabaseAway` while somebody else is reading the database: then it still holds what it held.
    """
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise DatabaseAway("somebody else is reading it")
