"""Values parted by commas, semicolons or tabs, as labs and portals export them, as a table."""

from __future__ import annotations

import csv
import io
from unicodedata import category

from bot.kinds.blocks import Manuscript
from bot.kinds.charset import decoded
from bot.kinds.galley import MOST_CELLS
from bot.kinds.machine_text import NAMES_ITS_MARK, parted_by
from bot.kinds.rows import tables_of
from bot.kinds.worded import TooMuch, worded

_SPACES = set("\t\n\r")


def read(data: bytes) -> Manuscript | None:
    """The rows of a table; None if it is none. Raises `TooMuch`."""
    text = decoded(data)
    mark = parted_by(text)
    if not mark or any(category(each) in ("Cc", "Co", "Cn") for each in set(text) - _SPACES):
        return None
    rows: list[list[str]] = []
    left = MOST_CELLS
    try:
        for row in csv.reader(io.StringIO(NAMES_ITS_MARK.sub("", text, count=1), newline=""), delimiter=mark):
            left -= len(row)
            if left < 0:
                raise TooMuch
            rows.append([" ".join(cell.split()) for cell in row])
    except csv.Error:
        return None
    return Manuscript(tuple(tables_of(rows)))


KIND = worded("csv", read)
