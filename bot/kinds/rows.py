"""Rows of values as tables: empty rows part one from the next, and a row of words above numbers is its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.kinds.blocks import Block, Table, Text, words

_Row = Sequence[str]


def tables_of(rows: Iterable[_Row]) -> Iterator[Block]:
    """The rows as blocks; what stands alone in its row is a line."""
    waiting: list[_Row] = []
    for row in rows:
        said = [cell for cell in row if cell.strip()]
        if len(said) > 1 or (said and waiting):
            waiting.append(row)
            continue
        yield from _table(waiting)
        waiting = []
        if said:
            yield Text(words(said[0]))
    yield from _table(waiting)


def _table(rows: Sequence[_Row]) -> Iterator[Block]:
    if rows:
        yield Table(tuple(tuple(map(words, row)) for row in rows), int(has_head(rows)))


def has_head(rows: Sequence[_Row]) -> bool:
    """Whether the first row only names what stands below it: no digit in it, and digits in the others."""
    first, *others = rows
    is_words = not any(any(map(str.isdigit, cell)) for cell in first) and sum(bool(cell.strip()) for cell in first) > 1
    return is_words and any(any(map(str.isdigit, cell)) for row in others for cell in row)
