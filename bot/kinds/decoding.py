"""Pictures opened by Pillow, one format at a time, their size checked before a single pixel is decoded."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PIL import ExifTags, Image

from bot.kinds.kinds import Kind, kind_of
from dialogs.case.document import PICTURES

ORIENTATION = ExifTags.Base.Orientation
"""By which of its edges a picture stands, from 1 (upright) to 8: the name of that among what a camera notes."""
MOST_PIXELS = 100_000_000
_NO_MEMORY = ("memory", "alloc")

_FORMATS: Mapping[Kind, str] = {"heic": "HEIF", "jp2": "JPEG2000"}
"""What Pillow calls a kind, where that is not its name."""


def kind_of_picture(data: bytes) -> Kind:
    """Which picture its first bytes say that it is."""
    kind = kind_of(data)
    return kind if kind in PICTURES else "webp"


def opened(data: bytes, kind: Kind) -> Image.Image:
    """The picture, not yet decoded; raises Image.DecompressionBombWarning or -Error if it has too many pixels."""
    # Pillow warns above its limit and raises above twice its limit: we take both as one limit.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if kind == "heic":
        from pi_heif import register_heif_opener

        # One thread: each further one reserves a hundred megabytes of addresses, of which a child has few.
        register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)
    if kind == "avif":
        from PIL import AvifImagePlugin

        AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    return Image.open(io.BytesIO(data), formats=[_FORMATS.get(kind, kind.upper())])


@contextmanager
def memory_is_memory() -> Iterator[None]:
    """A decoder that ran out of memory says so in words of its own: that is no damage of the file."""
    try:
        yield
    except (RuntimeError, OSError, ValueError) as error:
        if any(sign in str(error).lower() for sign in _NO_MEMORY):
            raise MemoryError from None
        raise
