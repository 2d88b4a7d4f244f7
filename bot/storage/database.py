"""Opening the database, SQLite or PostgreSQL, so that nothing is lost; and its tables at their newest version."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, StaticPool

from bot.storage.glance import reading
from bot.storage.lock import MIGRATING, OPENING, hold_database
from bot.storage.tables import metadata
from bot.storage.trouble import DatabaseAway
from bot.storage.versions import MIGRATIONS, known, make_new, versions_of

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # a commit is on the disk before it is believed
    "secure_delete=ON",  # what is deleted is overwritten, not only unlinked
    "busy_timeout=10000",
)


NETWORK = {
    "connect_timeout": 10,
    # Seconds, and milliseconds: a connection that leads nowhere any more is noticed within half a minute.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 4,
    "tcp_user_timeout": 30_000,
}

BEGIN = "BEGIN IMMEDIATE"

NEWER = "the database was written by a newer version of this bot: start that version again"


class WrongDatabase(Exception):
    """One line: the database is there, and this version of the bot cannot work with it."""


def open_database(file: Path) -> Engine:
    """An engine with one connection for one writer; the file is readable by its owner only."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.touch(mode=0o600)
    # The path goes to SQLite as it is: in an address, a "?" or "#" in a folder's name would mean something else.
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(file.absolute(), check_same_thread=False),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN itself, so that savepoints work
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # As the driver says it: by way of SQLAlchemy it costs a third of a commit.
        try:
            connection.connection.dbapi_connection.execute(BEGIN)
        except sqlite3.OperationalError as error:
            raise OperationalError(BEGIN, None, error) from error

    return engine


def look_into(file: Path) -> Engine | None:
    """An engine that only reads, makes no file and needs no lock; None if there is no database, or an empty file."""
    file = file.absolute()
    if not file.exists() or not file.stat().st_size:
        return None
    return reading(file)


def open_postgresql(url: str, at_work: bool = False) -> Engine:
    """An engine with one connection for one writer, made anew when it breaks; `url` as in `DATABASE_URL`.

    Who is `at_work` says so with every connection, before anything else is said over it: connecting raises `InUse`
    while a bot is there that must be alone.
    """
    address = make_url(url).set(drivername="postgresql+psycopg")
    name = {"application_name": f"second opinion {secrets.token_hex(8)}"} if at_work else {}
    engine = create_engine(address, pool_size=1, max_overflow=0, connect_args=NETWORK | name, hide_parameters=True)
    if at_work:

        @event.listens_for(engine, "do_connect")
        def _connect(dialect: Any, _: Any, arguments: Any, parameters: Any) -> Any:
            connection = dialect.connect(*arguments, **parameters)
            try:
                hold_database(connection)
            except BaseException:
                connection.close()
                raise
            return connection

    return engine


@contextmanager
def opening(url: str) -> Iterator[None]:
    """One after another of those who start: what is new is marked once. Over SQLite there is no other."""
    if not url:
        yield
        return
    address = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(
        address, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=NETWORK, hide_parameters=True
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({OPENING})")
        yield


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest version, one at a time of all who try; does nothing if they are.

    Raises `WrongDatabase` if they are of a newer version, or not ours.
    """
    with engine.begin() as connection:
        bring_to(connection, "head")


def bring_to(connection: Connection, revision: str) -> None:
    """Bring the tables to a version, in the transaction that is open. Raises `WrongDatabase`."""
    if connection.dialect.name == "postgresql":  # SQLite lets one write at a time anyway
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
    require_ours(connection)
    found, newest = versions_of(connection), known()[-1]
    if revision in ("head", newest):
        if found == (newest,):
            return
        if not found:
            make_new(connection)
            return
    _migrate(connection, revision)


def _migrate(connection: Connection, revision: str) -> None:
    from alembic import command  # some megabytes, and seldom needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", os.fspath(MIGRATIONS).replace("%", "%%"))  # it fills in what follows a %
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def require_ours(connection: Connection) -> None:
    """Raise `WrongDatabase` unless the database is empty, or holds our tables in a version that we know."""
    versions = versions_of(connection)
    if not set(known()).issuperset(versions):
        raise WrongDatabase(NEWER)
    if not versions and metadata.tables.keys() & set(inspect(connection).get_table_names()):
        raise WrongDatabase("the database holds tables of another program: give the bot a database of its own")


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
