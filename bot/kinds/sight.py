"""A PDF's pages as an eye sees them, by pdfium: which are blank, which lie on their side, what is written on them."""

import math
import time
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from bot.kinds.appearance import is_blank
from bot.kinds.filled_in import page_as_printed
from bot.kinds.findings import READ_CHARACTERS, READ_PAGES, Finding, Remark, said
from bot.kinds.garbled import Told, readable, told_by
from bot.kinds.opening import drawable
from bot.kinds.signed_out import holds_no_paper

SECONDS = 2.5
"""After which no further page is read or drawn."""
_LONGEST_SIDE = 300  # pixels, of a page drawn to see whether anything is on it
_LETTERS_ASKED = 400
"""Of a page, how they stand."""
_LETTERS_ENOUGH = 40
"""With fewer nothing is told of how its print stands."""


def look(data: bytes, found: Finding, remarks: tuple[Remark, ...]) -> Iterator[Finding]:
    """What stands on the first 50 pages, then what is remarkable about them; may raise whatever pdfium raises."""
    end = time.monotonic() + SECONDS
    yield replace(found, remarks=remarks)
    document = _with_forms(data)
    told: list[Told] = []
    sideways = False
    for number in range(min(len(document), READ_PAGES)):
        if time.monotonic() > end:
            break
        page, drawn = page_as_printed(document, number)
        text = page.get_textpage()
        told.append(told_by(page, text, drawn))
        sideways = sideways or _is_sideways(page, text)
    texts = readable(told)
    remarks += said("rotated", sideways) + said("signed_out", len(texts) == found.pages and holds_no_paper(texts))
    yield replace(found, remarks=remarks, text=_bounded(texts))
    silent = [number for number, text in enumerate(texts) if not any(map(str.isalnum, text))]
    shown = _with_forms(data) if silent else document  # what was read has no look of its own any more
    seen = {number: _is_blank(shown[number]) for number in silent if time.monotonic() < end}
    blank = sum(seen.values())
    if blank == found.pages:
        remarks += ("empty",)
    else:
        remarks += said("blank_pages", blank > 0) + said("scan", blank < len(seen) == len(texts))
    yield replace(found, remarks=remarks, text=_bounded(texts))


def _with_forms(data: bytes) -> pdfium.PdfDocument:
    document = drawable(data)
    document.init_forms()
    return document


def _bounded(texts: list[str]) -> tuple[str, ...]:
    left, kept = READ_CHARACTERS, []
    for text in texts:
        kept.append(text[:left])
        left -= len(kept[-1])
    return tuple(kept)


def _is_sideways(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> bool:
    """Whether nearly all letters stand at one and the same quarter turn, as the page is shown."""
    turns = [0, 0, 0, 0]
    for index in range(min(text.count_chars(), _LETTERS_ASKED)):
        if chr(raw.FPDFText_GetUnicode(text, index)).isalnum():
            turns[round(raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4] += 1
    upright = -page.get_rotation() // 90 % 4
    return sum(turns) >= _LETTERS_ENOUGH and max(turns) >= 0.9 * sum(turns) and max(turns) > turns[upright]


def _is_blank(page: pdfium.PdfPage) -> bool:
    scale = _LONGEST_SIDE / max(*page.get_size(), 1)
    return is_blank(page.render(scale=scale, grayscale=True).to_pil())
