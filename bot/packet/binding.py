"""Binding: files become the parts of a packet, one file in memory at a time, our own pages written last.

A page may stand anywhere in a PDF's bytes: only the page tree, at its end, gives the order. So what a cover and a table
of contents have to say can wait until everything is read, and nothing has to be read twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, BinaryIO

from pypdf import PageObject

from bot.kinds.every import examine, kind_of_file
from bot.kinds.kind import Setting
from bot.kinds.leaves import Leaves
from bot.kinds.reasons import LeftOut, Reason
from bot.packet.one_file import TooSlow, each_file_ends
from bot.packet.pdf.boxes import paper_of
from bot.packet.pdf.copying import Copying
from bot.packet.pdf.layers import hidden_layers
from bot.packet.pdf.pages import WHOLE, Placed, copy_page
from bot.packet.pdf.part import TREE, Part
from bot.packet.pdf.words import Box, PageWords
from bot.papers.press import Press
from dialogs.case.document import PICTURES

OURS = 1 << 20
"""Bytes kept free in every part for its cover, contents, dividers and fonts."""
A_PAGE = 900
"""Bytes a page costs beside what it shows: its stamp, its line in the tables."""

Emit = Callable[[int, bytes], None]


@dataclass
class Bound:
    """One part while it is bound: its bytes, and the pages of each file in it."""

    part: Part
    runs: list[tuple[int, list[Placed]]] = field(default_factory=list)

    @property
    def pages(self) -> int:
        return sum(len(pages) for _, pages in self.runs)

    def room(self, limit: int) -> int:
        return limit - OURS - self.part.size - A_PAGE * self.pages


class Binding:
    """Takes file after file; `emit` gets each part's number, from 1, and its bytes as they come about."""

    def __init__(self, plan: Mapping[str, Any], press: Press, emit: Emit) -> None:
        self._plan, self.press, self._emit = plan, press, emit
        self._limit = int(plan["limit"])
        self.parts: list[Bound] = []
        self.left_out: dict[int, Reason] = {int(number): reason for number, reason in plan["left_out"]}
        self.drawn: dict[int, set[int]] = {}
        """Which pages of each file, counted from 0, went in as pictures."""
        self.discs: set[int] = set()
        """Files of which only the papers went in, not the images."""
        self._begin_part()

    def add(
        self,
        number: int,
        data: bytes | BinaryIO,
        seconds: float = 0,
        words: Mapping[int, PageWords] = MappingProxyType({}),
    ) -> None:
        """Put a file's pages behind the others, with what was read on them; or note why it has none."""
        try:
            with each_file_ends(seconds):
                self._take(number, data, words)
        except LeftOut as left_out:
            self.left_out[number] = left_out.reason
            for bound in self.parts:  # of a file that does not go in whole, nothing goes in
                bound.runs = [run for run in bound.runs if run[0] != number]

    def _take(self, number: int, data: bytes | BinaryIO, words: Mapping[int, PageWords]) -> None:
        file = self._plan["files"][number]
        drawn = [page - 1 for page in file["drawn"]]
        leaves = leaves_of(
            data, file["kind"], Setting(self.press, self._plan["words"], tuple(file.get("sheet", ()))), drawn
        )
        leaves.words, leaves.borders = words, file["kind"] in PICTURES
        turned = int(file["turned"])
        whole = self._take_whole(number, leaves, turned)
        if not whole and self.parts[-1].runs:
            self._begin_part()
            whole = self._take_whole(number, leaves, turned)
        if not whole:
            self._take_page_by_page(number, leaves, turned)
        self.drawn[number] = leaves.drawn
        self.discs |= {number} if leaves.is_disc else set()

    def _take_whole(self, number: int, leaves: Leaves, turned: int) -> bool:
        here = self.parts[-1]
        copying = Copying(leaves.reader, here.part.next_number)
        placed: list[Placed] = []
        size, room = 0, here.room(self._limit)
        for page in range(len(leaves.pages)):
            before = len(copying.objects)
            placed.append(_copied(copying, leaves, page, turned))
            size += A_PAGE + sum(len(content) for _, content in copying.objects[before:])
            if size > room:
                return False
        here.part.take(copying, hidden_layers(leaves.reader))
        here.runs.append((number, placed))
        return True

    def _take_page_by_page(self, number: int, leaves: Leaves, turned: int) -> None:
        """A file larger than a whole part goes on in the next; a page larger than that leaves the file out."""
        first = len(self.parts)
        sizes = [_size(leaves, page, turned) for page in range(len(leaves.pages))]
        if max(sizes) > self._limit - OURS - A_PAGE:
            raise LeftOut("too_large")
        placed: list[Placed] = []
        copying = Copying(leaves.reader, self.parts[-1].part.next_number)
        for page in range(len(leaves.pages)):
            mark = len(copying.objects)
            done = _copied(copying, leaves, page, turned)
            if copying.size + A_PAGE * (len(placed) + 1) > self.parts[-1].room(self._limit):
                del copying.objects[mark:]
                self._end_run(number, copying, placed, leaves)
                self._begin_part()
                copying, placed = Copying(leaves.reader, self.parts[-1].part.next_number), []
                done = _copied(copying, leaves, page, turned)
            placed.append(done)
        self._end_run(number, copying, placed, leaves)
        assert len(self.parts) > first, "it would have fitted whole"

    def _end_run(self, number: int, copying: Copying, placed: list[Placed], leaves: Leaves) -> None:
        if placed:
            self.parts[-1].part.take(copying, hidden_layers(leaves.reader))
            self.parts[-1].runs.append((number, placed))

    def _begin_part(self) -> None:
        number = len(self.parts) + 1
        self.parts.append(Bound(Part(lambda content: self._emit(number, content))))


