"""One bot a data folder, and one a database: two would say everything twice."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, NullPool, create_engine

BOT = 0x5EC0_0D
"""The number of our advisory lock in PostgreSQL."""


class InUse(Exception):
    """Another bot works in this data folder, or on this database."""


def take_lock(folder: Path) -> IO[str]:
    """Hold the folder until this process ends, however it ends. Raises `InUse`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = (folder / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise InUse("another bot is working in this folder") from None
    return lock


def take_database_lock(engine: Engine) -> Connection:
    """Hold a PostgreSQL database until the connection given back is closed, or this process ends. Raises `InUse`."""
    connection = create_engine(
        engine.url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 10}
    ).connect()
    if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({BOT})").scalar():
        connection.close()
        raise InUse("another bot is working on this database")
    return connection
