"""A PDF, read leniently: hospitals' PDFs are seldom clean."""

from __future__ import annotations

import io
import logging
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import LimitReachedError

from bot.kinds.active import brings_files, is_portfolio, needs_its_reader, wants_to_act
from bot.kinds.findings import Finding, Remark, counted, said
from bot.kinds.kind import KindOfFile, Packed, Setting
from bot.kinds.kinds import Kind
from bot.kinds.opening import Locked, NothingShown, drawable, opened

if TYPE_CHECKING:
    from PIL import Image

    from bot.kinds.leaves import Leaves

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

_MARKS_OF_A_PORTFOLIO = (b"/Collection", b"/ObjStm")
"""What one has in its bytes; the second: it may stand where it is packed."""


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
    if is_portfolio(pdf.reader):
        from bot.kinds.containers import opening

        within = next(opening.examine(data, "portfolio"))
        if within.state == "opened":
            yield within
            return
    found = counted(kind, len(pdf.pages))
    yield found
    if found.state == "readable":
        from bot.kinds import sight

        # A header that comes late only shifts the table of contents: nothing is damaged.
        mended = pdf.is_mended or (mending.seen and data.startswith(b"%PDF-"))
        remarks: tuple[Remark, ...] = (*said("repaired", mended), *said("active", wants_to_act(pdf.reader)))
        remarks += said("attached", brings_files(pdf.reader)) + said("needs_reader", needs_its_reader(pdf.reader))
        yield from sight.look(data, found, remarks)


def holds_others(data: bytes) -> Kind | None:
    """Whether it is a portfolio; told without its pages, for it may be one of hundreds in an archive."""
    if not any(mark in data for mark in _MARKS_OF_A_PORTFOLIO):
        return None
    Mending()
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
        return "portfolio" if is_open and is_portfolio(reader) else None
    except MemoryError:
        raise
    except Exception:  # pypdf raises anything on odd bytes: whoever looks at it alone says what is wrong with it
        return None


def leaves(data: bytes, _: Setting, drawn: Collection[int]) -> Leaves:
    """Its own pages."""
    from bot.kinds.leaves import Leaves  # whoever only looks at a file needs nothing that copies pages

    pdf = opened(data)
    found = Leaves(pdf.reader, [*pdf.pages], data)
    found.draw(drawn)
    return found


def pictures(data: bytes, _: Kind, pages: range, most: tuple[int, int]) -> Iterator[Image.Image]:
    """Pages as pdfium draws them, with what was filled into their forms."""
    document = drawable(data)
    document.init_forms()
    for number in pages[: max(0, len(document) - pages.start)]:
        page = document[number]
        width, height = page.get_size()
        yield page.render(scale=min(most[1] / max(height, 1), most[0] / max(width, 1))).to_pil()


def same(data: bytes, packed: Packed) -> Iterator[bool]:
    """Of every page in turn, whether it looks the same; a page that is a picture of itself does."""
    from bot.kinds.comparing import LONGEST_SIDE, look_the_same
    from bot.kinds.drawn import Drawing

    source, copy = Drawing(data), Drawing(packed.content)
    for number, seen in enumerate(packed.seen):
        if number in packed.drawn:
            yield True
        else:
            scale = LONGEST_SIDE / max(*source.size(number), 1)
            yield look_the_same(source.small(number, scale), copy.small(number, scale, seen))


KIND = KindOfFile(examine, leaves, pictures, same, holds_others=holds_others)


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
