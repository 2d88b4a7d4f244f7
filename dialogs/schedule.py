"""When the next reminder is due: a pure function of the case and a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.case import Case, Reminders

HOW_MANY = 4
"""Reminders a patient gets each time they ask for them; the number is told beforehand."""


def start(every_days: int, now: datetime) -> Reminders:
    """Reminders at the time of day at which they were asked for: an hour at which this person is awake."""
    return Reminders(every_days=every_days, left=HOW_MANY, due=now + timedelta(days=every_days))


def after_one(reminders: Reminders, now: datetime) -> Reminders | None:
    """What remains when one was sent now. Those that were missed while we were down come as that one."""
    left = reminders.left - 1
    if left < 1:
        return None
    step = timedelta(days=reminders.every_days)
    due = (reminders.due or now) + step
    while due <= now:
        due += step
    return replace(reminders, left=left, due=due)


def paused(reminders: Reminders) -> Reminders:
    return replace(reminders, due=None)


def resumed(reminders: Reminders, now: datetime) -> Reminders:
    return replace(reminders, due=now + timedelta(days=reminders.every_days))


def due(case: Case) -> datetime | None:
    """The moment (UTC) of the next reminder, or None: not asked for, paused, over, or nobody to reach."""
    if case.reminders is None or not case.reachable:
        return None
    return case.reminders.due
