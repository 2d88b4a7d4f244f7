"""Screenshots that go on and on: as one page their print would be too small to read, so each is several."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PIL import Image, ImageOps

from bot.kinds.decoding import ORIENTATION
from bot.kinds.flattening import flattened, squared

_LEAST = 3.0
"""Times its width that a picture is high; a telephone's screen has up to 2.3."""
_PAGE = 1.45
"""Times its width that a page is high within its borders."""
_NARROWEST = 300
"""Pixels; what is narrower is no screen."""
_MOST = 40
_MOST_PIXELS = 40_000_000
"""Of a larger one, whole and in pieces at once, a child has no room."""
_NEAR = 0.08
"""Share of a page within which a row without print is looked for, to be cut there."""
_QUIET = 24
"""Levels of grey by which the pixels of such a row differ."""
_AGAIN = 0.03
"""Share of a page that is shown again on the next, where there is no such row."""


def pages_of(picture: Image.Image) -> int:
    """How many pages a picture is, by its size alone."""
    sideways = picture.getexif().get(ORIENTATION, 1) >= 5
    width, height = reversed(picture.size) if sideways else picture.size
    if width < _NARROWEST or height < _LEAST * width or width * height > _MOST_PIXELS:
        return 1
    return min(_MOST, math.ceil(height / (_PAGE * width)))


def parts_of(picture: Image.Image) -> Iterator[Image.Image]:
    """Its pages one after the other, upright and on white, cut where nothing is printed."""
    count, orientation = pages_of(picture), picture.getexif().get(ORIENTATION, 1)
    whole = squared(picture, flattened(picture))
    if orientation != 1:
        whole.getexif()[ORIENTATION] = orientation
        whole = ImageOps.exif_transpose(whole)
    step = whole.height / count
    start = 0
    for number in range(1, count):
        end, is_quiet = _cut(whole, round(number * step), round(step * _NEAR))
        yield whole.crop((0, start, whole.width, end))
        start = end if is_quiet else end - round(step * _AGAIN)
    yield whole.crop((0, start, whole.width, whole.height))


def _cut(whole: Image.Image, wanted: int, near: int) -> tuple[int, bool]:
    """The row nearest to one that is in the midst of the longest stretch without print, and whether there is one."""
    window = whole.crop((0, wanted - near, whole.width, wanted + near)).convert("L")
    runs, begun = list[tuple[int, int]](), -1
    for row in range(window.height + 1):
        is_quiet = row < window.height and _is_quiet(window, row)
        if is_quiet and begun < 0:
            begun = row
        elif not is_quiet and begun >= 0:
            runs.append((row - begun, (row + begun) // 2))
            begun = -1
    return (wanted - near + max(runs)[1], True) if runs else (wanted, False)


def _is_quiet(window: Image.Image, row: int) -> bool:
    darkest, lightest = window.crop((0, row, window.width, row + 1)).getextrema()
    return float(lightest) - float(darkest) < _QUIET  # type: ignore[arg-type]
