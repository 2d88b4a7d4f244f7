"""A month on a keyboard: one button a day, for those who would rather tap a day than write it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from dialogs.effects import Button, Keyboard

FURTHEST_MONTHS = 24


A_ROW = 5
"""Days in a row: as many as a phone shows without breaking a number in two."""


def opened(step: str, month: date) -> tuple[Button, ...]:
    """The button that shows a month: most people would rather write the day."""
    return (Button(f"{step}/month/{month:%Y-%m}", "button.calendar"),)


def grid(step: str, month: date, today: date, marked: Collection[str] = (), marked_move: str = "day") -> Keyboard:
    """The days of a month that are still to come, five in a row. A tap sends `step/day/2026-04-03`.

    `marked_move` is what a tap on a marked day sends instead of `day`.
    """
    first = month.replace(day=1)
    days = [first + timedelta(days=day) for day in range((_next(first) - first).days)]
    shown = [day for day in days if day >= today]

    def cell(day: date) -> Button:
        is_marked = day.isoformat() in marked
        move = marked_move if is_marked else "day"
        return Button(f"{step}/{move}/{day}", f"day_of_month.{day}", "have" if is_marked else "")

    earlier = Button(f"{step}/month/{first - timedelta(days=1):%Y-%m}", f"month.{first - timedelta(days=1)}")
    later = Button(f"{step}/month/{_next(first):%Y-%m}", f"month.{_next(first)}")
    turn = (earlier, later) if first > today else (later,)
    rows = [tuple(map(cell, shown[at : at + A_ROW])) for at in range(0, len(shown), A_ROW)]
    return (turn, *rows)


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
