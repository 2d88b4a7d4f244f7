"""A photo's own bytes, without what its camera noted beside them, where every reader shows them as they were shown."""

from __future__ import annotations

import io
from contextlib import suppress

from PIL import Image

from bot.kinds.decoding import ORIENTATION
from bot.kinds.jpeg import eighth, ended
from bot.packet.pdf.cleaning import clean_jpeg

UPRIGHT = {0: "none", 1: "none", 3: "180", 6: "90", 8: "270"}
"""Values of EXIF's Orientation that are turns; the others are mirrored as well."""


def as_it_is(data: bytes) -> tuple[bytes, str] | None:
    """The photo's bytes, and by how many degrees it is turned; None if it has to be drawn anew.

    So it is if some readers do not take it (print colours, built up in steps), if it is mirrored, or if without its
    notes it would not be decoded to the same: a damaged file is read in more than one way. Raises what Pillow raises.
    """
    whole = ended(data)
    with Image.open(io.BytesIO(whole), formats=["JPEG"]) as picture:
        orientation = picture.getexif().get(ORIENTATION, 1)
        if picture.mode not in ("L", "RGB") or picture.info.get("progressive") or orientation not in UPRIGHT:
            return None
    cleaned = clean_jpeg(whole)
    with suppress(OSError):
        before, after = eighth(whole), eighth(cleaned)
        if (before.mode, before.size, before.tobytes()) == (after.mode, after.size, after.tobytes()):
            return cleaned, UPRIGHT[orientation]
    return None
