"""One line of the journey's table, and the two places that are no step: wherever one is, and wherever one was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dialogs.journey.guards import Guard, Position, both
from dialogs.journey.steps import CONSENT, WELCOME

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
    then: str = ""
    """The step to which the one it leads to returns; empty: nothing is said about that."""


def leaving(moves: Iterable[str], source: str, home: str, guard: Guard | None = None) -> Iterator[Row]:
    """The rows that lead from a side road back to wherever the patient was; or home, if they were nowhere."""
    for move in moves:
        yield Row(move, source, RETURN, both(came_from_elsewhere, guard))
        yield Row(move, source, home, guard)


def entering(detours: Mapping[str, str]) -> Iterator[Row]:
    """The rows that lead to a side road from everywhere."""
    for move, step in detours.items():
        yield Row(move, ANYWHERE, step)


def steps(table: Iterable[Row]) -> tuple[str, ...]:
    """Every step a patient can be at."""
    named = (step for row in table for step in (row.source, row.to))
    return tuple(dict.fromkeys(step for step in named if step not in (ANYWHERE, RETURN)))


def spelled_out(table: Iterable[Row]) -> Iterator[Row]:
    """The table with every row from anywhere written once for each step."""
    table = tuple(table)
    after_consent = tuple(step for step in steps(table) if step not in (WELCOME, CONSENT))
    for row in table:
        if row.source == ANYWHERE:
            yield from (replace(row, source=step) for step in after_consent if step != row.to)
        else:
            yield row


def came_from_elsewhere(position: Position) -> bool:
    way_back = position.case.returns_to
    return bool(way_back) and way_back[-1] != position.step
