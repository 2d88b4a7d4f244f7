"""Planned back from the date that matters: what to ask for by when, what takes longest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.case.case import Case
from dialogs.checklist.checklist import MISSING, Checklist, checklist, line_of
from dialogs.content.guide import Guide, Record

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class AskBy:
    """A record that is still missing, and the working day by which to ask for it."""

    record: str
    by: date
    now: bool
    """That day is today or gone: the sooner it is asked for, the better."""


def plan(guide: Guide, case: Case, today: date, here: Checklist | None = None) -> tuple[AskBy, ...]:
    """What to ask for before the date that matters; nothing without such a date, or once it has passed.

    `here`: the checklist, where it was made already.
    """
    if not (day := _coming(case, today)):
        return ()
    lead = {record.key: record.lead_days for record in guide.records}
    missing = [line.record for line in (here or checklist(guide, case)).group(MISSING) if lead[line.record]]
    return tuple(sorted((_ask_by(record, day, lead[record], today) for record in missing), key=lambda each: each.by))


def ask_by(guide: Guide, case: Case, record: Record, today: date) -> AskBy | None:
    """What the plan says of one record."""
    if not record.lead_days or not (day := _coming(case, today)):
        return None
    line = line_of(guide, case, record)
    return _ask_by(record.key, day, record.lead_days, today) if line and line.group == MISSING else None


def _coming(case: Case, today: date) -> date | None:
    """The date that matters, unless it has passed."""
    day = date.fromisoformat(case.date) if case.date else None
    return day if day and day >= today else None


def _ask_by(record: str, day: date, lead_days: int, today: date) -> AskBy:
    by = _working_day(day - timedelta(days=lead_days))
    return AskBy(record, by, by <= today)


def days_to_keep(guide: Guide, case: Case, today: date) -> list[tuple[str, str]]:
    """The days still to come, for a calendar: each as ISO 8601, and what it is for (the calendar's `EVENTS`)."""
    asks = [(step.by.isoformat(), "ask") for step in plan(guide, case, today)]
    calls = [(request.promised, "call_again") for request in case.requests if request.waiting and request.promised]
    days = [(case.date, "date"), *asks, *calls]
    return sorted({(day, what) for day, what in days if day and day >= today.isoformat()})


def _working_day(day: date) -> date:
    """That day, or the Friday before it: offices are closed at weekends."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))
