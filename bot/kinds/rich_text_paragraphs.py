"""Runs of rich text as they become paragraphs, cells and rows: in the text, in heads, feet and footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.kinds.blocks import Block, Run, Runs, Table, Text, plain

PLACES = ("head", "main", "note", "foot")
"""Where words may stand, in the order in which they are shown."""


@dataclass
class Paragraphs:
    """Takes run after run; a table is always in the main text."""

    in_table: bool = False
    _runs: dict[str, list[Run]] = field(default_factory=lambda: {place: [] for place in PLACES})
    _blocks: dict[str, list[Block]] = field(default_factory=lambda: {place: [] for place in PLACES})
    _rows: list[tuple[Runs, ...]] = field(default_factory=list)
    _cells: list[Runs] = field(default_factory=list)

    def say(self, where: str, run: Run) -> None:
        self._runs[where].append(run)

    def end_line(self, where: str) -> None:
        """A paragraph ends; within a cell it is only a line."""
        if where == "main" and self.in_table:
            self.say("main", Run("\n"))
        elif where:
            if where == "main" and not self._runs["main"]:
                self._end_table()
            self.end_paragraph(where)

    def end_paragraph(self, where: str) -> None:
        runs, self._runs[where] = _joined(self._runs[where]), []
        if plain(runs).strip() or any(run.look == "struck" for run in runs):
            if where == "main":
                self._end_table()
            self._blocks[where].append(Text(runs))

    def end_cell(self, where: str) -> None:
        if where == "main":
            self._cells.append(_joined(self._runs["main"]))
            self._runs["main"] = []

    def end_row(self) -> None:
        if self._cells:
            self._rows.append(tuple(self._cells))
            self._cells = []

    def end(self) -> None:
        """Nothing comes after it."""
        for where in PLACES:
            self.end_paragraph(where)
        self._end_table()

    def blocks(self) -> tuple[Block, ...]:
        """All that was said; heads and feet once, for first pages and even pages mostly say the same."""
        once = {where: list(dict.fromkeys(self._blocks[where])) for where in ("head", "foot")}
        return tuple(block for where in PLACES for block in once.get(where, self._blocks[where]))

    def _end_table(self) -> None:
        self.end_row()
        if self._rows:
            rows, self._rows = tuple(self._rows), []
            alone = all(len(row) == 1 for row in rows)
            self._blocks["main"] += [Text(row[0]) for row in rows if row[0]] if alone else [Table(rows)]


def _joined(runs: list[Run]) -> Runs:
    """Neighbours that look alike as one, without white space at the end."""
    kept: list[Run] = []
    for run in runs:
        if kept and kept[-1].look == run.look:
            kept[-1] = Run(kept[-1].text + run.text, run.look)
        else:
            kept.append(run)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
