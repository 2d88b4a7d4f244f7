"""How a picture of a page looks: blank, too dark, too small, too blurred. Whatever is unsure is not said."""

import time
from collections.abc import Sequence

from PIL import Image, ImageFilter

from bot.kinds.findings import READ_PAGES, Remark, said
from bot.kinds.flattening import flattened

SECONDS = 2.5
"""After which no further page of a scan is looked at."""
LEAST_SIDE = 700
"""Pixels of the longer side; a page of A4 with fewer has under 60 to the inch, and its print cannot be read."""
_LOOKED_AT = 1600  # pixels of the longer side at which sharpness is judged
_SAME = 32  # levels of grey, of 256: paper is never quite even
_MARGIN = 0.03  # of each side, that are left aside: the edge of a scan is rarely clean
_DARK = 70  # level of grey that hardly anything on a dark photo is lighter than

# Chosen on synthetic photos of pages, measured on others: decisions/0011 and tests/documents/test_blur.py.
_EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
_STRONGEST = 0.003  # of all values: the edges that are compared
_LEAST_STRUCTURE = 18  # levels of grey, of edges at an eighth of the size: with less there are no lines of print
_BLURRED = 0.4  # of the edges of lines: where strokes have less, none is left
_PAPER = 0.6  # of the lightest: half of a light page is lighter than that


def of_photo(picture: Image.Image) -> tuple[Remark, ...]:
    """What is to be said about a photo."""
    small = max(picture.size) < LEAST_SIDE
    picture.draft("L", (_LOOKED_AT, _LOOKED_AT))
    grey = _grey(picture)
    if grey is None:
        return said("small", small)
    if is_blank(grey):
        return ("empty",)
    dark = _level(grey.histogram(), 0.02) < _DARK
    return said("small", small) + said("dark", dark) + said("blurred", not small and not dark and is_blurred(grey))


def of_scan(picture: Image.Image, pages: int) -> tuple[Remark, ...]:
    """What is to be said about the pages of a scan."""
    end = time.monotonic() + SECONDS
    sizes, blank = [], 0
    for page in range(min(pages, READ_PAGES)):
        if time.monotonic() > end:
            break
        picture.seek(page)
        sizes.append(max(picture.size))
        grey = _grey(picture)
        blank += grey is not None and is_blank(grey)
    small = said("small", bool(sizes) and max(sizes) < LEAST_SIDE)
    return small + (("empty",) if blank == pages else said("blank_pages", blank > 0))


def is_blank(grey: Image.Image) -> bool:
    """Whether there is nothing on it, its outermost edge left aside."""
    across, down = int(grey.width * _MARGIN), int(grey.height * _MARGIN)
    inner = grey.crop((across, down, max(grey.width - across, across + 1), max(grey.height - down, down + 1)))
    darkest, lightest = inner.getextrema()
    return float(lightest) - float(darkest) < _SAME  # type: ignore[arg-type]


def is_blurred(grey: Image.Image) -> bool:
    """Whether a page of paper has lines of print in which no stroke is left.

    Edges (the strongest 0.3 % of a Laplacian's values) are compared at a quarter and at an eighth of the size: blur
    takes the strokes and leaves the lines. What the full size has is taken for noise, which shrinks with the size.
    """
    grey = grey.copy()
    grey.thumbnail((_LOOKED_AT, _LOOKED_AT))
    if min(grey.size) < 100:
        return False
    eighth = grey.reduce(8)
    shades = eighth.histogram()
    if _level(shades, 0.5) < _PAPER * _level(shades, 0.02):  # not a light page: an X-ray film, a night
        return False
    noise = _edges(grey)
    strokes, lines = _edges(grey.reduce(4)) - noise / 3.5, _edges(eighth) - noise / 7
    return lines >= _LEAST_STRUCTURE and strokes < _BLURRED * lines


def _edges(grey: Image.Image) -> int:
    # The filter leaves the outermost pixels as they are, which would pass for edges.
    found = grey.filter(_EDGES).crop((2, 2, grey.width - 2, grey.height - 2)).histogram()
    below, above = found[128::-1], [0, *found[129:], 0]
    return _level([*map(sum, zip(below, above, strict=True))], _STRONGEST)


def _level(counts: Sequence[int], share: float) -> int:
    """The value that this share of all values reaches."""
    left = sum(counts) * share
    for value in range(len(counts) - 1, -1, -1):
        left -= counts[value]
        if left <= 0:
            return value
    return 0


def _grey(picture: Image.Image) -> Image.Image | None:
    """The picture in 256 levels of grey; None where that would change what is seen."""
    if picture.mode[0] in "IF":
        return None
    return flattened(picture, max(1, max(picture.size) // _LOOKED_AT)).convert("L")
