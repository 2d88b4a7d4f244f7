"""Work that takes its time: a file to fetch, a packet to build, a reminder to give. Each is a row until it is done.

To claim a row is to move its due time past the time the work may take. If we are killed meanwhile, it falls due again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.tables import work

FETCH, READ, REMIND, ERRAND, ERASE = "fetch", "read", "remind", "errand", "erase"
LOOK = "look"
PACKET, DISCARD = "packet", "discard"


@dataclass(frozen=True, slots=True)
class Task:
    """One row of work, claimed."""

    id: int
    case_id: str
    kind: str
    subject: str
    details: str
    attempts: int
    """How often it was begun before."""


def plan(connection: Connection, case_id: str, kind: str, subject: str, due: datetime, details: str = "") -> None:
    """Plan work; what is planned already is not planned twice."""
    where = (work.c.case_id == case_id, work.c.kind == kind, work.c.subject == subject)
    if connection.scalar(select(work.c.id).where(*where)) is None:
        values = {"case_id": case_id, "kind": kind, "subject": subject, "due": due, "details": details}
        connection.execute(insert(work).values(values))


def drop(connection: Connection, case_id: str, kind: str, subject: str = "") -> None:
    """Drop all planned work of one kind, or that about one subject."""
    where = [work.c.case_id == case_id, work.c.kind == kind, *([work.c.subject == subject] if subject else [])]
    connection.execute(delete(work).where(*where))


def claim(connection: Connection, now: datetime, kinds: tuple[str, ...], at_most: int, lease: timedelta) -> list[Task]:
    """Take what is due, the longest due first; nobody else gets it before the lease ends."""
    due = (
        select(work.c.id)
        .where(work.c.due <= now, work.c.kind.in_(kinds))
        .order_by(work.c.due)
        .limit(at_most)
        .with_for_update(skip_locked=True)
    )
    ids = list(connection.scalars(due))
    if not ids:
        return []
    connection.execute(update(work).where(work.c.id.in_(ids)).values(due=now + lease, attempts=work.c.attempts + 1))
    columns = (work.c.id, work.c.case_id, work.c.kind, work.c.subject, work.c.details, work.c.attempts - 1)
    return [Task(*row) for row in connection.execute(select(*columns).where(work.c.id.in_(ids)).order_by(work.c.id))]


def planned_beyond(connection: Connection, kind: str, moment: datetime, after: str, at_most: int) -> list[str]:
    """The cases, in the order of their ids and from one on, with work of that kind due later than a moment."""
    late = (work.c.due > moment, work.c.kind == kind, work.c.case_id > after)
    return list(connection.scalars(select(work.c.case_id).where(*late).order_by(work.c.case_id).limit(at_most)))


def longest_due(connection: Connection, now: datetime) -> datetime | None:
    """Since when the work that has been due longest is due; reading print may wait, and is not counted."""
    due: datetime | None = connection.scalar(
        select(work.c.due).where(work.c.due <= now, work.c.kind != READ).order_by(work.c.due).limit(1)
    )
    return due


def finish(connection: Connection, task_id: int) -> bool:
    """Delete finished work; False if it was not there any more, and its result must not count."""
    return bool(connection.execute(delete(work).where(work.c.id == task_id)).rowcount)


def postpone(connection: Connection, task_id: int, until: datetime) -> None:
    connection.execute(update(work).where(work.c.id == task_id).values(due=until))


def release_all(connection: Connection, now: datetime) -> None:
    """At a start with a database of our own: what a killed process had claimed is free at once."""
    claimed = (work.c.attempts > 0, work.c.due > now)
    connection.execute(update(work).where(*claimed).values(due=now))
