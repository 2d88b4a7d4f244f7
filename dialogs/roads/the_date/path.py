"""The side road of the date that matters: the day of the appointment, or by which to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.guards import Position, both
from dialogs.journey.road import Text
from dialogs.journey.steps import SUMMARY
from dialogs.journey.table import Row, leaving
from dialogs.roads.reminders.path import REMINDERS, needs_reminders

DATE = "date"
TAKES_TEXT: Mapping[str, Text] = {DATE: "day"}
DETOURS = {"the_date": DATE}


def rows(_: Guide) -> Iterator[Row]:
    """The moves at this step and out of it: back, or on to the reminders, or home."""
    yield Row("month", DATE, DATE)
    for move, guard in (("day", None), ("not_now", None), ("forget", lambda position: bool(position.case.date))):
        back, home = leaving((move,), DATE, SUMMARY, guard)
        yield from (back, Row(move, DATE, REMINDERS, both(needs_reminders, guard)), home)


def needs_date(position: Position) -> bool:
    return not position.case.date and not position.case.date_offered
