"""Work that takes its time: a file to fetch, a packet to build, a reminder to give. Each is a row until it is done.

To claim a row is to move its due time past a lease, which is renewed while the work is under way. If we are killed
meanwhile, it falls due again. Beginnings, failures and what was cut off are counted apart: only failures speak against
the work. The number of beginnings is also the fence: whoever lost the lease to another beginning, or to a deletion, can
neither renew, finish nor postpone the work any more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, delete, func, select, text, tuple_, update

from bot.storage.prepared import UnlessKnown
from bot.storage.tables import work

FETCH, READ, REMIND, ERRAND, ERASE = "fetch", "read", "remind", "errand", "erase"
LOOK, UNWRAP = "look", "unwrap"
PACKET, DISCARD = "packet", "discard"
EXPIRE, EXPORT = "expire", "export"


Claim = tuple[int, int]
"""A row of work, and which beginning of it is meant."""
SUSPECT, LONGEST_REST = 3, 300
"""After so many beginnings without an end work rests before it is begun again: at most so many seconds."""
_PLAN = UnlessKnown(work, "case_id", "kind", "subject", "details", "due", "since")
_UNDER_WAY = text("work.attempts > work.ended")
_WAITS = text("work.attempts = work.ended")
_ENDED = {"ended": work.c.attempts, "cut_off": 0}
_CUT_OFF = {"ended": work.c.attempts, "cut_off": work.c.cut_off + work.c.attempts - work.c.ended}


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
    cut_off: int = 0
    """How many of the last of them had no end, good or bad: they were cut off with the whole process."""
    failures: int = 0
    """How many of them failed in a way that says something about the work itself."""
    since: datetime | None = None
    """When it first fell due."""

    @property
    def claim(self) -> Claim:
        return self.id, self.attempts + 1


def plan(connection: Connection, case_id: str, kind: str, subject: str, due: datetime, details: str = "") -> None:
    """Plan work; what is planned already is not planned twice."""
    values = {"case_id": case_id, "kind": kind, "subject": subject, "details": details}
    _PLAN[connection.dialect.name].run(connection, **values, due=due, since=due)


def drop(connection: Connection, case_id: str, kind: str, subject: str = "") -> None:
    """Drop all planned work of one kind, or that about one subject."""
    where = [work.c.case_id == case_id, work.c.kind == kind, *([work.c.subject == subject] if subject else [])]
    connection.execute(delete(work).where(*where))


def claim(
    connection: Connection, now: datetime, kinds: tuple[str, ...], at_most: int, lease: timedelta, replica: str = ""
) -> list[Task]:
    """Take what is due, the longest due of a kind first; nobody else gets it before the lease ends."""
    ids: list[int] = []
    for kind in kinds:
        due = (
            select(work.c.id)
            .where(work.c.kind == kind, work.c.due <= now)
            .order_by(work.c.due)
            .limit(at_most - len(ids))
            .with_for_update(skip_locked=True)
        )
        ids += connection.scalars(due)
    _begin(connection, ids, now + lease, replica)
    return _tasks(connection, ids)


def claim_in_turn(
    connection: Connection,
    now: datetime,
    kind: str,
    at_most: int,
    each: int,
    lease: timedelta,
    after: str = "",
    replica: str = "",
) -> list[Task]:
    """Take what is due, one of each patient in turn, beginning behind the case `after`, and each one's in its order.

    Of one patient at most `each` are under way at a time. However much waits, a look costs a step through the index
    for each row that is taken and for each patient who has enough under way.
    """
    ids: list[int] = []
    busy: dict[str, int] = {}
    start = before = after
    took = False
    while len(ids) < at_most:
        found = connection.execute(_next_in_turn(now, kind, before)).first()
        if found is None:
            if not start and not took:  # once around, and nobody who waits may have more
                break
            start, before, took = "", "", False
            continue
        row, before = found.id, found.case_id
        if before not in busy:
            busy[before] = _under_way(connection, now, kind, before)
        if busy[before] < each:
            _begin(connection, [row], now + lease, replica)
            ids.append(row)
            busy[before], took = busy[before] + 1, True
    return _tasks(connection, ids)


def _next_in_turn(now: datetime, kind: str, before: str) -> Select[tuple[int, str]]:
    # Said so that no planner takes the index on due times, and sorts all that waits to find the one whose turn it is.
    is_due = func.coalesce(work.c.due, work.c.due) <= now
    return (
        select(work.c.id, work.c.case_id)
        .where(work.c.kind == kind, work.c.case_id > before, is_due)
        .order_by(work.c.case_id, work.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _under_way(connection: Connection, now: datetime, kind: str, case_id: str) -> int:
    theirs = (work.c.case_id == case_id, work.c.kind == kind, work.c.due > now, _UNDER_WAY)
    return connection.scalar(select(func.count()).select_from(work).where(*theirs)) or 0


def _begin(connection: Connection, ids: list[int], until: datetime, replica: str) -> None:
    if ids:
        begun = {**_CUT_OFF, "attempts": work.c.attempts + 1, **({"replica": replica} if replica else {})}
        connection.execute(update(work).where(work.c.id.in_(ids)).values(due=until, **begun))


def _tasks(connection: Connection, ids: list[int]) -> list[Task]:
    """What was just begun, in its order."""
    if not ids:
        return []
    named = (work.c.id, work.c.case_id, work.c.kind, work.c.subject, work.c.details)
    counted = (work.c.attempts - 1, work.c.cut_off, work.c.failures, work.c.since)
    rows = connection.execute(select(*named, *counted).where(work.c.id.in_(ids)))
    return sorted((Task(*row) for row in rows), key=lambda task: ids.index(task.id))


def renew(connection: Connection, claims: Collection[Claim], until: datetime) -> set[Claim]:
    """Whoever is at it goes on: the lease of this work ends later. The answer is what another has begun meanwhile."""
    ours = update(work).where(_is(claims), _UNDER_WAY).values(due=until).returning(work.c.id)
    renewed = set(connection.scalars(ours))
    doubtful = {row: beginning for row, beginning in claims if row not in renewed}
    return _begun_anew(connection, doubtful) if doubtful else set()


def _begun_anew(connection: Connection, claims: Mapping[int, int]) -> set[Claim]:
    rows = connection.execute(select(work.c.id, work.c.attempts).where(work.c.id.in_(list(claims))))
    return {(row.id, claims[row.id]) for row in rows if row.attempts != claims[row.id]}


def is_anothers(connection: Connection, claim: Claim) -> bool:
    """Whether another has begun this work meanwhile."""
    return bool(_begun_anew(connection, dict([claim])))


def _is(claims: Collection[Claim]) -> ColumnElement[bool]:
    return tuple_(work.c.id, work.c.attempts).in_(list(claims))


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


def finish(connection: Connection, claim: Claim) -> bool:
    """Delete finished work; False if it is not ours any more, and its result must not count."""
    row, beginning = claim
    return bool(connection.execute(delete(work).where(work.c.id == row, work.c.attempts == beginning)).rowcount)


def postpone(connection: Connection, claim: Claim, until: datetime, failed: bool = False) -> bool:
    """It ended without success; `failed`: in a way that says something about the work itself, and so counts.

    False if it is not ours any more.
    """
    row, beginning = claim
    counts = {**_ENDED, "failures": work.c.failures + int(failed)}
    ended = update(work).where(work.c.id == row, work.c.attempts == beginning).values(due=until, **counts)
    return bool(connection.execute(ended).rowcount)


def let_go(connection: Connection, claims: Collection[Claim], now: datetime) -> None:
    """We stop in good order: what is under way is not cut off, and is free at once."""
    connection.execute(update(work).where(_is(claims), _UNDER_WAY).values(due=now, **_ENDED))


def hurry(connection: Connection, kind: str, now: datetime) -> None:
    """What rests after a try is due at once: what it waited for is there again."""
    resting = (work.c.kind == kind, work.c.due > now, work.c.ended > 0, work.c.cut_off < SUSPECT, _WAITS)
    connection.execute(update(work).where(*resting).values(due=now))


def release_all(connection: Connection, now: datetime, dead: Collection[str] | None = None) -> None:
    """What a killed process had claimed is free at once: all there is, at a start with a database of our own; what the
    dead replicas were at, where there are several.

    What was cut off again and again may be what ends the process: it rests first, and is in nobody's way meanwhile.
    """
    cut_off = select(work.c.id, work.c.cut_off + work.c.attempts - work.c.ended).where(_UNDER_WAY, work.c.due > now)
    if dead is not None:
        cut_off = cut_off.where(work.c.replica.in_(list(dead))).order_by(work.c.id).with_for_update(skip_locked=True)
    for row, times in connection.execute(cut_off).all():
        rest = min(LONGEST_REST, 2**times) if times >= SUSPECT else 0
        until = now + timedelta(seconds=rest)
        connection.execute(update(work).where(work.c.id == row).values(due=until, **_CUT_OFF))
