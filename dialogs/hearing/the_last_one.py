""" "Delete the last one": of which list, the screen in front of them shows."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.keyboard import Shown
from dialogs.effects import Say, Turn
from dialogs.hearing import texts
from dialogs.hearing.own_words import OwnWords
from dialogs.journey.screens import Screens
from dialogs.journey.steps import root
from dialogs.roads.decision.path import QUESTIONS
from dialogs.roads.records.lines import with_lines


@dataclass(frozen=True)
class TheLastOne:
    """Takes the newest out of the list that is in sight, and undoes nothing elsewhere."""

    screens: Screens
    own_words: OwnWords

    def taken_out(self, case: Case, text: str, meant: Shown | None) -> Turn | None:
        """The turn after "delete the last one", which means no button in sight; None if no list is asked about."""
        key, is_empty = root(case.step), case.step == QUESTIONS and not case.questions
        own = case.own_words.get(key) if self.screens.journey.text_at(case.step) == "record" else None
        if meant is not None or case.asked or not (is_empty or own) or self.own_words.is_of_a_person(text):
            return None
        takes_out = self.own_words.presses.takes_out(text)
        if is_empty and (takes_out or self.own_words.said.lets_go(text)):
            return Turn(case, (self.screens.prompt(case, Say("nothing_undone")),))
        if own is None or not takes_out or texts.asked_about(case):
            return None
        *lines, gone = own.text.splitlines()
        return with_lines(self.screens, replace(case, step=key), key, tuple(lines), gone)
