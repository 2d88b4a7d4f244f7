"""Pictures of more than 256 greys, such as scanners and X-ray machines make, as 256 that an eye can tell apart."""

from __future__ import annotations

import math

from PIL import Image

DEEP = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")


def window(picture: Image.Image) -> tuple[float, float]:
    """The grey that becomes black and the one that becomes white.

    Whole numbers from 0 on are taken by how many bits they need, so that twelve bits in sixteen are not black.
    Fractions up to 1 are taken as they are, and all else from its lowest value to its highest.
    """
    lowest, highest = _extremes(picture)
    if lowest < 0 or not math.isfinite(lowest) or not math.isfinite(highest):
        return lowest, highest
    if picture.mode == "F":
        return (0, 1) if highest <= 1 else (lowest, highest)
    return 0, max(256, 1 << int(highest).bit_length()) - 1


def in_256(picture: Image.Image, black: float, white: float) -> Image.Image:
    """The picture in 256 levels of grey."""
    span = white - black
    if not math.isfinite(span) or span <= 0:
        return Image.new("L", picture.size, 255)
    scale = 255 / span
    return _wide(picture).point(lambda value: value * scale - black * scale).convert("L")


def _extremes(picture: Image.Image) -> tuple[float, float]:
    lowest, highest = _wide(picture).getextrema()
    return float(lowest), float(highest)  # type: ignore[arg-type]


def _wide(picture: Image.Image) -> Image.Image:
    """As fractions, which Pillow can reckon with."""
    if picture.mode == "F":
        return picture
    return (picture if picture.mode == "I" else picture.convert("I")).convert("F")
