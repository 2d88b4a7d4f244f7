"""How large a picture is, and the sizes Telegram lists of it."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from bot.rehearsal.telegram.files import Files, StoredFile

SMALLEST = 90
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
"""What Telegram takes for a photo."""


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return the width and height in pixels of a picture, None for anything else; no pixel is decoded."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            return picture.size
    except Exception:  # Pillow raises anything on odd bytes
        return None


def sizes(files: Files, file: StoredFile, size: tuple[int, int]) -> list[dict[str, Any]]:
    """Return a picture's sizes, the smallest first, the whole picture last."""
    width, height = size
    shrink = SMALLEST / max(width, height)
    small = (max(1, round(width * shrink)), max(1, round(height * shrink))) if shrink < 1 else size
    thumbnail = files.add("photos", files.data(file), file.name, file.mime_type)
    return [
        {
            "file_id": shown.file_id,
            "file_unique_id": shown.file_unique_id,
            "file_size": shown.size,
            "width": sides[0],
            "height": sides[1],
        }
        for shown, sides in ((thumbnail, small), (file, size))
    ]
