"""Binding: files become the parts of a packet, one file in memory at a time, our own pages written last.

A page may stand anywhere in a PDF's bytes: only the page tree, at its end, gives the order. So what a cover and a table
of contents have to say can wait until everything is read, and nothing has to be read twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader

from bot.packet.copying import Copying
from bot.packet.pages import Placed, copy_page
from bot.packet.part import TREE, Part
from bot.packet.press import Press
from bot.packet.reading import each_file_ends, hidden_layers, pages_of
from bot.packet.reasons import LeftOut, Reason

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
        self._begin_part()

    def add(self, number: int, data: bytes) -> None:
        """Put a file's pages behind the others, or note why it has none."""
        try:
            with each_file_ends():
                self._take(number, data)
        except LeftOut as left_out:
            self.left_out[number] = left_out.reason
            for bound in self.parts:  # of a file that does not go in whole, nothing goes in
                bound.runs = [run for run in bound.runs if run[0] != number]

    def _take(self, number: int, data: bytes) -> None:
        reader = pages_of(data, self.press, self._plan["words"])
        pages = list(reader.pages)
        if not pages:
            raise LeftOut("unreadable")
        turned = int(self._plan["files"][number]["turned"])
        if self._take_whole(number, reader, pages, turned):
            return
        if self.parts[-1].runs:
            self._begin_part()
            if self._take_whole(number, reader, pages, turned):
                return
        self._take_page_by_page(number, reader, pages, turned)

    def _take_whole(self, number: int, reader: PdfReader, pages: list[PageObject], turned: int) -> bool:
        here = self.parts[-1]
        copying = Copying(reader, here.part.next_number)
        placed: list[Placed] = []
        size, room = 0, here.room(self._limit)
        for page in pages:
            before = len(copying.objects)
            placed.append(copy_page(copying, page, TREE, turned))
            size += A_PAGE + sum(len(content) for _, content in copying.objects[before:])
            if size > room:
                return False
        here.part.take(copying, hidden_layers(reader))
        here.runs.append((number, placed))
        return True

    def _take_page_by_page(self, number: int, reader: PdfReader, pages: list[PageObject], turned: int) -> None:
        """A file larger than a whole part goes on in the next; a page larger than that leaves the file out."""
        first = len(self.parts)
        sizes = [_size(reader, page, turned) for page in pages]
        if max(sizes) > self._limit - OURS - A_PAGE:
            raise LeftOut("too_large")
        placed: list[Placed] = []
        copying = Copying(reader, self.parts[-1].part.next_number)
        for page in pages:
            mark = len(copying.objects), copying.next_number
            done = copy_page(copying, page, TREE, turned)
            if copying.size + A_PAGE * (len(placed) + 1) > self.parts[-1].room(self._limit):
                del copying.objects[mark[0] :]
                self._end_run(number, copying, placed, reader)
                self._begin_part()
                copying, placed = Copying(reader, self.parts[-1].part.next_number), []
                done = copy_page(copying, page, TREE, turned)
            placed.append(done)
        self._end_run(number, copying, placed, reader)
        assert len(self.parts) > first, "it would have fitted whole"

    def _end_run(self, number: int, copying: Copying, placed: list[Placed], reader: PdfReader) -> None:
        if placed:
            self.parts[-1].part.take(copying, hidden_layers(reader))
            self.parts[-1].runs.append((number, placed))

    def _begin_part(self) -> None:
        number = len(self.parts) + 1
        self.parts.append(Bound(Part(lambda content: self._emit(number, content))))


def _size(reader: PdfReader, page: PageObject, turned: int) -> int:
    copying = Copying(reader, TREE + 1)
    copy_page(copying, page, TREE, turned)
    return copying.size
