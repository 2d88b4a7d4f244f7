"""One line of the journey's table, and the lines that lead back from a side road."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogs.guards import Guard, both, came_from


@dataclass(frozen=True)
class Row:
    """One line of the journey's table: a move, from a step, to a step, if the guard holds."""

    move: str
    source: str
    to: str
    guard: Guard | None = None


def leaving(moves: Iterable[str], source: str, resting: Iterable[str], guard: Guard | None = None) -> Iterator[Row]:
    """The rows that lead from a side road back to wherever the patient had been resting."""
    steps = tuple(resting)
    for move in moves:
        for step in steps:
            if step != source:
                yield Row(move, source, step, both(came_from(step), guard))
