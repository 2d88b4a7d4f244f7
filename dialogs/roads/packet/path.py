"""The side road of the packet: a step to see what it will hold and build it, one to choose that, one for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.document import readable
from dialogs.checklist.wishes import bound_for
from dialogs.content.guide import Guide
from dialogs.journey.guards import Position
from dialogs.journey.road import Text
from dialogs.journey.steps import REVIEW
from dialogs.journey.table import Row, leaving
from dialogs.roads.packet.going_in import chosen
from dialogs.roads.packet.whose import needs_name

PACKET, NAMING, SIZES = "packet", "packet.naming", "packet.sizes"
CHOOSING, SETTINGS, FOR = "packet.choosing", "packet.settings", "packet.for"
TAKES_TEXT: Mapping[str, Text] = {NAMING: "word"}
DETOURS = {"pack": PACKET}
PAGES = frozenset({PACKET})


def rows(guide: Guide) -> Iterator[Row]:
    """The moves between these steps and out of them."""

    def can_be_built(position: Position) -> bool:
        return bool(position.case.own_words or chosen(guide, position.case))

    def has_no_name(position: Position) -> bool:
        """Whose papers these are is asked first: the helper who makes them into one file is somebody else."""
        return can_be_built(position) and needs_name(position.case)

    yield Row("build", PACKET, NAMING, has_no_name)
    yield Row("build", PACKET, PACKET, can_be_built)

    def goes_to_several(position: Position) -> bool:
        return len(bound_for(guide, position.case)) > 1

    yield Row("for_one", PACKET, FOR, goes_to_several)
    for move in ("for", "for_all"):
        yield Row(move, FOR, PACKET)
    yield Row("choosing", PACKET, CHOOSING, _has_files)
    for move in ("toggle", "page"):
        yield Row(move, CHOOSING, CHOOSING)
    yield Row("details", PACKET, SETTINGS)
    yield Row("size", PACKET, PACKET)  # its buttons stood there once
    for step in (SETTINGS, PACKET):  # on the packet's own card they stood once
        yield Row("naming", step, NAMING)
        yield Row("sizes", step, SIZES)
    for move in ("named", "no_name", "back"):
        yield Row(move, NAMING, PACKET)
    for move in ("size", "back"):
        yield Row(move, SIZES, PACKET)
    for step in (CHOOSING, SETTINGS, FOR):
        yield Row("back", step, PACKET)
    yield from leaving(("back",), PACKET, REVIEW)


def _has_files(position: Position) -> bool:
    return bool(readable(position.case.documents))
