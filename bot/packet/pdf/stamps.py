"""The small stamp on every page, such as "12 / 87 · photo 2 of 3 · Part 1 of 3 · Alex Example"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from bot.packet.pdf.copying import Copying
from bot.packet.pdf.pages import Placed
from bot.packet.pdf.part import Part

_STROKE, _TAIL = 10, 11
_MARGIN = 24.0
_BASELINE = 2.0


class Stamps:
    """The stamps of one part: numbers in our own typeface, and the words after them, each of which is written once."""

    def __init__(self, part: Part, pieces: PdfReader) -> None:
        copying = Copying(pieces, part.next_number, trusted=True)
        self._part = part
        self._widths = [float(page.mediabox.width) for page in pieces.pages]
        self._codes = [_codes(page, pieces) for page in list(pieces.pages)[:_TAIL]]
        tails = [self._form(copying, page) for page in list(pieces.pages)[_TAIL:]]
        resources: Any = pieces.pages[0]["/Resources"]
        fonts = resources["/Font"].get_object()
        font = copying.value(fonts.raw_get(next(iter(fonts))))
        copying.drain()
        self._resources = [
            copying.add(b"<< /Font << /F %s >> /XObject << /T %d 0 R >> >>" % (font, tail)) for tail in tails
        ]
        part.take(copying)

    def stamp(self, pages: Sequence[Placed], tails: Mapping[int, int]) -> None:
        """Write the stamp of every page, numbered from 1, in the middle of the width it has.

        `tails`: of pages (their object's number) that have other words after the number than the first, which.
        """
        for number, page in enumerate(pages, start=1):
            pieces = [*map(int, str(number)), _STROKE, *map(int, str(len(pages)))]
            own, tail = sum(self._widths[piece] for piece in pieces), tails.get(page.page, 0)
            width, room = own + self._widths[_TAIL + tail], page.width - 2 * _MARGIN
            scale = min(1.0, max(0.2, room / width))
            left = max(0.0, (page.width - width * scale) / 2)
            content = b"/Artifact << /Type /Pagination /Subtype /Footer >> BDC\nq %.3f 0 0 %.3f %.2f 0 cm\n" % (
                *(scale, scale, left),
            )
            codes = b"".join(self._codes[piece] for piece in pieces).hex().encode()
            content += b"BT 0.24 g /F 8.5 Tf 0 %.1f Td <%s> Tj ET\n" % (_BASELINE, codes)
            content += b"1 0 0 1 %.3f 0 cm /T Do\nQ EMC" % own
            head = b"<< /Type /XObject /Subtype /Form /BBox [0 -6 %.2f 14] /Resources %d 0 R /Length %d >>\nstream\n"
            box = (max(page.width, 1.0), self._resources[tail], len(content))
            self._part.place(page.stamp, head % box + content + b"\nendstream")

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
