"""A text of which every word is an answer to what is asked: no guess makes a cry of "I also take insulin"."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.meanings import NEWS, TAKES_OVER
from dialogs.content.presses import Presses
from dialogs.content.said import Said
from dialogs.hearing.about_papers import AboutPapers
from dialogs.hearing.halves import joined
from dialogs.journey.screens import Screens
from dialogs.journey.steps import root
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.decision.path import QUESTIONS
from dialogs.understanding import own_lines
from dialogs.understanding.safety import Ears, Kind


@dataclass(frozen=True)
class PlainAnswer:
    """Quiets a soft guess of the model alone; what a rule heard only of a text that is all of papers."""

    ears: Ears
    said: Said
    presses: Presses
    screens: Screens
    days: DaysAsked

    def is_one(self, case: Case, text: str) -> bool:
        """Whether a text is wholly understood where they stand, alone and behind what they wrote just now."""
        if AboutPapers(self.ears, self.said).goes_on(case, text):
            return True
        if case.asked or not self._is_understood(case, text):
            return False
        half, together = case.half_said, joined(case.half_said, text)
        if half and self.ears.hear(together).urgent and not self._is_understood(case, half):
            return False
        return all(self.ears.guesses(each) for each in (text, together) if self.ears.hear(each).urgent)

    def _is_understood(self, case: Case, text: str) -> bool:
        takes, own = self.screens.journey.text_at(case.step), case.own_words.get(root(case.step))
        if takes == "record" and self.said.tells_only_medicines(text, beside_a_line=own is not None):
            return True
        if self.said.is_all(text, NEWS, TAKES_OVER):
            return True
        if self.ears.hear(text).kind is Kind.CRISIS:
            return False  # "done with everything": what lets go may be said of a life
        if takes == "record" and own and own_lines.removes_by_place(own.text.splitlines(), text, self.presses.told):
            return True
        if (own or case.step == QUESTIONS) and self.presses.takes_out(text):
            return True
        return self.days.denies_days(text)
