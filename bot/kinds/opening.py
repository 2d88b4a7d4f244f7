"""A PDF opened to be read: by pypdf, or by pypdf once pdfium has written anew what pypdf cannot read."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, NameObject, StreamObject

from bot.kinds.glued import pages_of_all

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"#()<>[]{}/%")
"""Bytes that stand for themselves in a name (ISO 32000-1, 7.3.5)."""


def _name_as_bytes(name: NameObject) -> bytes:
    return b"/" + b"".join(b"%c" % each if each in _REGULAR else b"#%02X" % each for each in name[1:].encode("latin-1"))


# A name is bytes (7.3.5), and what a page draws calls its pictures and fonts by them. pypdf guesses a charset and
# writes UTF-8: read as one character a byte, and written so, names stay as they were. And NUL is white space too
# (7.2.2): it ends a name.
NameObject.CHARSETS = ("latin-1",)  # type: ignore[assignment]
NameObject.delimiter_pattern = re.compile(rb"[\x00\t\n\f\r ]+|[\(\)<>\[\]{}/%]")
NameObject.renumber = _name_as_bytes  # type: ignore[method-assign, assignment]


_CATALOGUE = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\s*<<(?:(?!endobj).){0,400}?/Type\s*/Catalog\b", re.DOTALL)


class Locked(Exception):
    """It cannot be read without a password, or (`by_password` is false) with none."""

    def __init__(self, by_password: bool) -> None:
        super().__init__()
        self.by_password = by_password


class NothingShown(Exception):
    """It has no pages, or one of them shows nothing of what it says it shows."""


@dataclass(frozen=True)
class Opened:
    """A PDF's pages; `is_mended` if it had to be written anew, or if some of what a page names is not there."""

    reader: PdfReader
    pages: list[PageObject]
    is_mended: bool = False


def opened(data: bytes) -> Opened:
    """The one way in to a PDF, when it arrives as when it is packed; of several that were glued together, to all pages.

    Raises `Locked`, `LimitReachedError` (too many pages), `MemoryError`, or whatever pypdf raises at a file that pdfium
    cannot read either.
    """
    if together := pages_of_all(data, _reader):
        return replace(_read(together), is_mended=True)
    try:
        return _read(data)
    except (Locked, LimitReachedError, MemoryError):
        raise
    except Exception as why:
        again = _written_anew(data)
        if not again:
            raise
        try:
            return replace(_read(again), is_mended=True)
        except Exception:
            raise why from None


def _reader(data: bytes) -> PdfReader:
    return _read(data).reader


def _read(data: bytes) -> Opened:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        # An empty password opens a file that is only closed to changes.
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked(by_password=True)
    except NotImplementedError:  # a lock of another kind: certificates, rights management
        raise Locked(by_password=False) from None
    pages = list(reader.pages)
    there = [_are_there(page) for page in pages]
    if not pages or any(any_named and not any_there for any_named, any_there, _ in there):
        raise NothingShown
    return Opened(reader, pages, not all(all_there for _, _, all_there in there))


def _are_there(page: PageObject) -> tuple[bool, bool, bool]:
    """Whether a page names something to show, and whether any of it, and all of it, is in the file.

    A cut file may still list every page, and show blank ones.
    """
    named = streams_of(page)
    there = [isinstance(each.get_object(), StreamObject) for each in named]
    return bool(named), any(there), all(there)


def streams_of(page: PageObject | Any) -> list[Any]:
    """References to what a page shows, or the streams themselves, there or not."""
    if "/Contents" not in page:
        return []
    reference = page.raw_get("/Contents")
    found = reference.get_object()
    return list(found) if isinstance(found, ArrayObject) else [reference]


def drawable(data: bytes) -> pdfium.PdfDocument:
    """The PDF for pdfium to draw; where its last lines are cut off, with one that says where its catalogue is.

    Other readers guess that too. Raises `PdfiumError`.
    """
    import pypdfium2 as pdfium

    data = pages_of_all(data, _reader) or data
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        catalogues = _CATALOGUE.findall(data)
        if not catalogues:
            raise
        return pdfium.PdfDocument(data + b"\ntrailer\n<< /Root %s %s R >>\n" % catalogues[-1])


def _written_anew(data: bytes) -> bytes:
    """The PDF as pdfium reads and writes it, without its lock; nothing if pdfium cannot read it."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    out = io.BytesIO()
    try:
        drawable(data).save(out, flags=raw.FPDF_REMOVE_SECURITY)
    except pdfium.PdfiumError:
        return b""
    return out.getvalue()
