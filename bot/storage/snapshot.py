"""One moment of the whole database, for a backup, while the bot goes on writing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine

from bot.storage.glance import glance


@contextmanager
def snapshot(file: Path, url: str = "") -> Iterator[Connection]:
    """A connection that reads and sees one moment, over the PostgreSQL at `url`, or over a SQLite file that is there.

    Raises what the driver raises; `trouble.in_words` says what that means.
    """
    if url:
        with glance(file, url) as connection:  # it is one transaction, and repeatable
            yield connection
        return
    engine = _sqlite(file.absolute())
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=1")
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")
    finally:
        engine.dispose()


def _sqlite(file: Path) -> Engine:
    # Beside a bot only reading is needed. Without one, what SQLite puts beside a database in use has to be made, and
    # goes away with us: told that nobody else is there, it would not notice a bot that starts meanwhile.
    beside = [file.with_name(file.name + end).exists() for end in ("-wal", "-shm")]
    # On a disk that can only be read, as Linux makes one that fails, nothing can be made, and no bot can start.
    nobody_can = not any(beside) and file.exists() and os.statvfs(file).f_flag & os.ST_RDONLY
    address = f"{file.as_uri()}?mode={'ro&immutable=1' if nobody_can else 'ro' if all(beside) else 'rw'}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=10, check_same_thread=False, isolation_level=None)

    return create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
