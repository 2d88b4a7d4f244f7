"""What a file is to the packet: pages, a picture, words, or something that has no pages."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from bot.documents.kinds import kind_of
from bot.documents.strict_xml import NotXml
from bot.documents.word_text import main_part

Form = Literal["pdf", "picture", "word_file", "text", "disc", "unknown"]

_PICTURES = {"jpeg", "png", "tiff", "heic"}
_BEGINNINGS = (b"\x08\x00", b"\x02\x00")
"""Of DICOM without its preamble; no text begins so."""


def form_of(data: bytes) -> Form:
    """The form of a file, from its bytes; scan images and archives belong on the disc, not on pages."""
    kind = kind_of(data)
    if kind == "pdf":
        return "pdf"
    if kind in _PICTURES or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    if kind == "dicom" or data[:2] in _BEGINNINGS:
        return "disc"
    if data[:2] == b"PK":
        return "word_file" if _is_word_file(data) else "disc"
    return "text" if _is_text(data) else "unknown"


def _is_word_file(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return bool(main_part(archive))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, NotXml):
        return False


def _is_text(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return bool(data.strip()) and b"\x00" not in data[:65536]
