"""A workbook (XLSX): its sheets as tables, with the values that it showed when it was saved."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from bot.kinds.archive import Refused, opened
from bot.kinds.blocks import Block, Contents, Heading, Loss, words
from bot.kinds.cells import shown
from bot.kinds.galley import MOST_CELLS
from bot.kinds.rows import tables_of
from bot.kinds.strict_xml import TEXT, each_element
from bot.kinds.worded import TooMuch, Torn, worded
from bot.kinds.workbook_strict import in_transition

_MAIN = "xl/workbook.xml"
MOST_COLUMNS = 400


def read(data: bytes) -> Contents | None:
    """What its sheets show; None if it is none. Raises `Torn`, `TooMuch`."""
    try:
        archive = opened(data)
    except Refused:
        return None
    if _MAIN not in archive.namelist():
        return None
    try:
        lost = _losses(archive)
        blocks = tuple(_sheets(in_transition(archive) or data, lost))
    except (TooMuch, MemoryError):
        raise
    except Exception:  # openpyxl raises anything at odd sheets
        raise Torn from None
    has_macros = any(name.endswith("vbaProject.bin") for name in archive.namelist())
    return Contents(blocks, frozenset(lost), active=has_macros)


def _sheets(data: bytes, lost: set[Loss]) -> Iterator[Block]:
    book = _book(data)
    left = MOST_CELLS
    several = len(book.worksheets) > 1
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            lost.add("hidden")
            continue
        sheet.reset_dimensions()  # what a sheet says of its own size is not to be trusted
        rows: list[list[str]] = []
        for row in sheet.iter_rows(max_col=MOST_COLUMNS):
            said = [shown(cell) for cell in row]
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


def _losses(archive: ZipFile) -> set[Loss]:
    """What the sheets show and our tables do not. Raises `NotXml` at anything that is no plain XML."""
    names = archive.namelist()
    lost: set[Loss] = set()
    if any(
        name.startswith(("xl/charts/", "xl/media/", "xl/chartsheets/", "xl/drawings/drawing", "xl/diagrams/"))
        for name in names
    ):
        lost.add("pictures")
    if any(name.startswith(("xl/comments", "xl/threadedComments/")) for name in names):
        lost.add("comments")
    for name in names:
        if name.endswith((".xml", ".rels")) and not name.startswith(("xl/charts/", "xl/drawings/", "customXml/")):
            with archive.open(name) as file:
                lost |= _losses_in(each_element(file, with_text=True), name.startswith("xl/worksheets/"))
    return lost


def _losses_in(elements: Iterator[tuple[str, dict[str, str]]], is_sheet: bool) -> set[Loss]:
    lost: set[Loss] = set()
    waits, inside = False, ""  # a formula whose value did not come yet
    for name, attributes in elements:
        if not is_sheet:
            continue
        if name == TEXT:
            waits = waits and not (inside in ("v", "t") and attributes[TEXT].strip())
            continue
        inside = name
        if name == "f" and not waits:
            waits = True
        elif name in ("c", "row") and waits:
            lost.add("formulas")
            waits = False
        if name in ("row", "col") and attributes.get("hidden") in ("1", "true"):
            lost.add("hidden")
    return lost | ({"formulas"} if waits else set())


KIND = worded("xlsx", read)
