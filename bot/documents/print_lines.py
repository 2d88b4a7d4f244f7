"""Pieces of print, each with its place on a page, as lines from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stand together, and their place: pixels from the left and the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def text_of(pieces: Iterable[Piece]) -> str:
    """The page's text; what stands apart in one line stands two spaces apart, as in a table."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        if lines and piece.top < lines[-1][0].middle < piece.bottom:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return "\n".join(map(_joined, lines))


def _joined(line: list[Piece]) -> str:
    first, *others = sorted(line, key=lambda each: each.left)
    text, right = first.text, first.right
    for piece in others:
        apart = piece.left - right > piece.bottom - piece.top
        text, right = f"{text}{'  ' if apart else ' '}{piece.text}", piece.right
    return text
