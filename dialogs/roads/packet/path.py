"""The side road of the packet: a step to see what it will hold and to build it, and one to name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text
from dialogs.journey.steps import REVIEW
from dialogs.journey.table import Row, leaving

PACKET, NAMING = "packet", "packet.naming"
TAKES_TEXT: Mapping[str, Text] = {NAMING: "word"}
DETOURS = {"pack": PACKET}
PAGES = frozenset({PACKET})


def rows(_: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""
    yield Row("build", PACKET, PACKET, can_be_built)
    yield Row("size", PACKET, PACKET)
    yield Row("naming", PACKET, NAMING)
    for move in ("named", "no_name", "back"):
        yield Row(move, NAMING, PACKET)
    yield from leaving(("back",), PACKET, REVIEW)


def can_be_built(position: Position) -> bool:
    return any(document.state == "readable" for document in position.case.documents)
