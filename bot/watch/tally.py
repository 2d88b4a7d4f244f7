"""The tally: how often what happened, by kind and never by whom, and how long it took. Lost with the process.

Plain dictionaries: a turn is counted in less than the time in which a label of a metrics library is looked up, and that
library is imported only where somebody asks (`bot.watch.page`). Each number is written by one thread.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import get_args

from bot.kinds.findings import State
from dialogs.hearing.cards import CARDS
from dialogs.receiving.custody_events import FilesDamaged

TURN_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
INSPECTION_BOUNDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 60.0)
UPDATES = ("taken", "unknown", "unreadable", "given_up")
WORK = ("done", "put_off", "failed", "given_up")


class Spread:
    """How many of some seconds were at most each bound; the last count is of those beyond all of them."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds, self.counts, self.sum = bounds, [0] * (len(bounds) + 1), 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.sum += seconds


class Tally:
    """All that is counted. What may be asked about before it first happens stands at nothing."""

    def __init__(self) -> None:
        self.updates = dict.fromkeys(UPDATES, 0)
        self.turns: dict[str, int] = defaultdict(int, {FilesDamaged.__name__: 0})
        """By the kind of event."""
        self.turn_failures = 0
        self.turn_seconds = Spread(TURN_BOUNDS)
        """From an update that was read to its commit."""
        self.safety_cards: dict[str, int] = defaultdict(int, dict.fromkeys(sorted(CARDS), 0))
        self.crowded = 0
        """How often more answers waited for one chat than it could be told one by one."""
        self.calls: dict[tuple[str, str], int] = defaultdict(int)
        """Calls to Telegram, by method and by what came back."""
        self.verdicts: dict[str, int] = defaultdict(int, dict.fromkeys(get_args(State), 0))
        self.inspection_seconds = Spread(INSPECTION_BOUNDS)
        self.work: dict[tuple[str, str], int] = defaultdict(int)
        """Beginnings of work, by kind and by how they ended."""
