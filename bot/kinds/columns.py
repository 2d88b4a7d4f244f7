"""Columns of a page that stand beside each other: a sentence goes on below, and not across the gap between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.kinds.where_letters_stand import Letter

Cell = list[Letter]
Row = list[Cell]

_FEWEST_ROWS = 3
_FEWEST_LETTERS = 20
"""On a line of a column, as a mean; a cell of a table says less."""
_MOST_LABELLED = 0.5
"""Share of lines with a colon: more of them are a form, read row by row."""
_NARROWEST = 0.5
"""Of the gap, in heights of the type."""


def by_columns(rows: Sequence[Row], from_right: bool) -> Iterator[Row]:
    """The rows of a page; where it has two columns, all of the one before all of the other."""
    at = 0
    while at < len(rows):
        end, border = _columns_from(rows, at)
        if end == at:
            yield rows[at]
            at += 1
            continue
        left = [[cell for cell in row if cell[0].left < border] for row in rows[at:end]]
        right = [[cell for cell in row if cell[0].left >= border] for row in rows[at:end]]
        yield from (row for side in ((right, left) if from_right else (left, right)) for row in side if row)
        at = end


def _columns_from(rows: Sequence[Row], start: int) -> tuple[int, float]:
    """Behind the last row of the columns that begin in a row, and what parts them; the row itself if none do."""
    for one, other in zip(rows[start], rows[start][1:], strict=False):
        low, high = _right(one), other[0].left
        end = start
        while end < len(rows) and (narrower := _narrowed(rows[end], low, high)):
            (low, high), end = narrower, end + 1
        border = (low + high) / 2
        if _is_of_sentences(rows[start:end], border):
            return end, border
    return start, 0.0


def _narrowed(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """The gap between two columns with one more row beside it; None where that row goes across it."""
    middle = (low + high) / 2
    low = max([low, *(_right(cell) for cell in row if _right(cell) <= middle)])
    high = min([high, *(cell[0].left for cell in row if cell[0].left >= middle)])
    is_across = any(cell[0].left < middle < _right(cell) for cell in row)
    return None if is_across or high - low < _NARROWEST * row[0][0].height else (low, high)


def _is_of_sentences(rows: Sequence[Row], border: float) -> bool:
    sides = [[cell for row in rows for cell in row if (cell[0].left < border) is left] for left in (True, False)]
    if min(map(len, sides)) < _FEWEST_ROWS:
        return False
    said = [["".join(letter.text for letter in cell) for cell in side] for side in sides]
    labelled = sum(":" in cell for side in said for cell in side)
    is_long = all(sum(map(len, side)) >= _FEWEST_LETTERS * len(side) for side in said)
    return is_long and labelled < _MOST_LABELLED * sum(map(len, said))


def _right(cell: Cell) -> float:
    return max(letter.right for letter in cell)
