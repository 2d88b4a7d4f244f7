"""What the name of a file ends with, so that it opens with a double click: photos come without a name."""

from __future__ import annotations

import re
from collections.abc import Mapping

ENDINGS: Mapping[str, str] = {
    "jpeg": "jpg",
    "tiff": "tif",
    "text": "txt",
    "dicom": "dcm",
    "dicom_zip": "zip",
    "ccda": "xml",
    "fhir": "json",
    "apple_health": "xml",
    **{
        kind: kind
        for kind in (
            "pdf",
            "png",
            "heic",
            "webp",
            "jp2",
            "avif",
            "gif",
            "bmp",
            "docx",
            "odt",
            "doc",
            "rtf",
            "html",
            "xlsx",
            "csv",
        )
    },
}
"""By what a file is; others keep the name they came with."""
_ENDS = re.compile(r".\.[A-Za-z0-9]{1,8}$")


def with_ending(name: str, kind: str) -> str:
    """The name as it is if it ends like one of a file, else with the ending of its kind."""
    ending = ENDINGS.get(kind)
    return name if not ending or _ENDS.search(name.strip()) else f"{name.strip() or 'file'}.{ending}"


def ending_of(name: str, kind: str) -> str:
    """What a file's name has to end with, as its bytes say (".pdf"), else as it came; empty where nothing says."""
    if kind in ENDINGS:
        return f".{ENDINGS[kind]}"
    found = _ENDS.search(name.strip())
    return found.group()[1:].lower() if found else ""
