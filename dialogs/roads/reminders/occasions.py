"""What a reminder can be about. Each kind says in one place when there is something to say, and how it is said.

A new kind is one function among the `KINDS`, and its message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.case.case import Case
from dialogs.case.delivery import Delivery
from dialogs.case.request import Request
from dialogs.checklist.checklist import MISSING, checklist, open_requests
from dialogs.content.guide import Guide
from dialogs.days.zones import days_between
from dialogs.journey.steps import number_in
from dialogs.roads.deliveries.changes import numbered as sent_under
from dialogs.roads.requests.changes import numbered

PATIENCE = timedelta(days=7)
"""After so long it is worth asking whether something without a promised day is on its way."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing that is worth a reminder: the name of its message, its record, and its request if it has one."""

    name: str
    record: str = ""
    request: Request | None = None
    day: date | None = None
    """The first day of it; None: it has begun."""
    wakes: bool = False
    """A reminder comes for it on that day; for others, whenever one is due."""
    stage: int = 0
    """The day of the legal time that is told."""
    delivery: Delivery | None = None
    """What was sent, and is not known to be there."""

    @property
    def key(self) -> str:
        """What its buttons carry: the number of its request, or the key of its record."""
        if self.delivery:
            return f"{SENT}{self.delivery.number}"
        return str(self.request.number) if self.request else self.record or "after"


SENT = "sent."
"""Before the number of a delivery: no record is called so."""
ASKED_BEFORE = timedelta(days=5)
"""So long before the visit there is time to send it once more."""
AFTERWARDS = Occasion("note_after", wakes=True)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What occasions come from: the requests that are not answered, and the records that nobody was asked for."""

    guide: Guide
    case: Case
    today: date
    asked: tuple[Request, ...]
    missing: tuple[str, ...] = ()


def _the_day_has_passed(now: _Standing) -> Iterator[Occasion]:
    if now.case.date and not now.case.opinion:
        yield Occasion(AFTERWARDS.name, day=date.fromisoformat(now.case.date) + timedelta(days=1), wakes=True)


def _a_promise_has_passed(now: _Standing) -> Iterator[Occasion]:
    for request in sorted((each for each in now.asked if each.promised), key=lambda each: each.promised):
        day = date.fromisoformat(request.promised) + timedelta(days=1)
        yield Occasion("note_chase", request.record, request, day, wakes=True)


def _the_legal_time_goes_by(now: _Standing) -> Iterator[Occasion]:
    for request in now.asked:
        if request.when:
            asked = min(date.fromisoformat(request.when), now.today)
            days = now.guide.legal_days_of(now.case.country, request.record)
            for stage in (stage for stage in days if stage > request.told):
                day = asked + timedelta(days=stage)
                yield Occasion(f"note_clock_{stage}", request.record, request, day, wakes=True, stage=stage)


def _a_record_is_missing(now: _Standing) -> Iterator[Occasion]:
    yield from (Occasion("note_missing", record) for record in now.missing)


def _a_request_is_quiet(now: _Standing) -> Iterator[Occasion]:
    for request in (each for each in now.asked if not each.promised):
        days = [each for each in (request.when, *request.chased) if each]
        day = date.fromisoformat(days[-1]) + PATIENCE if days else None
        yield Occasion("note_waiting", request.record, request, day)


def _nobody_said_that_it_is_there(now: _Standing) -> Iterator[Occasion]:
    """Once for each thing that was sent, and only before the visit: not on its own day, nor once it is known."""
    if now.case.date and now.today.isoformat() < now.case.date:
        day = date.fromisoformat(now.case.date) - ASKED_BEFORE
        for each in now.case.deliveries:
            if each.sent and not each.arrived and not each.returned and not each.told:
                since = max(day, date.fromisoformat(each.sent) + timedelta(days=1))
                if since.isoformat() < now.case.date:
                    yield Occasion("note_delivery", day=since, wakes=True, delivery=each)


_WAKING: tuple[Callable[[_Standing], Iterator[Occasion]], ...] = (
    _the_day_has_passed,
    _nobody_said_that_it_is_there,
    _a_promise_has_passed,
    _the_legal_time_goes_by,
)
"""What brings a reminder on its day, whatever the pace."""
KINDS = (*_WAKING, _a_record_is_missing, _a_request_is_quiet)
"""What is told first stands first."""


def waking_days(guide: Guide, case: Case, today: date) -> list[date]:
    """The days on which a reminder comes, whatever the pace: those that have been, too."""
    now = _Standing(guide, case, today, open_requests(case))
    return [each.day for kind in _WAKING for each in kind(now) if each.wakes and each.day]


def occasion(guide: Guide, case: Case, today: date) -> Occasion | None:
    """The one thing most worth a reminder today, or None. Of what is equal, not what the last one was about."""
    stopped = case.reminders.stopped if case.reminders else ()
    last = case.reminders.about if case.reminders else ""
    ranked = [[each for each in rank if each.key not in stopped] for rank in _ranks(guide, case, today)]
    rank = next((rank for rank in ranked if rank), [])
    keys = [each.key for each in rank]
    return rank[(keys.index(last) + 1) % len(rank)] if last in keys else next(iter(rank), None)


def occasion_of(guide: Guide, case: Case, key: str, today: date) -> Occasion | None:
    """The occasion that a button belongs to; None if what it was about is gone."""
    if key == AFTERWARDS.key:
        return AFTERWARDS
    if key.startswith(SENT):
        delivery = sent_under(case, number_in(key.removeprefix(SENT)))
        return Occasion("note_delivery", delivery=delivery) if delivery else None
    every = [each for rank in _ranks(guide, case, today) for each in rank]
    request = numbered(case, number_in(key))
    if request and request.waiting and request.told and request.told == _legal_stage(guide, case, request, today):
        return Occasion(f"note_clock_{request.told}", request.record, request, stage=request.told)
    if found := next((each for each in every if each.key == key), None):
        return found
    if request and request.waiting:
        return Occasion("note_waiting", request.record, request)
    return Occasion("note_missing", key) if guide.record(key) else None


def _ranks(guide: Guide, case: Case, today: date) -> Iterator[list[Occasion]]:
    """What there is to say today, kind by kind; of a request, the last that is true of it."""
    here = checklist(guide, case)
    shown = {line.record for line in here.lines}
    asked = tuple(each for each in open_requests(case) if each.record in shown)
    missing = tuple(line.record for line in here.group(MISSING) if not case.waiting_for(line.record))
    now = _Standing(guide, case, today, asked, missing)
    for kind in KINDS:
        begun = (each for each in kind(now) if each.day is None or each.day <= today)
        yield list({each.key: each for each in begun}.values())


def _legal_stage(guide: Guide, case: Case, request: Request, today: date) -> int:
    """How far the time that a hospital has by law is gone: the last of its days that was told about, or 0."""
    if not request.when:
        return 0
    days = guide.legal_days_of(case.country, request.record)
    return max((stage for stage in days if days_between(request.when, today) >= stage), default=0)
