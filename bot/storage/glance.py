"""A look into a database that makes no file, changes nothing and disturbs no bot that works on it."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine
from sqlalchemy.engine import make_url

# Where SQLite puts its locks: https://www.sqlite.org/fileformat.html#lockbyte and walformat.html#wal_locks
_SHARED, _SHARED_LENGTH, _WRITING = 0x40000002, 510, 120
_LOCK = "hhqqi4x"  # struct flock on 64-bit Linux

A_MOMENT = 2.0
"""Seconds for which others may write to a database that nobody works on."""


@contextmanager
def glance(file: Path, url: str = "") -> Iterator[Connection]:
    """A connection that only reads: one transaction over the PostgreSQL at `url`, or over a SQLite file that is there.

    Raises what the driver raises; `trouble.in_words` says what that means.
    """
    engine = _postgresql(url) if url else reading(file)
    try:
        with engine.connect() as connection:
            if url:
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            else:
                connection.exec_driver_sql("PRAGMA query_only=1")
            yield connection
    finally:
        engine.dispose()


def is_held(file: Path, seconds: float = A_MOMENT) -> bool:
    """Whether another program writes a SQLite file, or has it for itself alone; asked without taking a lock.

    Blocks for so many seconds before it says yes: who only looks into what a killed bot left brings it in order first.
    """
    until = time.monotonic() + seconds
    while _is_held_now(file):
        if time.monotonic() > until:
            return True
        time.sleep(0.05)
    return False


def _is_held_now(file: Path) -> bool:
    beside = file.with_name(f"{file.name}-shm")
    return _is_locked(file, _SHARED, _SHARED_LENGTH) or (beside.exists() and _is_locked(beside, _WRITING, 1))


def _is_locked(file: Path, start: int, length: int) -> bool:
    with file.open("rb") as opened:
        question = struct.pack(_LOCK, fcntl.F_RDLCK, os.SEEK_SET, start, length, 0)
        answer = fcntl.fcntl(opened, fcntl.F_GETLK, question)
    return bool(struct.unpack(_LOCK, answer)[0] == fcntl.F_WRLCK)


def _postgresql(url: str) -> Engine:
    address = make_url(url).set(drivername="postgresql+psycopg")
    return create_engine(address, poolclass=NullPool, connect_args={"connect_timeout": 10}, hide_parameters=True)


def reading(file: Path) -> Engine:
    """An engine that only reads a SQLite file that is there, makes none, and needs no lock."""
    file = file.absolute()
    # Where nothing lies beside it nobody is at work on it; told so, SQLite puts nothing there either.
    alone = not any(file.with_name(file.name + end).exists() for end in ("-wal", "-shm"))
    address = f"{file.as_uri()}?mode=ro{'&immutable=1' if alone else ''}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=2, check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
