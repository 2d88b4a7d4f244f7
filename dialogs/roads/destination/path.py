"""Where it goes: one question of the path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.road import Text
from dialogs.journey.table import ONWARD, RETURN, Row, backward, came_from_elsewhere, leaving

DESTINATION = "destination"
TAKES_TEXT: Mapping[str, Text] = {DESTINATION: "word"}
DETOURS = {"where": DESTINATION}


def rows(_: Guide) -> Iterator[Row]:
    """The moves out of this step."""
    yield from leaving(("answered", "not_now"), DESTINATION, ONWARD)
    yield Row("back", DESTINATION, RETURN, came_from_elsewhere)
    yield backward(DESTINATION)
