"""One part of the packet, written from its head to its end: nothing of it has to stay in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.packet.pdf.copying import Copying
from bot.packet.pdf.pages import Placed

CATALOGUE, TREE = 1, 2
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(frozen=True)
class Mark:
    """A line of the outline: a title, the page object it leads to, and the lines below it."""

    title: str
    page: int
    below: Sequence[Mark] = ()


class Part:
    """The bytes of one PDF as they come about; `emit` takes them."""

    def __init__(self, emit: Callable[[bytes], None]) -> None:
        self._emit = emit
        self._places: dict[int, int] = {}
        self._next = TREE + 1
        self._layers: list[int] = []
        self._hidden: list[int] = []
        self.size = 0
        self._put(_HEAD)

    @property
    def next_number(self) -> int:
        return self._next

    def take(self, copying: Copying, hidden: frozenset[tuple[int, int]] = frozenset()) -> None:
        """Write the objects that were copied; `hidden` are the layers that their file does not show."""
        for number, content in copying.objects:
            self._place(number, content)
        copying.objects.clear()
        self._next = max(self._next, copying.next_number)
        self._layers += copying.layers
        self._hidden += [number for number, identity in copying.layers.items() if identity in hidden]
        copying.layers.clear()

    def add(self, content: bytes) -> int:
        self._next += 1
        self._place(self._next - 1, content)
        return self._next - 1

    def place(self, number: int, content: bytes) -> None:
        self._place(number, content)

    def finish(self, pages: Sequence[Placed], marks: Sequence[Mark], title: str, entries: bytes) -> None:
        """Write the page tree, the outline, the catalogue with `entries` of ours, and the table of objects."""
        kids = b" ".join(b"%d 0 R" % each.page for each in pages)
        self._place(TREE, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids))
        outline = self._outline(marks)
        if self._layers:
            entries += _layers(self._layers, self._hidden)
        catalogue = b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines\n%s>>"
        self._place(CATALOGUE, catalogue % (TREE, outline, entries))
        information = self.add(b"<< /Title %s >>" % text(title))
        table, start = [b"xref\n0 %d\n0000000000 65535 f \n" % self._next], self.size
        # A number that was set aside and not used, where a file went on in another part, is an object that is free.
        entries_of = {number: b"%010d 00000 n \n" % place for number, place in self._places.items()}
        table += [entries_of.get(number, b"0000000000 65535 f \n") for number in range(1, self._next)]
        end = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        self._put(b"".join(table) + end % (self._next, CATALOGUE, information, start))

    def _outline(self, marks: Sequence[Mark]) -> int:
        root = self._next
        self._next += 1
        first, last = self._level(marks, root)
        self._place(root, b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, len(marks)))
        return root

    def _level(self, marks: Sequence[Mark], parent: int) -> tuple[int, int]:
        first = self._next
        self._next += len(marks)
        last = self._next - 1
        for number, mark in enumerate(marks, first):
            entry = b"<< /Title %s /Parent %d 0 R /Dest [%d 0 R /Fit]" % (text(mark.title), parent, mark.page)
            if number > first:
                entry += b" /Prev %d 0 R" % (number - 1)
            if number < last:
                entry += b" /Next %d 0 R" % (number + 1)
            if mark.below:
                entry += b" /First %d 0 R /Last %d 0 R /Count -%d" % (*self._level(mark.below, number), len(mark.below))
            self._place(number, entry + b" >>")
        return first, last

    def _place(self, number: int, content: bytes) -> None:
        self._places[number] = self.size
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def _put(self, content: bytes) -> None:
        self._emit(content)
        self.size += len(content)


def text(words: str) -> bytes:
    """Words as a PDF string in UTF-16; a lone half of a character becomes a question mark."""
    return b"<feff%s>" % words.encode("utf-16-be", "replace").hex().encode()


def _layers(layers: Sequence[int], hidden: Sequence[int]) -> bytes:
    def listed(numbers: Sequence[int]) -> bytes:
        return b" ".join(b"%d 0 R" % number for number in numbers)

    return b"/OCProperties << /OCGs [%s] /D << /OFF [%s] /Order [] >> >>\n" % (listed(layers), listed(hidden))
