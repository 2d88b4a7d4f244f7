"""A packet that was built: what it is made of, where its pieces lie, and what is not in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

PieceKind = Literal["pages", "originals"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a packet: pages (a PDF) or the originals (an archive), and its place among those of its kind."""

    kind: PieceKind
    document: int
    """Its number in the vault."""
    part: int
    of: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that has no pages in the packet, and why."""

    document: int
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """A packet, and the digest of all that went in: with the same digest it need not be built again."""

    digest: str
    pages: int
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...] = ()


def from_plain(plain: Mapping[str, Any] | None) -> Built | None:
    """A packet read back from JSON; None if its fields are not those we know: then it is built again."""
    if not plain:
        return None
    try:
        return Built(
            digest=plain["digest"],
            pages=plain["pages"],
            pieces=tuple(Piece(**each) for each in plain["pieces"]),
            left_out=tuple(LeftOut(**each) for each in plain["left_out"]),
        )
    except (KeyError, TypeError):
        return None


def to_plain(built: Built | None) -> dict[str, Any] | None:
    if built is None:
        return None
    return {
        "digest": built.digest,
        "pages": built.pages,
        "pieces": [
            {"kind": each.kind, "document": each.document, "part": each.part, "of": each.of} for each in built.pieces
        ],
        "left_out": [{"document": each.document, "reason": each.reason} for each in built.left_out],
    }
