"""One line of the journey's table, from which the machine is built."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.guards import Guard


@dataclass(frozen=True)
class Row:
    """A move, from a step, to a step, if the guard holds."""

    move: str
    source: str
    to: str
    guard: Guard | None = None
