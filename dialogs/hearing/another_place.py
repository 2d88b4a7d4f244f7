"""Another place that was meant, told when the first was noted already and the next question stands there."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.content.presses import Presses
from dialogs.content.profile import found
from dialogs.content.said import Said
from dialogs.hearing.taking_back import as_before
from dialogs.roads.destination.path import DESTINATION
from dialogs.understanding.near_places import near

MOST_WORDS = 8
"""Of a name: more are a sentence about something else."""


@dataclass(frozen=True)
class AnotherPlace:
    """Knows when the place that was told last is corrected: "I meant Riverside Oncology"."""

    guide: Guide
    presses: Presses
    said: Said

    def where_it_is_asked(self, case: Case, text: str) -> Case | None:
        """The case where the place was asked for, without the one that was told; None if no other is named."""
        deed, told = case.deed, self.presses.told
        was_told = deed is not None and deed.step == DESTINATION and case.step != DESTINATION and not deed.stray
        if deed is None or not was_told or case.asked or not told.corrects(text):
            return None
        named = told.in_place_of(text)
        return as_before(case, deed) if self._is_a_place(named) else None

    def _is_a_place(self, named: str) -> bool:
        if not 0 < len(named.split()) <= MOST_WORDS or self.presses.is_question(named):
            return False
        if found(self.guide.destinations, named) or near(self.guide.destinations, named):
            return True
        is_of_a_record = any(self.guide.record(each) for each in self.presses.topics.named_in(named))
        return not is_of_a_record and self.said.names_a_place(named)
