"""Columns of a page that stand beside each other: a sentence goes on below, and not across the gap between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.kinds.where_letters_stand import Letter

Row = list[list[Letter]]
"""The cells of a line, from left to right."""

_FEWEST_ROWS, _MOST_ROWS = 3, 150
_FEWEST_LETTERS = 20
"""On a line of a column, as a mean; a cell of a table says less."""
_LEAST_AT_FIRST = 12
_MOST_LABELLED = 0.5
"""Share of lines with a colon: more of them are a form, read row by row."""
_NARROWEST = 0.5
"""Of the gap, in heights of the type."""


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    right: float
    letters: int
    height: float
    has_colon: bool


def by_columns(rows: Sequence[Row], from_right: bool) -> Iterator[Row]:
    """The rows of a page; where it has two columns, all of the one before all of the other."""
    measured = [[_measured(cell) for cell in row] for row in rows]
    at = 0
    while at < len(rows):
        end, border = _columns_from(measured, at)
        if end == at:
            yield rows[at]
            at += 1
            continue
        left = [[cell for cell in row if cell[0].left < border] for row in rows[at:end]]
        right = [[cell for cell in row if cell[0].left >= border] for row in rows[at:end]]
        yield from (row for side in ((right, left) if from_right else (left, right)) for row in side if row)
        at = end


def _measured(cell: Sequence[Letter]) -> _Cell:
    said = "".join(each.text for each in cell)
    return _Cell(cell[0].left, max(each.right for each in cell), len(said), cell[0].height, ":" in said)


def _columns_from(rows: Sequence[Sequence[_Cell]], start: int) -> tuple[int, float]:
    """Behind the last row of the columns that begin in a row, and what parts them; the row itself if none do."""
    first = rows[start]
    for number in range(1, len(first)):
        if min(_letters(first[:number]), _letters(first[number:])) < _LEAST_AT_FIRST:
            continue
        low, high = first[number - 1].right, first[number].left
        end = start
        while end < min(len(rows), start + _MOST_ROWS) and (narrower := _narrowed(rows[end], low, high)):
            (low, high), end = narrower, end + 1
        border = (low + high) / 2
        if _is_of_sentences(rows[start:end], border):
            return end, border
    return start, 0.0


def _narrowed(row: Sequence[_Cell], low: float, high: float) -> tuple[float, float] | None:
    """The gap between two columns with one more row beside it; None where that row goes across it."""
    middle = (low + high) / 2
    if any(cell.left < middle < cell.right for cell in row):
        return None
    low = max([low, *(cell.right for cell in row if cell.right <= middle)])
    high = min([high, *(cell.left for cell in row if cell.left >= middle)])
    return None if high - low < _NARROWEST * row[0].height else (low, high)


def _is_of_sentences(rows: Sequence[Sequence[_Cell]], border: float) -> bool:
    sides = [[cell for row in rows for cell in row if (cell.left < border) is left] for left in (True, False)]
    if min(map(len, sides)) < _FEWEST_ROWS:
        return False
    labelled = sum(cell.has_colon for side in sides for cell in side)
    is_long = all(_letters(side) >= _FEWEST_LETTERS * len(side) for side in sides)
    return is_long and labelled < _MOST_LABELLED * sum(map(len, sides))


def _letters(cells: Sequence[_Cell]) -> int:
    return sum(cell.letters for cell in cells)
