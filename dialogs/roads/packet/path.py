"""The side road of the packet: a step to see what it will hold and to build it, one to name it, one for its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.document import readable
from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text
from dialogs.journey.steps import REVIEW
from dialogs.journey.table import Row, leaving
from dialogs.roads.packet.whose import needs_name

PACKET, NAMING, SIZES = "packet", "packet.naming", "packet.sizes"
TAKES_TEXT: Mapping[str, Text] = {NAMING: "word"}
DETOURS = {"pack": PACKET}
PAGES = frozenset({PACKET})


def rows(_: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""
    yield Row("build", PACKET, NAMING, has_no_name)
    yield Row("build", PACKET, PACKET, can_be_built)
    yield Row("size", PACKET, PACKET)  # its buttons stood there once
    yield Row("naming", PACKET, NAMING)
    for move in ("named", "no_name", "back"):
        yield Row(move, NAMING, PACKET)
    yield Row("sizes", PACKET, SIZES)
    for move in ("size", "back"):
        yield Row(move, SIZES, PACKET)
    yield from leaving(("back",), PACKET, REVIEW)


def can_be_built(position: Position) -> bool:
    return bool(readable(position.case.documents) or position.case.own_words)


def has_no_name(position: Position) -> bool:
    """Whose papers these are is asked first: the helper who makes them into one file is somebody else."""
    return can_be_built(position) and needs_name(position.case)
