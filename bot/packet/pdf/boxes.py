"""The paper of a page: what is seen of it, how it is turned, and a strip below for the stamp."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

A4 = (0.0, 0.0, 595.0, 842.0)
STRIP = 20.0
"""Points by which a page grows at its reader's bottom, on a page of A4's width."""
_SMALLEST, _LARGEST = 3.0, 14_400.0  # ISO 32000-1, Annex C


@dataclass(frozen=True)
class Paper:
    """A page as its reader sees it: the box that is seen, in the page's own coordinates, and its turn (degrees)."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """From the reader's left to the reader's right."""
        return self.right - self.left if self.turn % 180 == 0 else self.top - self.bottom

    @property
    def scale(self) -> float:
        """How much larger than A4 the page is, for a stamp that is as legible on a poster as on a letter."""
        return min(20.0, max(0.4, self.width / 595.0))

    @property
    def strip(self) -> float:
        return STRIP * self.scale

    def with_strip(self) -> tuple[float, float, float, float]:
        """The box that is seen once the strip is added at the reader's bottom."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        match self.turn:
            case 90:
                right += self.strip
            case 180:
                top += self.strip
            case 270:
                left -= self.strip
            case _:
                bottom -= self.strip
        return left, bottom, right, top

    def reading(self) -> tuple[float, float, float, float, float, float]:
        """The matrix that puts the origin at the reader's bottom left corner of the strip, upright."""
        left, bottom, right, top = self.with_strip()
        return {
            0: (1, 0, 0, 1, left, bottom),
            90: (0, 1, -1, 0, right, bottom),
            180: (-1, 0, 0, -1, right, top),
            270: (0, -1, 1, 0, left, top),
        }[self.turn]


def paper_of(page: DictionaryObject, turned: int = 0) -> Paper:
    """The paper of a page, turned further by the patient; a page whose boxes make no sense is an A4."""
    media = _box(page.get("/MediaBox")) or A4
    crop = _box(page.get("/CropBox")) or media
    seen = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if not _has_room(seen):
        seen = media
    rotate = page.get("/Rotate", 0)
    rotate = rotate.get_object() if hasattr(rotate, "get_object") else rotate
    turn = int(rotate) if isinstance(rotate, int | float) and math.isfinite(rotate) else 0
    return Paper(*seen, turn=round((turn + turned) / 90) * 90 % 360)


def _box(value: Any) -> tuple[float, float, float, float] | None:
    value = value.get_object() if value is not None else None
    if not isinstance(value, ArrayObject) or len(value) < 4:
        return None
    try:
        first, second, third, fourth = (float(each.get_object()) for each in list(value)[:4])
    except (TypeError, ValueError, AttributeError):
        return None
    box = (min(first, third), min(second, fourth), max(first, third), max(second, fourth))
    return box if _has_room(box) and all(math.isfinite(side) for side in box) else None


def _has_room(box: tuple[float, float, float, float]) -> bool:
    return all(_SMALLEST <= side <= 10 * _LARGEST for side in (box[2] - box[0], box[3] - box[1]))
