"""The packet's steps: one to see what it will hold and to build it, one to name it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.guards import Guard, Position

PACKET, NAMING = "packet", "packet.naming"


def can_be_built(position: Position) -> bool:
    return any(document.state == "readable" for document in position.case.documents)


def packet_rows() -> Iterator[tuple[str, str, str, Guard | None]]:
    """Move, from, to, and what must hold; the way back from the packet is the detours'."""
    yield "build", PACKET, PACKET, can_be_built
    yield "size", PACKET, PACKET, None
    yield "naming", PACKET, NAMING, None
    for move in ("named", "no_name", "back"):
        yield move, NAMING, PACKET, None
