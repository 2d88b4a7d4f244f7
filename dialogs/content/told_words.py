"""The words of what is told, and the pieces they stand in, so that what is kept stays as it was written."""

from __future__ import annotations

import re

from dialogs.content.phrases import plain
from dialogs.content.word_rows import Row

_APOSTROPHES = re.compile(r"['’‘`´]")
_BEHIND_THE_FIRST = re.compile(r"(?<=\s)\w{2,}")
EDGES = ' ,;:!?*()[]"“”«»،؛؟…–—-'
"""Marks that stand around what is told, and are not of it."""
_SHORTEST_AT_THE_END = 4
"""Letters of a word behind which a full stop ends a sentence: "Jr." and "B." keep theirs."""


def words_told(text: str) -> Row:
    """The words of a text; "I'm" is two, so that it is never taken for the name Im."""
    return tuple(plain(_APOSTROPHES.sub(" ", text)).replace(".", " ").split())


def words_of_talk(text: str) -> Row:
    """The words of a text, without the names in it: "Lives Hospital" tells that nobody lives anywhere."""
    pieces = text.split()
    is_written_small = text.isupper() or any(piece[:1].islower() for piece in pieces)
    names = pieces if not is_written_small else [] if text.isupper() else pieces[1:]
    return words_told(" ".join(piece for piece in pieces if not (piece in names and piece[:1].isupper())))


def has_a_name(text: str) -> bool:
    """Whether a word of two letters or more with a capital one stands in a text, not at its beginning."""
    return any(word[0].isupper() for word in _BEHIND_THE_FIRST.findall(text))


def spread(text: str) -> tuple[list[str], Row, list[int]]:
    """The pieces of a text, their words in one row, and for each word the piece it stands in."""
    pieces, words, piece_of = text.split(), list[str](), list[int]()
    for at, piece in enumerate(pieces):
        of_it = words_told(piece)
        words += of_it
        piece_of += [at] * len(of_it)
    return pieces, tuple(words), piece_of


def trimmed(told: str) -> str:
    """Without the marks around it, and the full stop behind it."""
    told = told.strip(EDGES)
    last = told.split()[-1] if told.split() else ""
    return told.rstrip(".") if len(last.rstrip(".")) >= _SHORTEST_AT_THE_END else told
