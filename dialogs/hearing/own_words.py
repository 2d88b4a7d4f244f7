"""What a text says of the buttons: that it copies one, means one in sight or one of the step's, or asks for a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.content.meanings import ON_ITS_WAY, UNCLEAR, UNREACHED
from dialogs.content.presses import Presses
from dialogs.content.said import Said
from dialogs.events import Event, Wrote
from dialogs.hearing.after_card import card_above
from dialogs.hearing.cards import MAYBE, UNWELL
from dialogs.hearing.on_a_weekday import pressed_on_a_weekday
from dialogs.hearing.plain_answer import PlainAnswer
from dialogs.hearing.pressing import Pressing, key_of
from dialogs.journey.screens import Screens
from dialogs.journey.steps import below, root
from dialogs.receiving.sorting import kinds_of_a_file
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.every import SAID
from dialogs.roads.records.path import ANEW, SENDING, TAKEN_OUT
from dialogs.roads.reminders.due import record_of
from dialogs.roads.reminders.due import sayable as of_a_reminder
from dialogs.roads.the_date.path import DATE
from dialogs.roads.walk.path import WHOSE
from dialogs.understanding.safety import Ears, Kind

STRAY = frozenset({"text_unplaced", "not_ours", MAYBE})
"""What is asked of a text that nobody asked for."""
LETS_GO = frozenset({ANEW, TAKEN_OUT})
"""What lets go of something that was written."""
OWN = WHOSE[0]
"""The button of whoever begins with a story of their own."""
TOLD_BESIDE = frozenset({OWN, "keep_files"})
"""What is said among whatever else they tell: "the doctor says I have cancer", "yes, keep them, and he passed out"."""
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
    ears: Ears = field(default_factory=Ears)

    @property
    def presses(self) -> Presses:
        return self.pressing.presses

    def is_label(self, case: Case, event: Event) -> bool:
        """Whether just what stands on a button in sight was written: "Yes, delete everything"."""
        if not isinstance(event, Wrote) or event.forwarded or self.screens.journey.text_at(case.step) == "secret":
            return False
        return self.pressing.copied(case, event.text) is not None

    def is_a_wish(self, event: Event) -> bool:
        """Whether a line about the patient is asked for ("my name is wrong"): that is no half of a cry."""
        return isinstance(event, Wrote) and self.presses.asks_for(event.text) in SAID

    def mean(self, case: Case, text: str) -> tuple[Shown | None, bool]:
        """The button that a text means, and whether it says more than that. A day answers what asks for one."""
        if self._is_of_no_visit(case, text):
            return self._no_date_yet(case), False
        shown, details = self._mean(case, text)
        lets_go = shown is not None and key_of(shown) in LETS_GO and self.pressing.copied(case, text) is None
        return (None, False) if lets_go and not self._may_let_go(case, shown, text) else (shown, details)

    def _is_of_no_visit(self, case: Case, text: str) -> bool:
        """Whether there is no date yet, as is told where it is asked for, or at a record: that is not of the record."""
        if case.asked or self.pressing.copied(case, text):
            return False
        if case.step == DATE:
            return self.days.is_none_yet(case, text) and not self.is_of_a_person(text)
        named = self.presses.topics.named_in(text)
        at_a_record = self.screens.guide.record(root(case.step)) is not None
        if not at_a_record or any(map(self.screens.guide.record, named)) or not self.days.is_of_no_visit(text):
            return False
        # "The doctor hasn't given it to me yet" is of the record: nobody leaves a date for later so.
        presses = self.presses
        return bool(presses.pressed(text, {"not_now"}).key) or not presses.pressed(text, {"later"}).key

    def _no_date_yet(self, case: Case) -> Shown | None:
        """The button of whoever has no date yet, where it stands."""
        there = (Shown(each.label, each.data) for each in chain(*self.screens.buttons(case)))
        return next((shown for shown in there if key_of(shown) == "not_now"), None) if case.step == DATE else None

    def _may_let_go(self, case: Case, shown: Shown | None, text: str) -> bool:
        if self.is_of_a_person(text):
            return False
        return shown is None or key_of(shown) != TAKEN_OUT or self._was_just_written(case)

    def can_be_said(self, case: Case) -> bool:
        """Whether the record that is asked about may be told in their own words."""
        record = self.screens.guide.record(root(case.step))
        return record is not None and record.said

    def _was_just_written(self, case: Case) -> bool:
        """Whether nothing else was said since a line: no text waits here, and no answer was undone in words."""
        if case.asked or any(each.place == self.screens.journey.place(case) for each in case.texts):
            return False
        return all(shown.label != "button.undo" for shown in case.keyboard)

    def is_of_a_person(self, text: str) -> bool:
        """Whether somebody says how they are, or cries for help: "estoy mal" is no line that is wrong."""
        presses = self.presses
        if presses.takes_out(text) and self.ears.guesses(text):
            return False  # every word of it is known
        return presses.asks_for(text) == UNWELL or self.ears.hear(text).urgent

    def _mean(self, case: Case, text: str) -> tuple[Shown | None, bool]:
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
            shown = pressed_on_a_weekday(case, text, self.pressing, self.days.words)
        if shown is None:
            return self._all_is_here(case, text) or self._meant_by_a_carer(case, text), False
        return shown, details

    def _all_is_here(self, case: Case, text: str) -> Shown | None:
        """Behind the files of a record that is being sent, what a yes means: "yep", below their receipt."""
        key = root(case.step)
        if case.step != below(key, SENDING) or not case.documents_of(key):
            return None
        done = (each for each in case.keyboard if key_of(each) == "done")
        return next(done, None) if self.presses.pressed(text, {"yes"}).key else None

    def _meant_by_a_carer(self, case: Case, text: str) -> Shown | None:
        """At a record, the button that a patient would mean who says so of themselves: "she has it at home"."""
        if self.screens.guide.record(root(case.step)) is None:
            return None
        presses = self.presses
        own = presses.as_the_patient_says(text)
        if not own or presses.asks_for(text):
            return None
        shown, details = self.pressing.meant(case, own, self.screens.sayable(case))
        return shown if shown and not details and key_of(shown) in OF_THE_PATIENT else None

    def _kind_of_a_file(self, case: Case, text: str) -> Shown | None:
        """Below the question what a file is, the kind that is told in words: "they are all labs"."""
        presses = self.presses
        kinds = kinds_of_a_file(self.screens.guide, case.keyboard, presses.topics.says_of_all(text))
        if not kinds or presses.is_question(text):
            return None
        return kinds.get(presses.topics.told_alone(text, kinds.keys()))

    def _answers_with_a_day(self, case: Case, text: str) -> bool:
        asks = not case.asked and self.screens.journey.text_at(case.step) == "day"
        return asks and self.pressing.copied(case, text) is None and self.days.is_a_day(case, text)

    def is_of_another_record(self, case: Case, text: str) -> bool:
        """Whether a text at a record names only others: "I never had a CT", written at the pathology report."""
        here, topics = self._record_asked_about(case), self.presses.topics
        if self.screens.guide.record(here) is None:
            return False
        named = topics.named_in(text)
        return here not in named and any(self.screens.guide.record(each) for each in named)

    def _record_asked_about(self, case: Case) -> str:
        """The record that a text answers for: that of the reminder, where one was opened, or that of the step."""
        return record_of(case) if case.asked else root(case.step)

    def _is_of_help(self, text: str) -> bool:
        return self.said.below_a_card(text) == UNREACHED or self.said.is_all(text, ON_ITS_WAY)

    def press_something(self, case: Case, text: str) -> bool:
        """Whether a text means a button, asks for a list, or is asked about in its own words."""
        is_a_wish_to_die = self.ears.hear(text).kind is Kind.CRISIS  # "this is my last night", "thank you, goodbye"
        lets_go = UNCLEAR in self.said.meanings(text)
        if (lets_go and is_a_wish_to_die) or self.ears.says_alone(text):
            return self.pressing.copied(case, text) is not None
        asks_for_a_day = self.screens.journey.text_at(case.step) == "day" and not is_a_wish_to_die
        if asks_for_a_day and self.days.is_about_days(text):
            return True
        if card_above(case) and not is_a_wish_to_die and self._is_of_help(text):
            return True  # "nobody answers" is met with all numbers: no guess says more
        presses = self.presses
        shown = self.mean(case, text)[0]
        key = key_of(shown) if shown else ""
        if key in TOLD_BESIDE and presses.tells_beside(text, key, {*map(key_of, case.keyboard)}):
            return False  # "the doctor says I have cancer, and I can't go on" is let in later
        if lets_go or shown or presses.asks_for(text):
            return True
        return PlainAnswer(self.ears, self.said, presses, self.screens, self.days).is_one(case, text)
