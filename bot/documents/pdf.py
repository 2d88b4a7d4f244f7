"""Looking at a PDF with pypdf, leniently: hospitals' PDFs are seldom clean."""

import io
import logging

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import NullObject

from bot.documents.findings import Finding, counted


def examine(data: bytes) -> Finding:
    """Whether a doctor could open it without a password, and its pages; may raise whatever pypdf raises."""
    logging.disable()  # pypdf tells oddities, with contents, to its log
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        # An empty password opens a file that is only closed to changes.
        if reader.is_encrypted and not reader.decrypt(""):
            return Finding("locked")
    except NotImplementedError:  # a lock of another kind: certificates, rights management
        return Finding("locked")
    try:
        pages = list(reader.pages)
    except LimitReachedError:
        return Finding("over_limit")
    return counted(len(pages)) if all(map(_is_whole, pages)) else Finding("unreadable")


def _is_whole(page: PageObject) -> bool:
    """Whether what the page says it shows is in the file: a cut file may still list every page, and show blank ones."""
    if "/Contents" not in page:
        return True
    return not isinstance(page.raw_get("/Contents").get_object(), NullObject | None)
