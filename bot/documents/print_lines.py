"""Pieces of print, each with its place on a page, as lines from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GAP, WIDE_GAP = 0.25, 0.6
"""Between two letters, as parts of a line's height: between a number and a word, and between columns."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stand together, and their place: pixels from the left and the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    sure: float = 1
    """Of 1, how surely it was read."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def spaced(text: str, letters: Sequence[tuple[float, float]], height: float) -> str:
    """The text with the spaces that stand on the paper: a reader of print may lose some, and a name runs into a date.

    The letters, without spaces, are given by where they begin and end, in pixels.
    """
    if len(letters) != len(text.replace(" ", "")):
        return text
    written, space, before, places = "", "", letters[0][0] if letters else 0.0, iter(letters)
    for mark in text:
        if mark == " ":
            space = " "
            continue
        left, right = next(places)
        gap = (left - before) / height
        # Within a word some letters seem to stand apart: only between a number and a word is a small gap believed.
        meet = mark.isalnum() and written[-1:].isalnum() and mark.isdigit() != written[-1:].isdigit()
        space = "  " if gap > WIDE_GAP else " " if gap > GAP and meet else space
        written, space, before = f"{written}{space}{mark}", "", right
    return written


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