def leaves_of(data: bytes | BinaryIO, kind: str, setting: Setting, drawn: Collection[int]) -> Leaves:
    """A file's pages, some of them (counted from 0) drawn. Raises `LeftOut`, or whatever a parser raises."""
    # Files that came long ago have no kind noted: they are looked at as when they came.
    known = kind_of_file(kind or (next(examine(data)).kind if isinstance(data, bytes) else ""))
    if known is None:
        raise LeftOut("unreadable")
    leaves: Leaves = known.leaves(data, setting, drawn)
    return leaves


def _copied(copying: Copying, leaves: Leaves, number: int, turned: int) -> Placed:
    """One page, copied; drawn if that was found better when it arrived, or if it cannot be copied to its end."""
    page, read = leaves.pages[number], leaves.words.get(number)
    if isinstance(page, PageObject):
        mark = copying.mark()
        try:
            return copy_page(copying, page, TREE, turned, read, _box(page, read) if leaves.borders else WHOLE)
        except (TooSlow, MemoryError):
            raise
        except Exception:  # pypdf raises anything on odd bytes
            copying.back_to(mark)
            leaves.draw([number])
            if isinstance(page := leaves.pages[number], PageObject):
                raise
    return page.place(copying, TREE, turned, read)


def _box(page: PageObject, read: PageWords | None) -> Box:
    """Where on its page a picture stands, that was read as it was turned then."""
    if read is None:
        return WHOLE
    from bot.kinds.picture_pages import on_its_page

    paper = paper_of(page)
    width, height = (
        round(10 * paper.width),
        round(10 * (paper.top - paper.bottom + paper.right - paper.left - paper.width)),
    )
    size = read.size if read.turned % 180 == 0 else read.size[::-1]
    left, top, right, bottom = on_its_page(size, (width, height))
    return left / width, top / height, right / width, bottom / height


def _size(leaves: Leaves, number: int, turned: int) -> int:
    copying = Copying(leaves.reader, TREE + 1)
    _copied(copying, leaves, number, turned)
    return copying.size
