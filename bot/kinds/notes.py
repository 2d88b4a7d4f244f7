"""Notes upon a page that say what they are and not how they look."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
from pypdfium2 import raw

from bot.packet.pdf.note_looks import MARK, can_be_written

_MOST = 2_000


def remove_notes_without_looks(page: pdfium.PdfPage) -> None:
    """Take off those for which a packet makes looks; from a page of the packet itself, those for which it did."""
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST) - 1, -1, -1):
        note = raw.FPDFPage_GetAnnot(page, number)
        is_one = _is_one(note)
        raw.FPDFPage_CloseAnnot(note)
        if is_one:
            raw.FPDFPage_RemoveAnnot(page, number)


def _is_one(note: raw.FPDF_ANNOTATION) -> bool:
    if raw.FPDFAnnot_GetSubtype(note) != raw.FPDF_ANNOT_FREETEXT:
        return False
    if raw.FPDFAnnot_HasKey(note, b"AP"):
        return _said(note, b"NM") == MARK
    return can_be_written(_said(note, b"Contents"))


def _said(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    room = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, room, size)
    return bytes(room)[:size].decode("utf-16-le", "replace").rstrip("\0")
