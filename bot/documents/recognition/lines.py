"""The lines of a paper, as printed and as compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

MOST_CHARACTERS = 300_000
LONGEST_LINE = 400
"""Characters; a longer one is read as several, for nobody prints such a line."""

_TURNS = (0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
"""Signs that turn the direction of writing, or join and part letters: programs put them between the parts of a date."""
_VOWELS = (0x0640, *range(0x064B, 0x0653), 0x0670)
"""Of Arabic, with what makes a word longer: most print has none."""
_UNSEEN = dict.fromkeys((*_TURNS, *_VOWELS))
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r" {2,}|\|")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. The folded text has the same length: small letters, no accents."""

    page: int
    text: str
    folded: str
    words: tuple[tuple[str, int, int], ...]
    """Each folded word, and where it starts and ends."""
    plain: str
    """The folded words alone, with a space before and after each."""

    def cells(self, end: int | None = None) -> list[str]:
        """The parts of the line, up to a place in it, that stand apart from each other."""
        return [cell for part in _GAP.split(self.text[:end]) if (cell := part.strip())]


def lines_of(pages: Sequence[str]) -> tuple[Line, ...]:
    """The printed lines of all pages, as far as `MOST_CHARACTERS` go; pages are counted from 0."""
    return tuple(_lines(pages))


def whole(lines: Iterable[Line]) -> str:
    """The folded words of all lines, with a space before and after each."""
    return f" {' '.join([line.plain.strip() for line in lines if line.words])} "


def folded(text: str) -> str:
    """Small letters without accents, each in its place."""
    return text.lower() if text.isascii() else "".join(map(_letter, text))


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text)))


def begins_as_names_do(word: str) -> bool:
    """With a capital, or in letters that have none, such as Arabic ones."""
    first = word[0]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def printed(text: str, most: int = 120) -> str:
    """A piece of a paper as one line of at most so many characters, cut between words."""
    text = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    if len(text) <= most:
        return text
    return (text[: most - 1].rsplit(" ", 1)[0][: most - 1] or text[: most - 1]) + "…"


def _lines(pages: Sequence[str]) -> Iterator[Line]:
    left = MOST_CHARACTERS
    for number, page in enumerate(pages):
        for line in page[:left].splitlines():
            for start in range(0, len(line), LONGEST_LINE):
                # NFKC: a PDF's text has ligatures, wide letters and spaces of many kinds. It can lengthen a text much.
                part = unicodedata.normalize("NFKC", line[start : start + LONGEST_LINE]).replace("\t", "  ")
                part = part.translate(_UNSEEN)
                yield _line(number, part[:LONGEST_LINE])
        left = max(0, left - len(page))


def _line(page: int, text: str) -> Line:
    small = folded(text)
    words = tuple((each.group(), *each.span()) for each in _WORD.finditer(small))
    return Line(page, text, small, words, f" {' '.join([word for word, _, _ in words])} ")


@lru_cache(maxsize=1000)
def _letter(mark: str) -> str:
    base = unicodedata.normalize("NFKD", mark)[0].lower()
    return base if len(base) == 1 else mark
