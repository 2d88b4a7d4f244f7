"""Planned back from the date that matters: what to ask for by when, what takes longest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.case.case import Case
from dialogs.checklist.checklist import MISSING, checklist
from dialogs.content.guide import Guide

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class AskBy:
    """A record that is still missing, and the working day by which to ask for it."""

    record: str
    by: date
    now: bool
    """That day is today or gone: the sooner it is asked for, the better."""


def plan(guide: Guide, case: Case, today: date) -> tuple[AskBy, ...]:
    """What to ask for before the date that matters; nothing without such a date, or once it has passed."""
    if not case.date or (day := date.fromisoformat(case.date)) < today:
        return ()
    lead = {record.key: record.lead_days for record in guide.records}
    missing = [line.record for line in checklist(guide, case).group(MISSING) if lead[line.record]]
    by = {record: _working_day(day - timedelta(days=lead[record])) for record in missing}
    return tuple(AskBy(record, by[record], by[record] <= today) for record in sorted(missing, key=by.__getitem__))


def days_to_keep(guide: Guide, case: Case, today: date) -> list[tuple[str, str]]:
    """The days still to come, for a calendar: each as ISO 8601, and what it is for (the calendar's `EVENTS`)."""
    asks = [(step.by.isoformat(), "ask") for step in plan(guide, case, today)]
    calls = [(request.promised, "call_again") for request in case.requests if request.waiting and request.promised]
    days = [(case.date, "date"), *asks, *calls]
    return sorted({(day, what) for day, what in days if day and day >= today.isoformat()})


def _working_day(day: date) -> date:
    """That day, or the Friday before it: offices are closed at weekends."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))
