"""A workbook in the strict namespaces of its standard (ISO/IEC 29500-1), in the names that all programs read."""

from __future__ import annotations

import io
from zipfile import ZipFile

_NAMES = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}


def in_transition(archive: ZipFile) -> bytes:
    """The workbook anew, the values in it untouched; nothing if it is not strict."""
    if not any(name in archive.read("xl/workbook.xml") for name in _NAMES):
        return b""
    out = io.BytesIO()
    with ZipFile(out, "w") as anew:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename.endswith((".xml", ".rels")):
                for strict, usual in _NAMES.items():
                    content = content.replace(strict, usual)
            anew.writestr(entry.filename, content)
    return out.getvalue()
