"""What a text says of the buttons: that it copies one, means one in sight or one of the step's, or asks for a list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.content.said import UNCLEAR, Said
from dialogs.events import Event, Wrote
from dialogs.hearing.cards import MAYBE
from dialogs.hearing.pressing import Pressing, key_of
from dialogs.journey.screens import Screens
from dialogs.journey.steps import root
from dialogs.receiving.sorting import kinds_of_a_file
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.every import SAID
from dialogs.roads.reminders.due import sayable as of_a_reminder

STRAY = frozenset({"text_unplaced", "not_ours", MAYBE})
"""What is asked of a text that nobody asked for."""
OF_THE_PATIENT = frozenset(
    {"send", "have", "all_here", "elsewhere", "missing", "not_applicable", "cannot_get", "not_sure", "skip", "later"}
)
"""What may be said of a patient by another: who has a record, that there is none, that nobody knows."""


@dataclass(frozen=True)
class OwnWords:
    """Knows what is meant where somebody stands."""

    screens: Screens
    pressing: Pressing
    said: Said
    days: DaysAsked

    def is_label(self, case: Case, event: Event) -> bool:
        """Whether just what stands on a button in sight was written: "Yes, delete everything"."""
        if not isinstance(event, Wrote) or event.forwarded or self.screens.journey.text_at(case.step) == "secret":
            return False
        return self.pressing.copied(case, event.text) is not None

    def is_a_wish(self, event: Event) -> bool:
        """Whether a line about the patient is asked for ("my name is wrong"): that is no half of a cry."""
        return isinstance(event, Wrote) and self.pressing.presses.asks_for(event.text) in SAID

    def mean(self, case: Case, text: str) -> tuple[Shown | None, bool]:
        """The button that a text means, and whether it says more than that. A day answers what asks for one."""
        if self._answers_with_a_day(case, text):
            return None, False
        if case.asked:
            shown, details = self.pressing.meant(case, text, of_a_reminder(case.keyboard))
            if shown is None and case.asked in STRAY:  # nobody asked but what a stray text is: they may just go on
                shown = self.pressing.going_on(case, text, chain(*self.screens.buttons(case)))
            return (shown, details) if shown else (self._kind_of_a_file(case, text), False)
        shown, details = self.pressing.meant(case, text, self.screens.sayable(case))
        if shown is None:  # below a card that asks nothing the step's own question is still the newest
            shown = self.pressing.going_on(case, text, chain(*self.screens.buttons(case)))
        if shown is None:
            return self._meant_by_a_carer(case, text), False
        return shown, details

    def _meant_by_a_carer(self, case: Case, text: str) -> Shown | None:
        """At a record, the button that a patient would mean who says so of themselves: "she has it at home"."""
        if self.screens.guide.record(root(case.step)) is None:
            return None
        own = self.pressing.presses.as_the_patient_says(text)
        shown, details = self.pressing.meant(case, own, self.screens.sayable(case)) if own else (None, False)
        return shown if shown and not details and key_of(shown) in OF_THE_PATIENT else None

    def _kind_of_a_file(self, case: Case, text: str) -> Shown | None:
        """Below the question what a file is, the kind that is told in words: "they are all labs"."""
        kinds, presses = kinds_of_a_file(self.screens.guide, case.keyboard), self.pressing.presses
        if not kinds or presses.is_question(text):
            return None
        return kinds.get(presses.topics.told_alone(text, kinds.keys()))

    def _answers_with_a_day(self, case: Case, text: str) -> bool:
        asks = not case.asked and self.screens.journey.text_at(case.step) == "day"
        return asks and self.pressing.copied(case, text) is None and self.days.is_a_day(case, text)

    def is_of_another_record(self, case: Case, text: str) -> bool:
        """Whether a text at a record names only others: "I never had a CT", written at the pathology report."""
        here, topics = root(case.step), self.pressing.presses.topics
        if case.asked or self.screens.guide.record(here) is None:
            return False
        named = topics.named_in(text)
        return here not in named and any(self.screens.guide.record(each) for each in named)

    def press_something(self, case: Case, text: str) -> bool:
        """Whether a text means a button, asks for a list, or is asked about in its own words."""
        is_gone = UNCLEAR in self.said.meanings(text)
        if self.screens.journey.text_at(case.step) == "day" and self.days.is_about_days(text):
            return True
        return bool(is_gone or self.mean(case, text)[0] or self.pressing.presses.asks_for(text))
