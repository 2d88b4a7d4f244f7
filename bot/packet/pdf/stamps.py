"""The small stamp on every page, such as "12 / 87 · photo 2 of 3 · Part 1 of 3 · Alex Example"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from bot.packet.pdf.copying import Copying
from bot.packet.pdf.pages import Placed
from bot.packet.pdf.part import Part

_BEFORE, _BETWEEN, _TAIL = 10, 11, 12
_MARGIN = 24.0
_BASELINE = 2.0


class Stamps:
    """The stamps of one part: numbers in our own typeface, and the words around them, each of which is written once.

    `pieces`: a page each for the ten digits, for what stands before and between two numbers, and for what may follow.
    `from_right`: the first of it stands at the right.
    """

    def __init__(self, part: Part, pieces: PdfReader, from_right: bool = False) -> None:
        copying = Copying(pieces, part.next_number, trusted=True)
        self._part, self._from_right = part, from_right
        self._widths = [float(page.mediabox.width) for page in pieces.pages]
        self._codes = [_codes(page, pieces) for page in list(pieces.pages)[:_BEFORE]]
        before, between, *tails = [self._form(copying, page) for page in list(pieces.pages)[_BEFORE:]]
        resources: Any = pieces.pages[0]["/Resources"]
        fonts = resources["/Font"].get_object()
        font = copying.value(fonts.raw_get(next(iter(fonts))))
        copying.drain()
        said = b"<< /Font << /F %s >> /XObject << /A %d 0 R /B %d 0 R /T %d 0 R >> >>"
        self._resources = [copying.add(said % (font, before, between, tail)) for tail in tails]
        part.take(copying)

    def stamp(self, pages: Sequence[Placed], tails: Mapping[int, int]) -> None:
        """Write the stamp of every page, numbered from 1, in the middle of the width it has.

        `tails`: of pages (their object's number) that have other words after the number than the first, which.
        """
        for number, page in enumerate(pages, start=1):
            tail = tails.get(page.page, 0)
            content, width = self._line(number, len(pages), tail)
            scale = min(1.0, max(0.2, (page.width - 2 * _MARGIN) / width))
            left = max(0.0, (page.width - width * scale) / 2)
            head = b"/Artifact << /Type /Pagination /Subtype /Footer >> BDC\nq %.3f 0 0 %.3f %.2f 0 cm\n"
            content = head % (scale, scale, left) + content + b"Q EMC"
            head = b"<< /Type /XObject /Subtype /Form /BBox [0 -6 %.2f 14] /Resources %d 0 R /Length %d >>\nstream\n"
            box = (max(page.width, 1.0), self._resources[tail], len(content))
            self._part.place(page.stamp, head % box + content + b"\nendstream")

    def _line(self, number: int, count: int, tail: int) -> tuple[bytes, float]:
        """The numbers and the words around them from the left to the right, and how wide that is."""
        one, all_of_them = ([*map(int, str(each))] for each in (number, count))
        line: list[tuple[bytes, list[int]]] = [
            (b"A", [_BEFORE]),
            (b"", one),
            (b"B", [_BETWEEN]),
            (b"", all_of_them),
            (b"T", [_TAIL + tail]),
        ]
        content, at = b"", 0.0
        for form, pieces in reversed(line) if self._from_right else line:
            if form:
                content += b"q 1 0 0 1 %.3f 0 cm /%s Do Q\n" % (at, form)
            else:
                codes = b"".join(self._codes[piece] for piece in pieces).hex().encode()
                content += b"BT 0.24 g /F 8.5 Tf %.3f %.1f Td <%s> Tj ET\n" % (at, _BASELINE, codes)
            at += sum(self._widths[piece] for piece in pieces)
        return content, at

    def _form(self, copying: Copying, page: PageObject) -> int:
        content: Any = page["/Contents"].get_object()
        head = b"/Type /XObject\n/Subtype /Form\n/BBox [0 -4 %.2f 14]\n" % float(page.mediabox.width)
        resources = b"/Resources %s\n" % copying.value(page.raw_get("/Resources"))
        packed = b"/Filter %s\n" % copying.value(content["/Filter"]) if "/Filter" in content else b""
        ending = b"/Length %d >>\nstream\n%s\nendstream" % (len(content._data), content._data)
        return copying.add(b"<< " + head + resources + packed + ending)


def _codes(page: PageObject, pieces: PdfReader) -> bytes:
    """The bytes that show a piece in its font: typst sets each piece as one string."""
    for operands, operator in ContentStream(page["/Contents"], pieces).operations:
        if operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            return b"".join(each.original_bytes for each in shown if hasattr(each, "original_bytes"))
    return b""
