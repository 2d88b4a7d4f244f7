""" "Next", below the card that sorts what came: it is asked about once more, and whoever says so again goes on."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.copies import replace
from dialogs.effects import Turn
from dialogs.hearing.pressing import key_of
from dialogs.hearing.written import Written
from dialogs.receiving.sorting import Sorting
from dialogs.roads.walk.path import GATHER

CARD = "sorting"
GOES_ON = ("go_on", "skip", "later", "not_now")
"""What somebody says who does not want to sort now."""


@dataclass(frozen=True)
class PilesLeft:
    """Hears it at the step where all is sent: its own button would ask about the pile for ever."""

    sorting: Sorting

    def left(self, written: Written) -> Turn | None:
        """The turn after it. The files stay saved, and not sorted yet, as they are."""
        case, presses = written.case, written.presses
        if case.step != GATHER or case.asked != CARD or presses.pressed(written.last, {"sorted_yes", "yes"}).key:
            return None
        if any(presses.pressed(written.last, {key_of(shown)}).key for shown in case.keyboard):
            return None
        if not any(presses.pressed(written.last, {key}).key for key in GOES_ON):
            return None
        if not (case.deed and case.deed.stray):
            return Turn(case, self.sorting.ask(case))
        moved = self.sorting.screens.journey.move(replace(case, pile=""), "go_on")
        return Turn(moved, (self.sorting.screens.prompt(moved),)) if moved else None
