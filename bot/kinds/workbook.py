"""A workbook (XLSX): its sheets as tables, with the values that it showed when it was saved."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from bot.kinds.archive import Refused, opened
from bot.kinds.blocks import Block, Heading, Manuscript, words
from bot.kinds.cells import shown
from bot.kinds.galley import MOST_CELLS
from bot.kinds.rows import tables_of
from bot.kinds.worded import TooMuch, Torn, worded
from bot.kinds.workbook_strict import in_transition
from bot.kinds.workbook_unseen import Unseen

_MAIN = "xl/workbook.xml"
MOST_COLUMNS = 400


def read(data: bytes) -> Manuscript | None:
    """What its sheets show; None if it is none. Raises `Torn`, `TooMuch`."""
    try:
        archive = opened(data)
    except Refused:
        return None
    if _MAIN not in archive.namelist():
        return None
    try:
        unseen = Unseen(archive)
        blocks = tuple(_sheets(in_transition(archive) or data, unseen))
    except (TooMuch, MemoryError):
        raise
    except Exception:  # openpyxl raises anything at odd sheets
        raise Torn from None
    has_macros = any(name.endswith("vbaProject.bin") for name in archive.namelist())
    return Manuscript(blocks, frozenset(unseen.lost), active=has_macros)


def _sheets(data: bytes, unseen: Unseen) -> Iterator[Block]:
    book = _book(data)
    left = MOST_CELLS
    several = len(book.worksheets) > 1
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            unseen.lost.add("hidden")
            continue
        sheet.reset_dimensions()  # what a sheet says of its own size is not to be trusted
        rows: list[list[str]] = []
        hidden = unseen.hidden(str(sheet._worksheet_path))
        for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
            if number in hidden.rows:
                continue
            said = [shown(cell) for cell in hidden.seen(row)]
            while said and not said[-1]:
                said.pop()
            left -= len(said)
            if left < 0 or len(rows) > 4 * MOST_CELLS:
                raise TooMuch
            rows.append(said)
        blocks = list(tables_of(rows))
        if blocks and (several or not _is_unnamed(sheet.title)):
            yield Heading(words(sheet.title))
        yield from blocks


def _book(data: bytes) -> Any:
    import mimetypes

    # openpyxl asks for the machine's list of kinds of files, which a child may not read; it needs none of it.
    mimetypes.knownfiles = []
    import openpyxl  # type: ignore[import-untyped]

    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _is_unnamed(title: str) -> bool:
    return title.casefold() in ("sheet1", "sheet", "hoja1", "tabelle1", "ورقة1")


KIND = worded("xlsx", read)
