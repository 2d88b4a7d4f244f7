"""A packet that was built: what it is made of, where its pieces lie, and what is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
class PacketResult:
    """A packet, and the digest of all that went in: with the same digest it need not be built again."""

    digest: str
    pages: int
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...] = ()
    unprinted: str = ""
    """Letters that stand in it as their code points, for there is no typeface for them."""
