"""What is shown of the date that matters: a month to tap it on, and what to ask for by when."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.checklist.planning import plan
from dialogs.content.guide import Guide
from dialogs.days import month
from dialogs.days.zones import today
from dialogs.effects import Keyboard, aside
from dialogs.journey.road import Layout
from dialogs.roads.the_date.path import DATE

LAYOUT: Layout = {DATE: (("forget",), ("not_now",))}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of this step."""
    return {"date": case.date, "steps": plan(guide, case, today(case))}


def choices(_: Guide, case: Case, shown: date | None = None) -> Keyboard:
    """The way to a month on which to tap it, or that month; and the days that a calendar can keep."""
    if shown:
        return month.grid(DATE, shown, today(case), (case.date,))
    begins = max(date.fromisoformat(case.date), today(case)) if case.date else today(case)
    return (month.opened(DATE, begins), *(((aside("dates_file"),),) if case.date else ()))


def argument(case: Case, move: str) -> str:
    """Which day is forgotten: the one that stands on the card."""
    return case.date if move == "forget" else ""
