"""How large a picture is, read from its first bytes, and the sizes Telegram lists of it."""

from __future__ import annotations

import struct
from typing import Any

from bot.rehearsal.telegram.files import Files, StoredFile

SMALLEST = 90
FRAMES_OF_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return the width and height in pixels of a PNG, JPEG, GIF or WebP picture, None for anything else."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            size = struct.unpack_from(">II", data, 16)
        elif data[:6] in {b"GIF87a", b"GIF89a"}:
            size = struct.unpack_from("<HH", data, 6)
        elif data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        else:
            return None
    except struct.error:
        return None
    return (size[0], size[1]) if all(size) else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker in FRAMES_OF_JPEG:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return (width, height) if width and height else None
        at += 2 + (0 if 0xD0 <= marker <= 0xD9 or marker == 0xFF else struct.unpack_from(">H", data, at + 2)[0])
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
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
