"""One line of the journey's table, and the two places that are no step: wherever one is, and wherever one was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dialogs.journey.guards import Guard, Position, both

ANYWHERE = "anywhere"
"""A source: every step after the consent but the one it leads to."""
RETURN = "return"
"""A destination: the step at which the patient left the path to look after something."""


@dataclass(frozen=True)
class Row:
    """One line of the journey's table: a move, from a step, to a step, if the guard holds."""

    move: str
    source: str
    to: str
    guard: Guard | None = None


def leaving(moves: Iterable[str], source: str, home: str, guard: Guard | None = None) -> Iterator[Row]:
    """The rows that lead from a side road back to wherever the patient was; or home, if they were nowhere."""
    for move in moves:
        yield Row(move, source, RETURN, both(came_from_elsewhere, guard))
        yield Row(move, source, home, guard)


def spelled_out(table: Iterable[Row], after_consent: Iterable[str]) -> Iterator[Row]:
    """The table with every row from anywhere written once for each step."""
    steps = tuple(after_consent)
    for row in table:
        if row.source == ANYWHERE:
            yield from (replace(row, source=step) for step in steps if step != row.to)
        else:
            yield row


def came_from_elsewhere(position: Position) -> bool:
    way_back = position.case.returns_to
    return bool(way_back) and way_back[-1] != position.step
