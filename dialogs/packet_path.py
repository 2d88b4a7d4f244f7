"""The side road of the packet: a step to see what it will hold and to build it, and one to name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.guards import Position, came_from
from dialogs.table import Row

PACKET, NAMING = "packet", "packet.naming"
STEPS = (PACKET, NAMING)


def rows(resting: Iterable[str], home: str) -> Iterator[Row]:
    """The moves between these steps and out of them: to the steps a patient can come from, or else home."""
    yield Row("build", PACKET, PACKET, can_be_built)
    yield Row("size", PACKET, PACKET)
    yield Row("naming", PACKET, NAMING)
    for move in ("named", "no_name", "back"):
        yield Row(move, NAMING, PACKET)
    for rest in resting:
        if rest != PACKET:
            yield Row("back", PACKET, rest, came_from(rest))
    yield Row("back", PACKET, home)


def can_be_built(position: Position) -> bool:
    return any(document.state == "readable" for document in position.case.documents)
