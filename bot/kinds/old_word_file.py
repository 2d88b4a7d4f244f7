"""Where a Word document of before 2007 keeps its letters and their looks ([MS-DOC] 2.4, 2.5, 2.8 and 2.9)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.kinds.old_word_looks import Looks, Place, looks_of, place_of

_MAGIC = 0xA5EC
_OLDEST = 0x00C1
"""nFib of Word 97: older ones keep their letters otherwise."""
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_LENGTHS = 0x4C
"""ccpText and the lengths of the parts behind it, four bytes each (FibRgLw97)."""
_CHARACTERS, _PARAGRAPHS, _FONTS, _CLX = 0xFA, 0x102, 0x112, 0x1A2
"""fcPlcfBteChpx, fcPlcfBtePapx, fcSttbfFfn, fcClx; the length follows each (FibRgFcLcb97)."""
_PAGE = 512
MOST_LETTERS = 4_000_000
_PARTS = ("main", "notes", "heads", "macros", "remarks", "endnotes", "boxes", "head_boxes")


class NotWord(Exception):
    """It is locked, or older than what can be read."""


@dataclass(frozen=True, slots=True)
class Span:
    """Letters that look alike, and where the first of them lies."""

    text: str
    looks: Looks
    at: int
    width: int
    """Bytes of each letter."""


class OldWord:
    """The letters of a document, part by part. Raises `NotWord`, or what a torn table raises."""

    def __init__(self, file: Any) -> None:
        self._data: bytes = file.openstream("WordDocument").read()
        magic, version = struct.unpack_from("<HH", self._data)
        flags = struct.unpack_from("<H", self._data, 0x0A)[0]
        if magic != _MAGIC or version < _OLDEST or flags & _ENCRYPTED:
            raise NotWord
        self._table: bytes = file.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
        lengths = struct.unpack_from("<3iI4i", self._data, _LENGTHS)
        self._lengths = dict(zip(_PARTS, lengths, strict=True))
        if any(length < 0 for length in lengths) or sum(lengths) > MOST_LETTERS:
            raise ValueError("lengths of parts that cannot be")
        fonts = _fonts(self._listed(_FONTS))
        self._looks = [(begin, end, looks_of(how, fonts)) for begin, end, how in self._pages(_CHARACTERS, _character)]
        self._places = [(begin, end, place_of(how)) for begin, end, how in self._pages(_PARAGRAPHS, _paragraph)]
        self._begins = [begin for begin, *_ in self._looks]
        self._place_begins = [begin for begin, *_ in self._places]

    @property
    def has_remarks(self) -> bool:
        return bool(self._lengths["remarks"])

    def spans(self, part: str) -> list[Span]:
        """The letters of a part of the document."""
        before = sum(self._lengths[each] for each in _PARTS[: _PARTS.index(part)])
        return list(self._spans(before, before + self._lengths[part]))

    def place(self, at: int) -> Place:
        """Where the paragraph stands whose mark lies here."""
        index = bisect_right(self._place_begins, at) - 1
        if index < 0 or at >= self._places[index][1]:
            return Place()
        return self._places[index][2]

    def _spans(self, first: int, last: int) -> Iterator[Span]:
        for begin, end, at, width in self._pieces():
            start, stop = max(begin, first), min(end, last)
            if start < stop:
                yield from self._looking(at + (start - begin) * width, (stop - start) * width, width)

    def _looking(self, at: int, length: int, width: int) -> Iterator[Span]:
        """A piece of text, parted where its look changes."""
        end = at + length
        while at < end:
            index = bisect_right(self._begins, at) - 1
            looks, until = Looks(), end
            if index >= 0 and at < self._looks[index][1]:
                looks, until = self._looks[index][2], min(end, self._looks[index][1])
            elif index + 1 < len(self._begins):
                until = min(end, self._begins[index + 1])
            until = max(until, at + width)
            text = self._data[at:until].decode("cp1252" if width == 1 else "utf-16-le", "replace")
            yield Span(text, looks, at, width)
            at = until

    def _pieces(self) -> Iterator[tuple[int, int, int, int]]:
        """First and last letter of each piece, where it lies, and the bytes of a letter (2.9.38, 2.9.177)."""
        clx, at = self._listed(_CLX), 0
        while clx[at] == 1:
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        if clx[at] != 2:
            raise ValueError("no table of pieces")
        (size,) = struct.unpack_from("<I", clx, at + 1)
        table = clx[at + 5 : at + 5 + size]
        count = (len(table) - 4) // 12
        letters = struct.unpack_from(f"<{count + 1}I", table)
        for number, (begin, end) in enumerate(pairwise(letters)):
            (where,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
            is_narrow = bool(where & 0x40000000)
            where &= 0x3FFFFFFF
            yield begin, end, where // 2 if is_narrow else where, 1 if is_narrow else 2

    def _listed(self, at: int) -> bytes:
        """What a place in the head of the file leads to in its table."""
        where, length = struct.unpack_from("<II", self._data, at)
        return self._table[where : where + length]

    def _pages(self, at: int, how_of: Any) -> list[tuple[int, int, bytes]]:
        """Where the letters or paragraphs of a look begin and end, and the look itself, in order (2.9.33, 2.9.174)."""
        table = self._listed(at)
        count = max(0, (len(table) - 4) // 8)
        found: dict[int, tuple[int, int, bytes]] = {}
        for number in range(count):
            (page,) = struct.unpack_from("<I", table, 4 * (count + 1) + 4 * number)
            whole = self._data[(page & 0x3FFFFF) * _PAGE :][:_PAGE]
            if len(whole) < _PAGE:
                continue
            runs = whole[_PAGE - 1]
            for index, (begin, end) in enumerate(pairwise(struct.unpack_from(f"<{runs + 1}I", whole))):
                if begin < end:
                    found[begin] = (begin, end, how_of(whole, 4 * (runs + 1), index))
        return [found[begin] for begin in sorted(found)]


def _character(page: bytes, at: int, index: int) -> bytes:
    where = page[at + index] * 2
    return page[where + 1 : where + 1 + page[where]] if where else b""


def _paragraph(page: bytes, at: int, index: int) -> bytes:
    where = page[at + 13 * index] * 2
    if not where:
        return b""
    size = 2 * page[where] - 1 if page[where] else 2 * page[where + 1]
    where += 1 if page[where] else 2
    return page[where + 2 : where + size]  # the number of its style comes first


def _fonts(table: bytes) -> list[str]:
    """The names of its fonts (2.9.286)."""
    if len(table) < 4:
        return []
    names, at = [], 4
    for _ in range(min(struct.unpack_from("<H", table)[0], 1_000)):
        if at >= len(table):
            break
        size = table[at] + 1
        name = table[at + 40 : at + size].decode("utf-16-le", "replace")
        names.append(name.split("\0")[0])
        at += size
    return names
