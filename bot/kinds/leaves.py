"""One file as pages to copy into the packet, whatever its kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf import PageObject, PdfReader

if TYPE_CHECKING:
    from bot.kinds.drawn import DrawnPage
    from bot.packet.pdf.words import PageWords


@dataclass
class Leaves:
    """The pages of one file, to be copied, or drawn where copying would lose some of what they show."""

    reader: PdfReader
    pages: list[PageObject | DrawnPage]
    source: bytes = b""
    """The PDF that pages are drawn from; empty: none can be."""
    drawn: set[int] = field(default_factory=set)
    """Those that are drawn, counted from 0."""
    is_disc: bool = False
    """They are the papers of a disc, whose images are among the originals alone."""
    words: Mapping[int, PageWords] = field(default_factory=dict)
    """What was read on pages that are pictures, to be laid below them; by their number from 0."""
    borders: bool = False
    """They are pictures, each with a border of white around it."""

    @classmethod
    def of(cls, reader: PdfReader) -> Leaves:
        """The pages of a PDF of our own making."""
        return cls(reader, list(reader.pages))

    def draw(self, numbers: Collection[int]) -> None:
        """Have these pages drawn, as far as there is something to draw them from."""
        if not numbers or not self.source:
            return
        from bot.kinds.drawn import Drawing  # only few packets need pdfium

        drawing = Drawing(self.source)
        for number in numbers:
            if number < min(len(self.pages), len(drawing)):
                self.pages[number] = drawing.page(number)
                self.drawn.add(number)
