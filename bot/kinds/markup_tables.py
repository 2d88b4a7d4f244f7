"""Tables of markup: rows of cells; those that only arrange a page are read cell after cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bot.kinds.blocks import Block, Heading, Item, Lines, Pairs, Run, Runs, Table, Text, plain
from bot.kinds.hidden import is_hidden
from bot.kinds.strict_xml import local

LONGEST_CELL = 1_500
"""Characters; a table with a longer cell is no table of values."""
MOST_SPANNED = 100
_PARTS = ("thead", "tbody", "tfoot")
Within = Callable[[Any], list[Block]]


def table_of(element: Any, within: Within) -> Iterator[Block]:
    """A table as blocks; `within` reads what is in a cell."""
    rows: list[list[list[Block]]] = []
    heads = 0
    spanned: dict[int, int] = {}  # columns that a cell above still fills, and for how many rows
    for row, in_head in _rows(element):
        cells, all_heads = _cells(row, within, spanned)
        if not cells:
            continue
        if (in_head or all_heads) and heads == len(rows):
            heads += 1
        rows.append(cells)
    for caption in (each for each in element if _name(each) == "caption"):
        yield from (Heading(each.runs, 4) if isinstance(each, Text) else each for each in within(caption))
    if _only_arranges(rows):
        yield from (block for row in rows for cell in row for block in cell)
    elif any(cell for row in rows for cell in row):
        table = tuple(tuple(_flat(cell) for cell in row) for row in rows)
        yield Table(table, heads if heads < len(rows) else 0)


def _rows(element: Any) -> Iterator[tuple[Any, bool]]:
    for each in element:
        name = _name(each)
        if name == "tr" and not is_hidden(each):
            yield each, False
        elif name in _PARTS and not is_hidden(each):
            yield from ((row, name == "thead") for row, _ in _rows(each))


def _cells(row: Any, within: Within, spanned: dict[int, int]) -> tuple[list[list[Block]], bool]:
    """The cells of a row, each in its column; and whether all that say something are heads."""
    cells: list[list[Block]] = []
    all_heads, below = True, {}
    for each in row:
        name = _name(each)
        if name not in ("td", "th") or is_hidden(each):
            continue
        while spanned.get(len(cells), 0):
            cells.append([])
        all_heads = all_heads and name == "th"
        down = _number(each.get("rowspan"))
        for place in range(_number(each.get("colspan"))):
            below[len(cells)] = down - 1
            cells.append(within(each) if not place else [])
    for column in spanned:
        spanned[column] -= 1
    spanned.update({column: rows for column, rows in below.items() if rows})
    for column in [column for column, rows in spanned.items() if rows <= 0]:
        del spanned[column]
    return cells, all_heads


def _only_arranges(rows: list[list[list[Block]]]) -> bool:
    if max(map(len, rows), default=0) < 2:
        return True
    blocks = [block for row in rows for cell in row for block in cell]
    if any(isinstance(block, Table | Heading | Lines) for block in blocks):
        return True
    return any(sum(len(plain(_flat([each]))) for each in cell) > LONGEST_CELL for row in rows for cell in row)


def _flat(cell: list[Block]) -> Runs:
    """What a cell says, a paragraph a line."""
    runs: list[Run] = []
    for block in cell:
        runs += [Run("\n")] if runs else []
        match block:
            case Text() | Heading():
                runs += block.runs
            case Item():
                runs += [Run(f"{'  ' * block.depth}{block.mark} "), *block.runs]
            case Pairs():
                for label, value in block.pairs:
                    runs += [*label, Run(": "), *value]
            case Lines():
                runs.append(Run("\n".join(block.lines)))
            case Table():
                runs.append(Run("\n".join(" | ".join(map(plain, row)) for row in block.rows)))
    return tuple(runs)


def _number(said: str | None) -> int:
    return max(1, min(int(said), MOST_SPANNED)) if said and said.isdigit() and len(said) < 9 else 1


def _name(element: Any) -> str:
    return local(element).lower() if isinstance(element.tag, str) else ""
