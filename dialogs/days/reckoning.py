"""The days that a text can mean, and days reckoned from one another: none is further ahead than a visit may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

FURTHEST = 730
"""Days ahead: whatever is further is a slip of the finger."""
SURPRISING = 335
"""A day without a year that is further ahead than this was most likely meant for the past."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The days a text can mean, the likeliest first; with none of them, why not."""

    days: tuple[date, ...] = ()
    why_not: Literal["", "unclear", "past", "too_far"] = ""


UNCLEAR = Understood(why_not="unclear")
PAST = Understood(why_not="past")


def nearest(day: int, month: int, years: Iterable[int] | None, today: date) -> Understood:
    """That day of the year named, or the next such day to come."""
    if years is not None:
        return checked(next((real_day(year, month, day) for year in years), None), today)
    real = [each for ahead in range(5) if (each := real_day(today.year + ahead, month, day))]
    coming = next((each for each in real if each >= today), None)
    if coming is None:
        return UNCLEAR
    return PAST if coming != real[0] and (coming - today).days > SURPRISING else checked(coming, today)


def checked(day: date | None, today: date) -> Understood:
    if day is None or day < today:
        return PAST if day else UNCLEAR
    return Understood((day,)) if (day - today).days <= FURTHEST else Understood(why_not="too_far")


def coming_weekday(weekday: int, today: date) -> date:
    return later(today, (weekday - today.weekday() - 1) % 7 + 1)


def later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, 10_000))


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + min(months, 100), 12)
    return next(found for last in range(day.day, 0, -1) if (found := real_day(year, month + 1, last)))


def real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
