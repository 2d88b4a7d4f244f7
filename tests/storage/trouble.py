"""Real trouble with a real database: it is away, its disk is full, its commit fails."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from bot.storage.writer import Writer


def pragma(engine: Engine, setting: str) -> None:
    """Change a setting of the engine's one connection, outside a transaction."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute(f"PRAGMA {setting}")


@asynccontextmanager
async def database_away(writer: Writer, file: Path) -> AsyncIterator[None]:
    """Nothing can be written meanwhile: somebody else holds the database, and nobody waits for them."""
    await writer.maintain(lambda engine: pragma(engine, "busy_timeout=0"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def make_commits_fail(writer: Writer) -> None:
    """From now on a row in `child` without its `parent` is taken, and the commit is not."""

    def tables(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql(
            "CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"
        )

    await writer.run(tables)
    await writer.maintain(lambda engine: pragma(engine, "foreign_keys=ON"))


def orphan(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO child VALUES (1)")
