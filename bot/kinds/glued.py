"""PDFs that a program put into one file, one behind the other: of these a reader shows the last one alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

_SEAM = re.compile(rb"%%EOF[\x00\t\n\f\r ]*(?=%PDF-\d)")
"""Where one ends and the next begins. What was changed in a PDF stands behind its end, too, but begins with no head."""
_MOST = 50


def pages_of_all(data: bytes, read: Callable[[bytes], PdfReader]) -> bytes:
    """The pages of all of them as one PDF; nothing if it is one PDF, or if one of several cannot be read."""
    if data.find(b"%PDF-", data.find(b"%PDF-") + 1) < 0:
        return b""
    seams = [found.end() for found in _SEAM.finditer(data)]
    pieces = dict.fromkeys(
        data[start:end].rstrip(b"\x00\t\n\f\r ") for start, end in zip([0, *seams], [*seams, len(data)], strict=True)
    )
    if not 1 < len(pieces) <= _MOST:
        return b""
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    with suppress(Exception):  # whatever a parser raises: then it is read as one
        for piece in pieces:
            writer.append(read(piece), import_outline=False)
        writer.write(out)
        return out.getvalue()
    return b""
