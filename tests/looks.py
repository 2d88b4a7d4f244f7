"""What a picture looks like, in numbers."""

from __future__ import annotations

from PIL import Image


def greys(picture: Image.Image) -> tuple[float, float]:
    """The darkest and the lightest grey of a picture, of 0 to 255."""
    darkest, lightest = picture.convert("L").getextrema()
    assert not isinstance(darkest, tuple)
    assert not isinstance(lightest, tuple)
    return darkest, lightest


def colour(picture: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    """One pixel of a picture in colours."""
    seen = picture.getpixel(at)
    assert isinstance(seen, tuple)
    return seen
