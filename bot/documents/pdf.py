"""Looking at a PDF with pypdf, leniently: hospitals' PDFs are seldom clean."""

import logging
from collections.abc import Iterator

from pypdf.errors import LimitReachedError

from bot.documents.active import wants_to_act
from bot.documents.findings import Finding, counted, said
from bot.documents.kinds import Kind
from bot.documents.opening import Locked, NothingShown, opened

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
        pdf = opened(data)
    except Locked as lock:
        yield Finding("locked", kind, remarks=said("other_lock", not lock.by_password))
        return
    except LimitReachedError:
        yield Finding("over_limit", kind)
        return
    except NothingShown:
        yield Finding("unreadable", kind)
        return
    found = counted(kind, len(pdf.pages))
    yield found
    if found.state == "readable":
        from bot.documents import sight

        # A header that comes late only shifts the table of contents: nothing is damaged.
        mended = pdf.is_mended or (mending.seen and data.startswith(b"%PDF-"))
        active = wants_to_act(pdf.reader)
        yield from sight.look(data, found, (*said("repaired", mended), *said("active", active)))


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
