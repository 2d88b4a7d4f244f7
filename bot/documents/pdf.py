"""Looking at a PDF with pypdf, leniently: hospitals' PDFs are seldom clean."""

import io
import logging
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import NullObject

from bot.documents.active import wants_to_act
from bot.documents.findings import Finding, counted, said
from bot.documents.kinds import Kind

# What pypdf tells its log where it had to look for the end, the table of contents or an object by itself.
_MENDING = (
    "EOF marker not found",
    "EOF marker seems truncated",
    "CAUTION: startxref",
    "incorrect startxref",
    "Invalid parent xref",
    "Invalid/Truncated xref",
    "Searching object",
    "Object %(idnum)d %(generation)d found",
)


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """Whether a doctor could open it without a password, its pages, and what stands on them."""
    mending = Mending()
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        # An empty password opens a file that is only closed to changes.
        if reader.is_encrypted and not reader.decrypt(""):
            yield Finding("locked", kind)
            return
    except NotImplementedError:  # a lock of another kind: certificates, rights management
        yield Finding("locked", kind, remarks=("other_lock",))
        return
    try:
        pages = list(reader.pages)
    except LimitReachedError:
        yield Finding("over_limit", kind)
        return
    found = counted(kind, len(pages)) if all(map(_is_whole, pages)) else Finding("unreadable", kind)
    yield found
    if found.state == "readable":
        from bot.documents import sight

        # A header that comes late only shifts the table of contents: nothing is damaged.
        mended = mending.seen and data.startswith(b"%PDF-")
        yield from sight.look(data, found, (*said("repaired", mended), *said("active", wants_to_act(reader))))


class Mending(logging.Handler):
    """Keeps pypdf's log, which quotes what stands in a file, to itself; remembers only whether something was mended."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False
        log = logging.getLogger("pypdf")
        log.propagate = False
        log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.seen = self.seen or str(record.msg).startswith(_MENDING)


def _is_whole(page: PageObject) -> bool:
    """Whether what the page says it shows is in the file: a cut file may still list every page, and show blank ones."""
    if "/Contents" not in page:
        return True
    return not isinstance(page.raw_get("/Contents").get_object(), NullObject | None)
