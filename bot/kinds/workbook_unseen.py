"""What of a workbook is not seen as values: charts, remarks, formulas without a result, hidden rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from bot.kinds.blocks import Loss
from bot.kinds.strict_xml import TEXT, each_element

_DRAWN = ("xl/charts/", "xl/media/", "xl/chartsheets/", "xl/drawings/drawing", "xl/diagrams/")
_REMARKS = ("xl/comments", "xl/threadedComments/")
_NOT_READ = ("xl/charts/", "xl/drawings/", "customXml/")
MOST_COLUMNS = 20_000
"""The last column a sheet may have, and some more."""


@dataclass
class Hidden:
    """The rows and columns of a sheet that are not shown, counted from 1."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    def seen(self, row: Sequence[Any]) -> Sequence[Any]:
        """The cells of a row that are in columns that are shown."""
        if not self.columns:
            return row
        return [cell for number, cell in enumerate(row, start=1) if number not in self.columns]


class Unseen:
    """One pass over the XML of an archive. Raises `NotXml` at anything that is no plain XML."""

    def __init__(self, archive: ZipFile) -> None:
        self.lost: set[Loss] = set()
        self._hidden: dict[str, Hidden] = {}
        names = archive.namelist()
        self.lost |= {"pictures"} if any(name.startswith(_DRAWN) for name in names) else set()
        self.lost |= {"comments"} if any(name.startswith(_REMARKS) for name in names) else set()
        for name in names:
            if name.endswith((".xml", ".rels")) and not name.startswith(_NOT_READ):
                with archive.open(name) as file:
                    self._pass(name, each_element(file, with_text=True))

    def hidden(self, sheet: str) -> Hidden:
        """What is hidden in the sheet that this part of the archive holds."""
        return self._hidden.get(sheet.lstrip("/"), Hidden())

    def _pass(self, name: str, elements: Iterator[tuple[str, dict[str, str]]]) -> None:
        if not name.startswith("xl/worksheets/"):
            for _ in elements:  # only to see that it is plain
                pass
            return
        hidden = self._hidden.setdefault(name, Hidden())
        waits, inside, row = False, "", 0  # waits: for the result of a formula
        for element, attributes in elements:
            if element == TEXT:
                waits = waits and not (inside in ("v", "t") and attributes[TEXT].strip())
                continue
            inside = element
            if element == "f":
                waits = True
            elif element in ("c", "row") and waits:
                self.lost.add("formulas")
                waits = False
            if element == "row":
                row = _number(attributes.get("r")) or row + 1
            if element in ("row", "col") and attributes.get("hidden") in ("1", "true"):
                self.lost.add("hidden")
                hidden.rows |= {row} if element == "row" else set()
                hidden.columns |= _columns(attributes) if element == "col" else set()
        self.lost |= {"formulas"} if waits else set()


def _columns(attributes: dict[str, str]) -> set[int]:
    first, last = _number(attributes.get("min")), _number(attributes.get("max"))
    return set(range(first, min(last, MOST_COLUMNS) + 1)) if first else set()


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 9 else 0
