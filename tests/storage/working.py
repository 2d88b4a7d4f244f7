"""Work of one case, planned and claimed at one moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine

from bot.storage import work
from bot.storage.work import Task
from tests.storage.patients import MovableClock

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LEASE = timedelta(minutes=5)
KINDS = (work.FETCH, work.REMIND, work.ERASE)
CASE = "a" * 32


def plan(connection: Connection, subject: str = "1", due: datetime = NOW, kind: str = work.FETCH) -> None:
    work.plan(connection, CASE, kind, subject, due, f"details of {subject}")


def claim(connection: Connection, now: datetime = NOW, at_most: int = 9, kinds: tuple[str, ...] = KINDS) -> list[Task]:
    return work.claim(connection, now, kinds, at_most, LEASE)


def claim_files(connection: Connection, now: datetime = NOW) -> list[Task]:
    """As they are fetched: one of a patient at a time."""
    return work.claim_in_turn(connection, now, work.FETCH, at_most=9, each=1, lease=LEASE)


def subjects(tasks: list[Task]) -> list[str]:
    return [task.subject for task in tasks]


def claimed(engine: Engine, kind: str, clock: MovableClock) -> list[Task]:
    """Work of one kind that is due now, claimed in a commit of its own."""
    with engine.begin() as connection:
        return claim(connection, clock.now(), kinds=(kind,))
