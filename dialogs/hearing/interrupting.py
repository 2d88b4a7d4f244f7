""" "Wait", "no wait": whoever says no more than that presses nothing, and is not asked what it means."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.asides import BACK
from dialogs.effects import Say, Turn
from dialogs.hearing.after_card import card_above
from dialogs.hearing.at_the_door import AtTheDoor
from dialogs.hearing.pressing import key_of
from dialogs.hearing.written import Written
from dialogs.understanding.same_breath import only_interrupts

IN_PASSING = frozenset({"missing", "later", "not_now", "skip", "go_on", "send", "have"})
"""What nobody presses by an interruption alone."""


@dataclass(frozen=True)
class Interrupting:
    """Hears an interruption; before anything is agreed to it is answered as all is there."""

    door: AtTheDoor

    def turn(self, written: Written) -> Turn | None:
        if card_above(written.case):
            return None  # it may be said of what the card is about
        passing = written.shown is None or key_of(written.shown) in IN_PASSING
        if not passing or not only_interrupts(written.last, written.presses.told):
            return None
        return self.door.answered(written) or Turn(written.case, (Say("until_later", buttons=BACK),))
