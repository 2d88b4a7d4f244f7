"""The census: how much there is and how much waits, as numbers alone, for whoever watches the bot."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from bot.storage.glance import glance
from bot.storage.tables import cases, documents, outbox, work
from bot.storage.work import DISCARD, ERASE, ERRAND, FETCH, LOOK, PACKET, READ, REMIND, UNWRAP

KINDS = (FETCH, UNWRAP, LOOK, READ, PACKET, DISCARD, REMIND, ERRAND, ERASE)
LONGEST_REST = timedelta(minutes=5)
"""Work that fell due begins again within this time, but for what Telegram itself asks to wait for."""
STEPS_BETWEEN_LOOKS = 10_000
"""Of SQLite's machine, after which it is looked whether time is up."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait, and for how many seconds the one that has waited longest."""

    number: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Census:
    """What is in the database at one moment."""

    cases: int
    files: int
    file_bytes: int
    outbox: Waiting
    work: Mapping[str, Waiting]
    """What fell due and is not done, by its kind: what is under way, and what rests between two tries, too."""


def take_census(file: Path, url: str, now: datetime, seconds: float) -> Census:
    """Count beside the bot, over a connection of its own that only reads, for so many seconds at most.

    Raises what the database raises, also where time is up.
    """
    with glance(file, url) as connection:
        _limit(connection, seconds)
        kept = select(func.count(), func.sum(documents.c.size)).where(documents.c.kept_at.is_not(None))
        files, size = connection.execute(kept).one()
        waiting = connection.execute(select(func.count(), func.min(outbox.c.created_at))).one()
        return Census(
            cases=connection.scalar(select(func.count()).select_from(cases)) or 0,
            files=files,
            file_bytes=int(size or 0),
            outbox=_waiting(waiting[0], waiting[1], now),
            work={kind: _waiting(*_undone(connection, kind, now), now) for kind in KINDS},
        )


def _undone(connection: Connection, kind: str, now: datetime) -> tuple[int, datetime | None]:
    """How much work of a kind fell due and is not done, and since when the first of it; read from its index."""
    since = func.coalesce(work.c.since, work.c.due)
    soon = (work.c.kind == kind, work.c.due <= now + LONGEST_REST)
    number, first = connection.execute(select(func.count(), func.min(since)).where(*soon, since <= now)).one()
    return number, first


def _waiting(number: int, since: datetime | None, now: datetime) -> Waiting:
    return Waiting(number, max(0.0, (now - since).total_seconds()) if since else 0.0)


def _limit(connection: Connection, seconds: float) -> None:
    """Let every statement end after so many seconds: nothing of the database is held for whoever only looks."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        return
    until = time.monotonic() + seconds
    driver: Any = connection.connection.dbapi_connection
    driver.set_progress_handler(lambda: time.monotonic() > until, STEPS_BETWEEN_LOOKS)
