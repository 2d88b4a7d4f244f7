"""Where it goes: one question of the path. What is known of a place, and which are known, is shown at the same step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.road import Text
from dialogs.journey.table import ONWARD, RETURN, Row, backward, came_from_elsewhere, leaving

DESTINATION = "destination"
TAKES_TEXT: Mapping[str, Text] = {DESTINATION: "word"}
DETOURS = {"where": DESTINATION}
SHOWN = ("known", "choose", "look", "remove", "also", "meant")
"""What is tapped without leaving: the list of those we know, one of it, one that was chosen, and away with it;
and one that may have been meant by what was written."""


def rows(guide: Guide) -> Iterator[Row]:
    """The moves out of this step."""
    yield from leaving(("answered", "not_now", "go_on"), DESTINATION, ONWARD)
    for move in SHOWN if guide.destinations else ():
        yield Row(move, DESTINATION, DESTINATION)
    yield Row("back", DESTINATION, RETURN, came_from_elsewhere)
    yield backward(DESTINATION)
