"""A photo as it comes: looked at once, when it arrives, and made a page of whenever one is needed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.kinds.decoding import ORIENTATION, kind_of_picture, memory_is_memory, opened
from bot.kinds.flattening import flattened, is_see_through
from bot.kinds.jpeg import ended
from bot.kinds.sheets.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from bot.kinds.sheets.eyes import Pixels

_MOST = 17_000_000
"""Pixels of a photo that is looked at: a JPEG that has more is read more coarsely, any other is left as it is."""
_QUALITY = 88


class NoPhoto(ValueError):
    """A picture that no camera takes, or that is too large to be looked at."""


def look_at(data: bytes) -> tuple[tuple[int, ...], int]:
    """The numbers of its sheet (none: it is best shown as it is), and degrees clockwise until its print stands.

    May raise whatever a decoder raises at odd bytes.
    """
    photo = _upright(data)
    from bot.kinds.sheets.making import look  # whoever only shows photos as they are needs no OpenCV

    sheet, stands = look(photo)
    return (sheet.numbers if sheet else ()), stands


@lru_cache(maxsize=1)  # a child packs one file at a time, and compares it with what it packed
def page_of(data: bytes, numbers: tuple[int, ...]) -> bytes:
    """The page that is made of a photo, as a JPEG: its pixels, and nothing that its camera noted beside them."""
    import cv2

    from bot.kinds.sheets.making import made

    page = made(_upright(data), sheet_of(numbers) or Sheet.whole())
    done, jpeg = cv2.imencode(".jpg", cv2.cvtColor(page, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise ValueError("no JPEG could be written")
    return jpeg.tobytes()


def forget() -> None:
    """Let go of the photo and its page: what follows needs their memory."""
    _upright.cache_clear()
    page_of.cache_clear()


@lru_cache(maxsize=1)
def _upright(data: bytes) -> Pixels:
    """In colour, on white, and upright by its camera's note. Not to be changed."""
    kind = kind_of_picture(data)
    with memory_is_memory(), opened(ended(data) if kind == "jpeg" else data, kind) as picture:
        width, height = picture.size
        scale = next((each for each in (1, 2, 4, 8) if width * height <= _MOST * each * each), 8)
        picture.draft("RGB", (width // scale, height // scale))
        if picture.width * picture.height > _MOST or is_see_through(picture):
            raise NoPhoto
        from bot.kinds.sheets.eyes import pixels, upright

        picture.load()
        orientation = picture.getexif().get(ORIENTATION, 1)
        shown = flattened(picture)
        # As rows of pixels: Pillow takes four bytes for a pixel of colour, and copies them at every step.
        return upright(pixels(shown if shown.mode == "RGB" else shown.convert("RGB")), orientation)
