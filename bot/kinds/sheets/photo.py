"""A photo as it comes: looked at once, when it arrives, and made a page of whenever one is needed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageOps

from bot.kinds.decoding import kind_of_picture, memory_is_memory, opened
from bot.kinds.flattening import flattened
from bot.kinds.jpeg import ended
from bot.kinds.sheets.sheet import Sheet, sheet_of

LOOKED_AT = 2000
"""Pixels of the longer side at which a photo is looked at; a JPEG is read so at little cost."""
_LARGEST = 4000
"""Pixels of the longer side of the photo that a page is made of, or up to twice as many."""
_QUALITY = 88
_ORIENTATION = 0x0112


def look_at(data: bytes) -> tuple[tuple[int, ...], int]:
    """The numbers of its sheet (none: it is best shown as it is), and degrees clockwise until its print stands.

    May raise whatever a decoder raises at odd bytes.
    """
    from bot.kinds.sheets.making import look  # whoever only shows photos as they are needs no OpenCV

    sheet, stands = look(_upright(data, LOOKED_AT))
    return (sheet.numbers if sheet else ()), stands


@lru_cache(maxsize=1)  # a child packs one file at a time, and compares it with what it packed
def page_of(data: bytes, numbers: tuple[int, ...]) -> Image.Image:
    """The page that is made of a photo. Not to be changed."""
    from bot.kinds.sheets.making import made

    return made(_upright(data, _LARGEST), sheet_of(numbers) or Sheet.whole())


def jpeg_of(page: Image.Image) -> bytes:
    """The page's pixels, and nothing that its camera noted beside them."""
    out = io.BytesIO()
    page.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def is_sheet(numbers: Sequence[int]) -> bool:
    return sheet_of(numbers) is not None


def _upright(data: bytes, longest: int) -> Image.Image:
    """In colour, on white, and upright by its camera's note."""
    kind = kind_of_picture(data)
    with memory_is_memory(), opened(ended(data) if kind == "jpeg" else data, kind) as picture:
        picture.draft("RGB", (longest, longest))
        picture.load()
        shown = flattened(picture, max(1, max(picture.size) // longest)).convert("RGB")
        shown.getexif()[_ORIENTATION] = picture.getexif().get(_ORIENTATION, 1)
        return ImageOps.exif_transpose(shown)
