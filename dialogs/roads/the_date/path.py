"""The date that matters: the day of the appointment, or by which to decide; asked first, and from everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text
from dialogs.journey.table import ONWARD, Row, leaving

DATE = "date"
TAKES_TEXT: Mapping[str, Text] = {DATE: "day"}
DETOURS = {"the_date": DATE}


def rows(_: Guide) -> Iterator[Row]:
    """The moves at this step and out of it."""
    yield Row("month", DATE, DATE)
    for move, guard in (("day", None), ("not_now", None), ("forget", lambda position: bool(position.case.date))):
        yield from leaving((move,), DATE, ONWARD, guard)


def needs_date(position: Position) -> bool:
    return not position.case.date and not position.case.date_offered
