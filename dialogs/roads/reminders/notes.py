"""What a reminder is about, chosen when it is due: a promise that has passed, the legal time, or a missing record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dialogs.case.case import Case
from dialogs.case.request import Request
from dialogs.checklist.checklist import MISSING, checklist, open_requests
from dialogs.content.guide import Guide
from dialogs.days.zones import days_between
from dialogs.roads.reminders.schedule import CLOCK_DAYS
from dialogs.roads.requests.changes import numbered

PATIENCE = 7
"""Days after which it is worth asking whether something without a promised day is on its way."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one reminder is about: the name of the message that says so, its record, and its request if it has one."""

    name: str
    record: str = ""
    request: Request | None = None
    stage: int = 0
    """10, 25 or 30: the day of the legal time that is told."""

    @property
    def key(self) -> str:
        """What its buttons carry: the number of its request, or the key of its record."""
        return str(self.request.number) if self.request else self.record or "after"


AFTERWARDS = Note("note_after")


def note(guide: Guide, case: Case, today: date) -> Note | None:
    """The one thing most worth a reminder today, or None. Of what is equal, not what the last one was about."""
    if case.date and case.date < today.isoformat() and not case.opinion:
        return AFTERWARDS
    stopped = case.reminders.stopped if case.reminders else ()
    last = case.reminders.about if case.reminders else ""
    ranked = [[each for each in rank if each.key not in stopped] for rank in _ranks(guide, case, today)]
    rank = next((rank for rank in ranked if rank), [])
    keys = [each.key for each in rank]
    return rank[(keys.index(last) + 1) % len(rank)] if last in keys else next(iter(rank), None)


def note_about(guide: Guide, case: Case, key: str, today: date) -> Note | None:
    """The note that a button belongs to; None if what it was about is gone."""
    if key == AFTERWARDS.key:
        return AFTERWARDS
    every = [each for rank in _ranks(guide, case, today) for each in rank]
    request = numbered(case, int(key)) if key.isdecimal() and len(key) < 9 else None
    if request and request.waiting and request.told and request.told == legal_stage(case, request, today):
        return Note(f"note_clock_{request.told}", request.record, request, request.told)
    if found := next((each for each in every if each.key == key), None):
        return found
    if request and request.waiting:
        return Note("note_waiting", request.record, request)
    return Note("note_missing", key) if guide.record(key) else None


def _ranks(guide: Guide, case: Case, today: date) -> Iterator[list[Note]]:
    here = checklist(guide, case)
    shown = {line.record for line in here.lines}
    asked = [each for each in open_requests(case) if each.record in shown]
    day = today.isoformat()
    late = [each for each in asked if each.promised and each.promised < day]
    yield [Note("note_chase", each.record, each) for each in sorted(late, key=lambda each: each.promised)]
    told = ((each, stage) for each in asked if (stage := legal_stage(case, each, today)) > each.told)
    yield [Note(f"note_clock_{stage}", each.record, each, stage) for each, stage in told]
    missing = (line for line in here.group(MISSING) if not case.waiting_for(line.record))
    yield [Note("note_missing", line.record) for line in missing]
    quiet = (each for each in asked if not each.promised and _days_since(each, today) >= PATIENCE)
    yield [Note("note_waiting", each.record, each) for each in quiet]


def legal_stage(case: Case, request: Request, today: date) -> int:
    """How far the time that a US hospital has is gone: 0, 10, 25 or 30 days (45 CFR 164.524)."""
    if case.country != "us" or not request.when:
        return 0
    return max((stage for stage in CLOCK_DAYS if days_between(request.when, today) >= stage), default=0)


def _days_since(request: Request, today: date) -> int:
    """Days since the patient last asked; many, if nobody knows when that was."""
    days = [each for each in (request.when, *request.chased) if each]
    return days_between(days[-1], today) if days else 365
