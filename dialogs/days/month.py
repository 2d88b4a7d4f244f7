"""A month on a keyboard: one button a day, for those who would rather tap a day than write it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from dialogs.effects import Button, Keyboard

FURTHEST_MONTHS = 24


def grid(step: str, month: date, today: date, marked: Collection[str] = (), marked_move: str = "day") -> Keyboard:
    """The weeks of a month, Monday first, without those that are past. A tap sends `step/day/2026-04-03`.

    `marked_move` is what a tap on a marked day sends instead of `day`.
    """
    first = month.replace(day=1)
    stay = f"{step}/month/{first:%Y-%m}"
    monday = first - timedelta(days=first.weekday())
    weeks = [[monday + timedelta(days=7 * week + day) for day in range(7)] for week in range(6)]
    shown = [week for week in weeks if week[-1] >= today and week[0] < _next(first)]

    def cell(day: date) -> Button:
        if day.month != first.month or day < today:
            return Button(stay, "calendar.empty")
        is_marked = day.isoformat() in marked
        move = marked_move if is_marked else "day"
        return Button(f"{step}/{move}/{day}", f"day_number.{day}", "have" if is_marked else "")

    earlier = Button(f"{step}/month/{first - timedelta(days=1):%Y-%m}", "calendar.earlier")
    later = Button(f"{step}/month/{_next(first):%Y-%m}", "calendar.later")
    turn = (earlier if first > today else Button(stay, "calendar.empty"), Button(stay, f"month.{first}"), later)
    return (
        turn,
        tuple(Button(stay, f"weekday.{day}") for day in shown[0]),
        *(tuple(map(cell, week)) for week in shown),
    )


def month_of(text: str, today: date) -> date | None:
    """The month that a button names ("2026-04"), if it lies between this one and two years ahead."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    ahead = (month.year - today.year) * 12 + month.month - today.month
    return month if 0 <= ahead <= FURTHEST_MONTHS else None


def day_of(text: str) -> date | None:
    """The day that a button names (ISO 8601), or None if it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _next(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
