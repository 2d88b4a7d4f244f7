"""Pages that go into the packet as pictures: pdfium draws them as a reader sees them, where copying would lose some."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from bot.kinds.notes import remove_notes_without_looks
from bot.kinds.opening import drawable
from bot.packet.pdf.boxes import A4, Paper
from bot.packet.pdf.copying import Copying
from bot.packet.pdf.pages import Placed, place_picture
from bot.packet.pdf.words import PageWords

DOTS = 200
"""To an inch: print of 6 points can still be read."""
LONGEST_SIDE = 3400
"""Pixels; a page of A4 has 2339, a poster is drawn coarser."""
_QUALITY = 85
_GREY = 12
"""Levels by which the colours of a grey page may differ."""


class CannotBeDrawn(Exception):
    """pdfium has no picture of that page."""


class Drawing:
    """A PDF as pdfium draws it, with the values of its form, which a file may hold without their looks."""

    def __init__(self, data: bytes) -> None:
        self._document = drawable(data)
        self._document.init_forms()

    def __len__(self) -> int:
        return len(self._document)

    def page(self, number: int) -> DrawnPage:
        return DrawnPage(self, number)

    @contextmanager
    def opened(self, number: int) -> Iterator[pdfium.PdfPage]:
        """A page, counted from 0, and let go of again: a document of thousands would fill the memory."""
        page = self._document[number]
        try:
            yield page
        finally:
            page.close()

    def small(self, number: int, scale: float, box: tuple[float, ...] = ()) -> Image.Image:
        """A page in grey at so many pixels a point, or what is in a box of it; raises what pdfium raises.

        Without notes whose looks are made here: no two readers draw them alike.
        """
        with self.opened(number) as page:
            remove_notes_without_looks(page)
            if box:
                page.set_mediabox(*box)
                page.set_cropbox(*box)
            shown: Image.Image = page.render(scale=scale, grayscale=True).to_pil().copy()
            return shown

    def size(self, number: int) -> tuple[float, float]:
        """Width and height as a reader sees the page, in points."""
        width, height = self._document.get_page_size(number)
        return width, height


class DrawnPage:
    """One page of a `Drawing`, drawn when it is needed and not again."""

    def __init__(self, drawing: Drawing, number: int) -> None:
        self._drawing, self._number = drawing, number
        self._jpeg = b""

    def place(self, copying: Copying, parent: int, turned: int, read: PageWords | None = None) -> Placed:
        """Write the page as a picture of the same size, with what was read on it. Raises `CannotBeDrawn`."""
        try:
            width, height = self._drawing.size(self._number)
            picture = self._picture(width, height)
        except (pdfium.PdfiumError, ValueError, OSError):
            raise CannotBeDrawn from None
        paper = Paper(0, 0, width or A4[2], height or A4[3], turned % 360)
        return place_picture(copying, picture, paper, parent, turned, read)

    def _picture(self, width: float, height: float) -> tuple[bytes, tuple[int, int], bool]:
        """A JPEG, its size in pixels, and whether it is grey."""
        if not self._jpeg:
            with self._drawing.opened(self._number) as page:
                scale = min(DOTS / 72, LONGEST_SIDE / max(width, height, 1))
                shown: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
            grey = _is_grey(shown)
            out = io.BytesIO()
            (shown.convert("L") if grey else shown).save(out, "JPEG", quality=_QUALITY)
            self._jpeg, self._look = out.getvalue(), (shown.size, grey)
        size, grey = self._look
        return self._jpeg, size, grey


def _is_grey(shown: Image.Image) -> bool:
    small = shown.reduce(4) if min(shown.size) > 8 else shown
    red, green, blue = small.split()
    differences: list[Any] = [ImageChops.difference(red, each).getextrema()[1] for each in (green, blue)]
    return bool(max(differences) <= _GREY)
