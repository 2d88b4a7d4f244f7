"""What was told is put right in words: another place, or a line of their own."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.profile import found
from dialogs.effects import Say, Turn
from dialogs.hearing import texts
from dialogs.hearing.deeds import as_before
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.steps import root
from dialogs.roads.answering import Answering
from dialogs.roads.decision.path import DECISION
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.records.lines import with_lines
from dialogs.understanding import own_lines
from dialogs.understanding.near_places import near
from dialogs.understanding.retold import retold

MOST_WORDS = 8
"""Of a name: more are a sentence about something else."""


@dataclass(frozen=True)
class PuttingRight:
    """Knows when something is corrected that was told before."""

    own_words: OwnWords
    roads: Answering

    def turn(self, written: Written) -> Turn | None:
        """The turn after a text that puts something right; None if it does not."""
        case, text = written.case, written.last
        if case.asked:
            return None
        if asked := self._where_the_place_is_asked(case, text):
            return self.roads.write(asked, text)
        return self._decision(case, text) or self._line(case, text)

    def _decision(self, case: Case, text: str) -> Turn | None:
        """The decision, told anew where it stands or was written just now: "I meant whether to operate or wait"."""
        deed, told = case.deed, self.own_words.presses.told
        is_newest = deed is not None and not (deed.spent or deed.stray) and deed.decision != case.decision
        if not case.decision or not (is_newest or case.step == DECISION) or not told.corrects(text):
            return None
        meant = told.in_place_of(text)
        decision = retold(case.decision, meant, self.own_words.days.words.numbers)
        if not decision and not self.own_words.said.weighs_up(meant):
            return None
        decision = decision or meant
        if case.step == DECISION:
            return self.roads.write(case, decision)
        lead = Say("decision_noted", {"decision": decision})
        return Turn(replace(case, decision=decision), (self.own_words.screens.prompt(case, lead),))

    def _where_the_place_is_asked(self, case: Case, text: str) -> Case | None:
        """The case where the place was asked for, without the one that was told: "I meant Riverside Oncology"."""
        deed, told = case.deed, self.own_words.presses.told
        if deed is None or deed.stray or deed.step != DESTINATION or case.step == DESTINATION:
            return None
        is_one = told.corrects(text) and self._is_a_place(told.in_place_of(text))
        return as_before(case, deed) if is_one else None

    def _is_a_place(self, named: str) -> bool:
        known = self.own_words.screens.guide.destinations
        if not 0 < len(named.split()) <= MOST_WORDS or self.own_words.presses.is_question(named):
            return False
        if found(known, named) or near(known, named):
            return True
        is_of_a_record = any(
            self.own_words.screens.guide.record(each) for each in self.own_words.presses.topics.named_in(named)
        )
        return not is_of_a_record and self.own_words.said.names_a_place(named)

    def _first_line(self, case: Case, text: str) -> Turn | None:
        """What was typed wrong before any line was kept: of "sorry, I meant losartan" the name alone."""
        meant = self.own_words.presses.told.in_place_of(text) if self.own_words.presses.told.corrects(text) else text
        is_one = meant != text and self.own_words.screens.journey.text_at(case.step) == "record"
        is_a_line = is_one and self.own_words.can_be_said(case) and self.own_words.said.tells_of_a_record(meant)
        return self.roads.write(case, meant) if is_a_line and not self.own_words.presses.is_question(text) else None

    def _line(self, case: Case, text: str) -> Turn | None:
        """A line of their own, at the record that it was written of."""
        key, told = root(case.step), self.own_words.presses.told
        own = case.own_words.get(key) if self.own_words.screens.journey.text_at(case.step) == "record" else None
        if own is None:
            return self._first_line(case, text)
        if "\n" in text or self.own_words.presses.is_question(text) or own_lines.denies_all(text, told):
            return None
        lines = own.text.splitlines()
        if texts.asked_about(case) and own_lines.removes_by_place(lines, text, told):
            return None  # the text that waits is nearer than any line
        days = self.own_words.days.words
        right = own_lines.without(lines, text, told) or own_lines.denied(lines, text, told)
        right = right or own_lines.instead_of(lines, text, told, days.denying)
        right = right or own_lines.corrected(lines, text, told, days.numbers)
        new = [line for line in right.lines if not line.startswith(tuple(lines))] if right else []
        if right is None or not all(map(self.own_words.said.tells_of_a_record, new)):
            return None
        return with_lines(self.own_words.screens, replace(case, step=key), key, right.lines, right.gone)
