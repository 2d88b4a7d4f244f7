"""JPEGs as every reader shows them, also those that lack no more than their last two bytes."""

import io
from functools import lru_cache

from PIL import Image, ImageChops

_END = b"\xff\xd9"
_LAST_BYTES = 8
_LAST_ROWS = 4
"""Of a picture drawn at an eighth of its size: two rows of the blocks that a JPEG is made of."""


@lru_cache(maxsize=1)  # a child looks at one file, and asks this at every step
def ended(data: bytes) -> bytes:
    """The JPEG; with its end marker if that alone is missing. Raises what Pillow raises if more is.

    Where a file ends shows in the picture: its last bytes change nothing but the last rows.
    """
    try:
        eighth(data)
    except OSError:
        whole = data + _END
        changed = ImageChops.difference(eighth(whole), eighth(data[:-_LAST_BYTES] + _END)).getbbox()
        if changed and changed[1] < eighth(whole).height - _LAST_ROWS:
            raise
        return whole
    return data


@lru_cache(maxsize=2)
def eighth(data: bytes) -> Image.Image:
    """The picture at an eighth of its size: every byte is read, with a fraction of the memory. Not to be changed."""
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
        picture.draft(picture.mode, (max(1, picture.width // 8), max(1, picture.height // 8)))
        picture.load()
        return picture.copy()
