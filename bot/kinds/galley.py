"""Blocks made ready for the press: directions, columns that fit on the paper, words of ours in their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.kinds.blocks import Block, Heading, Item, Lines, Pairs, Runs, Table, Text, plain
from bot.kinds.plain_words import MOST_CHARACTERS, spaced
from bot.kinds.reasons import LeftOut
from bot.papers.printable import visible

PAPER = 98
"""Letters that stand beside one another in a table across the paper."""
_BETWEEN = 2
"""Letters that the edges of a column take."""
_NARROWEST, _LONGEST_WORD, _WIDEST = 3, 24, 46
MOST_CELLS = 60_000
_LONGEST_LINE = 5_000
_RIGHT = {"R", "AL"}


def galley(blocks: Iterable[Block], words: Mapping[str, Any]) -> list[list[Any]]:
    """What `press.blocks` sets; its words are the packet's own. Raises `LeftOut` if it is more than pages can hold."""
    left = _Left()
    return [each for block in blocks for each in _set(block, words, left)]


class _Left:
    """How much may still be set."""

    def __init__(self) -> None:
        self.characters, self.cells = MOST_CHARACTERS, MOST_CELLS

    def take(self, characters: int, cells: int = 0) -> None:
        self.characters -= characters + 1
        self.cells -= cells
        if self.characters < 0 or self.cells < 0:
            raise LeftOut("too_long")


def _set(block: Block, words: Mapping[str, Any], left: _Left) -> Iterator[list[Any]]:
    match block:
        case Table():
            yield from _table(block, words, left)
        case Pairs():
            pairs = [[_runs(label, words, left), _cell(value, words, left)] for label, value in block.pairs]
            yield ["pairs", pairs]
        case Lines():
            lines = [visible(line.expandtabs(8)).rstrip()[:_LONGEST_LINE] for line in block.lines]
            left.take(sum(map(len, lines)))
            yield ["lines", lines]
        case Heading():
            yield ["heading", _from_right([plain(block.runs)]), min(block.level, 4), _runs(block.runs, words, left)]
        case Item():
            start = [_from_right([plain(block.runs)]), min(block.depth, 8), visible(block.mark)[:12]]
            yield ["item", *start, _runs(block.runs, words, left)]
        case Text():
            yield ["text", _from_right([plain(block.runs)]), _runs(block.runs, words, left)]


def _runs(runs: Runs, words: Mapping[str, Any], left: _Left) -> list[list[str]]:
    ready: list[list[str]] = []
    for run in runs:
        if run.look == "named":
            ready.append(["", str(words[f"label_{run.text}"])])
            continue
        left.take(len(run.text))
        for number, line in enumerate(run.text.split("\n")):
            ready += [["break", ""]] if number else []
            ready += [[run.look, spaced(line)]] if line else []
    return ready


def _cell(runs: Runs, words: Mapping[str, Any], left: _Left) -> list[Any]:
    """What stands in a cell, and whether it is written from the right: "12.1 g/dL" is not, also in an Arabic table."""
    return [_from_right([plain(runs)]), _runs(runs, words, left)]


def _table(table: Table, words: Mapping[str, Any], left: _Left) -> Iterator[list[Any]]:
    """A table that is wider than the paper stands as several, each with the first column."""
    width = max((len(row) for row in table.rows), default=0)
    left.take(0, width * len(table.rows))
    said = [any(plain(cell).strip() for cell in row) for row in table.rows]
    rows = [[*row, *[()] * (width - len(row))] for row, says in zip(table.rows, said, strict=True) if says]
    heads = sum(said[: table.heads])
    texts = [[plain(cell) for cell in row] for row in rows]
    used = [column for column in range(width) if any(row[column].strip() for row in texts)]
    from_right = _from_right(text for row in texts for text in row)
    least = {column: _least(text[column] for text in texts) for column in used}
    for group in _groups(used, least):
        widths = _widths([least[column] for column in group], [_longest(texts, column) for column in group])
        cells = [[_cell(row[column], words, left) for column in group] for row in rows]
        yield ["table", from_right, widths, heads, cells]


def _groups(used: Sequence[int], least: Mapping[int, int]) -> Iterator[list[int]]:
    group: list[int] = []
    for column in used:
        if len(group) > 1 and sum(least[each] for each in group) + least[column] > PAPER:
            yield group
            group = [used[0]]
        group.append(column)
    if group:
        yield group


def _least(texts: Iterable[str]) -> int:
    """The letters a column needs for no word to be broken."""
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return max(_NARROWEST, min(longest, _LONGEST_WORD)) + _BETWEEN


def _longest(texts: Sequence[Sequence[str]], column: int) -> int:
    return min(max(len(line) for row in texts for line in row[column].split("\n")), _WIDEST) + _BETWEEN


def _widths(least: Sequence[int], wished: Sequence[int]) -> list[int]:
    """The share of each column: what its words need, and of what is left as much as its lines would fill."""
    more = [max(0, wish - need) for need, wish in zip(least, wished, strict=True)]
    room = max(0, PAPER - sum(least))
    share = min(1.0, room / (sum(more) or 1))
    return [round(need + each * share) for need, each in zip(least, more, strict=True)]


def _from_right(texts: Iterable[str]) -> bool:
    """Whether the first letter that has a direction is one of a script from right to left."""
    for text in texts:
        for letter in text:
            way = unicodedata.bidirectional(letter)
            if way == "L" or way in _RIGHT:
                return way in _RIGHT
    return False
