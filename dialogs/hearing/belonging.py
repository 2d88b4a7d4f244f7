"""Below the question where a text belongs a plain yes takes the way that is offered there, and never one behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.effects import Turn
from dialogs.events import Pressed
from dialogs.hearing import texts
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.pressing import told_back
from dialogs.hearing.written import Written
from dialogs.journey.taps import Tap, read
from dialogs.roads.answering import Answering
from dialogs.unplaced import Unplaced

OF_THE_TEXT = ("text", "stop", "unwell")
"""What does something with the text itself, or with what may be the matter: these lead nowhere."""
DATE = "the_date"


@dataclass(frozen=True)
class Belonging:
    """`press` is what answers a tap."""

    own_words: OwnWords
    roads: Answering
    unplaced: Unplaced
    press: Callable[[Case, Pressed], Turn]

    def agreed(self, written: Written) -> Turn | None:
        """The turn after "yes" where one way, or two, were offered: two are asked about once more."""
        case, presses = written.case, written.presses
        held = texts.asked_about(case)
        if held is None or not (presses.pressed(written.last, {"yes"}).key or presses.standing.agrees(written.last)):
            return None
        if self.own_words.pressing.meant(case, written.last)[0] is not None:
            return None  # "yes, add it to my questions" stands there itself
        ways = [shown for shown in case.keyboard if _leads(shown)]
        of_a_day = bool(self.own_words.days.said(case, held.text)) or any(map(str.isdecimal, held.text))
        if of_a_day and any(read(shown.data).move == DATE for shown in ways):
            asked = self.roads.aside(texts.without(case, held), Tap("aside", move=DATE))
            return self.roads.write(asked.case, held.text) if asked else None
        if len(ways) == 1 and not of_a_day:  # of a day that is told, another way is no answer
            turn = self.press(texts.without(case, held), Pressed(written.event.at, ways[0].data))
            return told_back(turn, ways[0], written.screens.journey.way_back(turn.case))
        answers = any(shown.label == "button.text_answer" for shown in case.keyboard)
        return self.unplaced.asked_about(texts.without(case, held), held.text, takes_answer=answers)


def _leads(shown: Shown) -> bool:
    tap = read(shown.data)
    return tap.step == "aside" and tap.move not in OF_THE_TEXT
