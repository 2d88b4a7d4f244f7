""" "We're going to Mayo Clinic instead", told where another thing is asked for: that is where the records go now."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.content.phrases import has_a_question_mark
from dialogs.content.profile import found, unnamed
from dialogs.content.told_words import words_told
from dialogs.effects import Turn
from dialogs.hearing.named import asks_for_a_name
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.taps import Tap
from dialogs.roads.answering import Answering
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.records.path import ASKED

MOST_WORDS = 12
"""More tell of something else, too."""


@dataclass(frozen=True)
class PlaceTold:
    """Knows a text that only says at which of the known places they will be, and answers it as at its own question."""

    own_words: OwnWords
    roads: Answering

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text, which says it back and leads on to where they were; None if it is none."""
        case, text = written.case, written.last
        at_its_step = case.step == DESTINATION or asks_for_a_name(case.step) or case.step.endswith(f".{ASKED}")
        if case.asked or at_its_step or len(text.split()) > MOST_WORDS:
            return None
        asks = has_a_question_mark(text) or written.presses.is_question(text)
        if asks or not self._says_where_they_go(text):
            return None
        there = self.roads.aside(case, Tap("aside", move="where"))
        return self.roads.write(there.case, text) if there else None

    def _says_where_they_go(self, text: str) -> bool:
        """Whether a known place stands behind words of who goes there, and nothing else is said: no doubt, either."""
        known, told = self.own_words.screens.guide.destinations, self.own_words.presses.told
        meant = told.in_place_of(text) if told.corrects(text) else text
        name = told.place(meant)
        if not found(known, name) or unnamed(known, name) or self.own_words.said.doubts(name):
            return False
        return name != meant and told.going.found(words_told(meant)) and not told.tells_where_treated(text)
