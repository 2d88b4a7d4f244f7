"""Whether a page of the packet looks as it did in its file: both drawn small, in grey, and laid over one another."""

from __future__ import annotations

from PIL import Image, ImageChops

LONGEST_SIDE = 700
"""Pixels of a page that is drawn to be compared."""
_EDGE = 2
"""Pixels along the edge that are not compared: there a page is clipped."""
_FAINT = 32
"""Levels of grey, of 256, by which a pixel may differ."""
_MOST = 2
"""Pixels of a page that may differ by more; see decisions/0027."""
_OVERVIEW = 96
"""Pixels of the longer side at which a picture is compared with its page: two programs scale it, each its own way."""
_PLAIN = 48
_MOST_OF_PICTURE = 0.02
"""Share of an overview's pixels that may differ plainly."""


def look_the_same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two drawings of a page, by the same reader, show the same; those of another size never do."""
    return one.size == other.size and difference(one, other) <= _MOST


def difference(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are plainly not the same."""
    box = (_EDGE, _EDGE, max(one.width - _EDGE, _EDGE + 1), max(one.height - _EDGE, _EDGE + 1))
    return sum(ImageChops.difference(one.crop(box), other.crop(box)).histogram()[_FAINT:])


def look_alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two drawings of a picture, by two programs, are of the same picture."""
    size = _fitted(one.size)
    overviews = [each.convert("L").resize(size, Image.Resampling.BOX) for each in (one, other)]
    return sum(ImageChops.difference(*overviews).histogram()[_PLAIN:]) <= _MOST_OF_PICTURE * size[0] * size[1]


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, _OVERVIEW / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
