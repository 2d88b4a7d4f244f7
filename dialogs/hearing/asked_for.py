"""What is asked for in words, wherever they stand: a list, a page, help, how to get the record of this step."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.asides import Asides
from dialogs.effects import Say, Turn
from dialogs.hearing.after_card import card_above
from dialogs.hearing.written import Written
from dialogs.journey.steps import root
from dialogs.roads.records.path import HOW_TO_GET

START = "start"


@dataclass(frozen=True)
class AskedFor:
    """Shows what a command of that name shows."""

    asides: Asides

    def how_to_get(self, written: Written) -> Turn | None:
        """ "Where do I get it", at a record: that answers nothing, whatever button it sounds like."""
        case, text = written.case, written.last
        at_a_record = not case.asked and written.screens.guide.record(root(case.step)) is not None
        if not at_a_record or written.presses.asks_for(text) != HOW_TO_GET:
            return None
        return None if written.own_words.is_of_another_record(case, text) else self.asides.command(case, HOW_TO_GET)

    def greeted(self, written: Written) -> Turn | None:
        """ "Let's start": whoever began long ago is asked again what they were asked."""
        if written.presses.asks_for(written.last) != START or card_above(written.case):
            return None
        return written.asked_again(Say("greeted", {"thanks": False}))

    def shown(self, written: Written) -> Turn | None:
        name = written.presses.asks_for(written.last)
        return self.asides.command(written.case, name) if name and name not in (HOW_TO_GET, START) else None
