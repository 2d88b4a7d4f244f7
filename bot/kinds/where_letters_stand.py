"""Where each letter of a PDF's page stands, and the lines that they make."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

MOST_LETTERS = 20_000
"""Of a page; none has more, and each costs some microseconds."""
# In heights of the type.
_SAME_LINE = 0.62
_LEVEL = 0.06
_NOT_READ = re.compile(
    "[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x1f\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Letter:
    text: str
    x: float
    y: float
    left: float
    right: float
    height: float
    on_line: bool = True
    """On the base line of its line, not above or below it as dots and marks are."""
    turned: bool = False
    """It was told after what stands on its right, so letters of one shape were told from their end."""


def letters_of(text: pdfium.PdfTextPage) -> Iterator[Letter]:
    before = last = 0.0
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for place in range(text.count_chars()):
        drawn = chr(raw.FPDFText_GetUnicode(text, place))
        letter = drawn if drawn.isspace() else _NOT_READ.sub("", unicodedata.normalize("NFKC", drawn)).strip()
        raw.FPDFText_GetLooseCharBox(text, place, box)
        is_gap = letter.isspace() and box.right - box.left < 0.01  # pdfium's own, and not where it says
        if is_gap or not letter or raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        raw.FPDFText_GetMatrix(text, place, matrix)
        height = raw.FPDFText_GetFontSize(text, place) * (matrix.c**2 + matrix.d**2) ** 0.5
        before, last = (last, x.value) if x.value != last else (before, last)
        yield Letter(letter, x.value, y.value, box.left, box.right, height or 1.0, turned=before > x.value)


def untold_on(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[Letter]:
    """What is drawn on a page and left out of pdfium's text: spaces, and the shapes that dots of letters belong to."""
    told = set()
    for place in range(text.count_chars()):
        if drawn := raw.FPDFText_GetTextObject(text, place):
            told.add(ctypes.addressof(drawn.contents))
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    matrix = raw.FS_MATRIX()
    for place in range(min(raw.FPDFPage_CountObjects(page), MOST_LETTERS)):
        drawn = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_TEXT or ctypes.addressof(drawn.contents) in told:
            continue
        raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        raw.FPDFPageObj_GetMatrix(drawn, matrix)
        if right.value - left.value < 0.01:
            yield Letter(" ", matrix.e, matrix.f, matrix.e, matrix.e, 1.0)
        else:
            yield Letter("", matrix.e, matrix.f, left.value, right.value, 1.0)


def rows_of(told: Iterable[Letter], untold: Iterable[Letter]) -> Iterator[list[Letter]]:
    """The lines of a page from its top, each from left to right, with the dots and marks that belong to it."""
    found: dict[float, list[Letter]] = {}
    for letter in told:
        found.setdefault(round(letter.y, 1), []).append(letter)
    bases: dict[float, list[Letter]] = {}
    for y in sorted(found, key=lambda y: -len(found[y])):
        height = max(each.height for each in found[y])
        base = _nearest(bases, y, height)
        level = base is None or abs(base - y) < _LEVEL * height
        line = bases.setdefault(y if base is None else base, [])
        line.extend(found[y] if level else (replace(each, on_line=False) for each in found[y]))
    for each in untold:
        if (base := _nearest(bases, each.y)) is not None:
            bases[base].append(each)
    for y in sorted(bases, reverse=True):
        yield _each_once(sorted(bases[y], key=lambda each: (each.x, each.left)))


def _nearest(bases: Mapping[float, Sequence[Letter]], y: float, height: float = 0.0) -> float | None:
    """The base line to which something at a height belongs."""
    near = min(bases, key=lambda base: abs(base - y), default=None)
    return near if near is not None and abs(near - y) < _SAME_LINE * (height or bases[near][0].height) else None


def _each_once(row: list[Letter]) -> list[Letter]:
    """Without the dots of a letter where it is told once for them, and once for what they stand on."""
    if all(each.on_line for each in row):
        return row
    return [
        each
        for place, each in enumerate(row)
        if each.on_line or not any(_carries(other, each) for other in row[max(0, place - 2) : place + 3])
    ]


def _carries(letter: Letter, dots: Letter) -> bool:
    return letter.on_line and letter.text == dots.text and letter.left < dots.right and dots.left < letter.right
