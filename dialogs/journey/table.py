"""One line of the journey's table, and the places that are no step: wherever one is, was, came from, and goes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dialogs.case.copies import replace
from dialogs.journey.guards import Guard, Position, both
from dialogs.journey.steps import CONSENT, WELCOME

ANYWHERE = "anywhere"
"""A source: every step after the consent but the one it leads to."""
RETURN = "return"
"""A destination: the step at which the patient left the path to look after something."""
ONWARD = "onward"
"""A destination: the next question of the path that is open. Its own rows, tried in their order, say which that is."""
BACKWARD = "backward"
"""A destination: the question of the path that was left last."""
NO_STEPS = frozenset({ANYWHERE, RETURN, ONWARD, BACKWARD})


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
    return tuple(dict.fromkeys(step for step in named if step not in NO_STEPS))


def spelled_out(table: Iterable[Row]) -> Iterator[Row]:
    """The table with every row from anywhere written once for each step."""
    table = tuple(table)
    after_consent = tuple(step for step in steps(table) if step not in (WELCOME, CONSENT))
    for row in table:
        if row.source == ANYWHERE:
            yield from (replace(row, source=step) for step in after_consent if step != row.to)
        else:
            yield row


def onward(to: str, guard: Guard | None = None) -> Row:
    """One question of the path: where it stands among the others says when it is asked."""
    return Row(ONWARD, ONWARD, to, guard)


def backward(source: str) -> Row:
    """The row that leads back to the question before, for who came along the path; its button names that question."""

    def guard(position: Position) -> bool:
        trail = position.case.trail
        return bool(trail) and position.argument in ("", trail[-1].step)

    return Row("back", source, BACKWARD, guard)


def came_from_elsewhere(position: Position) -> bool:
    way_back = position.case.returns_to
    return bool(way_back) and way_back[-1] != position.step
