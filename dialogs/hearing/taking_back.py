""" "That was wrong": what was done last is undone, and nothing else; "I meant another" takes its place."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.deed import Deed
from dialogs.case.keyboard import Shown
from dialogs.content.told_words import words_told
from dialogs.effects import Say, Turn
from dialogs.hearing import texts
from dialogs.hearing.deeds import as_before
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.pressing import key_of, told_back
from dialogs.hearing.the_last_one import TheLastOne
from dialogs.hearing.written import Written
from dialogs.journey.screens import Screens
from dialogs.journey.steps import root
from dialogs.journey.taps import Tap, read
from dialogs.receiving.sorting import QUESTIONS as OF_FILES
from dialogs.receiving.sorting import Sorting
from dialogs.roads.answering import Answering
from dialogs.roads.decision.path import QUESTIONS
from dialogs.roads.records.path import TAKEN_OUT

GOES_BACK = frozenset({"back", TAKEN_OUT})
"""The moves that "that was wrong" would press where nobody knew what was done last."""
UNDONE = Shown("button.undo", "")


@dataclass(frozen=True)
class TakingBack:
    """Undoes what was done last."""

    screens: Screens
    sorting: Sorting
    own_words: OwnWords
    roads: Answering

    def undone(self, written: Written) -> Turn | None:
        """The turn after "that was wrong", which means this button or none; None if that button should be pressed."""
        case, text, meant = written.case, written.last, written.shown
        if turn := TheLastOne(self.screens, self.own_words).taken_out(case, text, meant):
            return turn
        deed, presses = case.deed, self.own_words.presses
        if self._is_of_nothing_written(case, text):
            return Turn(case, (self.screens.prompt(case, Say("nothing_undone")),))
        if deed is None or not (meant is None or read(meant.data).move in GOES_BACK):
            return None
        takes_back = presses.takes_back(text) or (deed.sent and self._deletes(text))
        if not takes_back or self.own_words.is_of_a_person(text):
            return None
        if deed.sent and case.asked in OF_FILES and presses.told.misspelt.found(words_told(text)):
            cards = self.sorting.ask(case)  # "sorry, typo": nothing was typed, and no file is to go
            return Turn(case, tuple(replace(each, lead=Say("nothing_undone")) for each in cards))
        if deed.sent:
            return self._asked_about_files(case, deed)
        if presses.takes_out(text) and presses.asks_for(text):
            return None  # no list is in sight: "the last one" may be a file
        if deed.stray:
            held = texts.asked_about(case)
            case = texts.without(case, held) if held else case
            return Turn(case, (self.screens.prompt(case, Say("nothing_undone")),))
        if deed.own_words and not self._is_of_a_line(text, meant):
            return None
        if deed.spent:
            return self._one_question_back(case, deed)
        if case.asked != deed.asked:
            return None  # something else was asked since: a reminder
        before = replace(as_before(case, deed), deed=Deed(deed.step, spent=True))
        asked = self.sorting.ask(before) if deed.files else ()
        turn = Turn(before, asked or (self.screens.prompt(before),))
        return told_back(turn, UNDONE, self.screens.journey.way_back(before))

    def one_back(self, written: Written) -> Turn | None:
        """The turn after "go back" in words, where the answer before it noted a request: that stays; None elsewhere."""
        case, shown = written.case, written.shown
        if shown is None or self.own_words.pressing.copied(case, written.last):
            return None
        if key_of(shown) != "back" or read(shown.data).move != "back" or case.asked or not case.trail:
            return None
        left = case.trail[-1]
        if not any(each.record == left.step and each.number > left.requests for each in case.requests):
            return None
        return self._question_before(case, shown)

    def _is_of_nothing_written(self, case: Case, text: str) -> bool:
        """Whether something is said to be written wrong where nobody knows what was done last: all stays as it is.

        So it does of a question where there is none: "wrong question" takes back no record.
        """
        presses, deed = self.own_words.presses, case.deed
        of_a_question = bool(presses.pressed(text, {"undo"}).key) and not presses.pressed(text, {"back"}).key
        if of_a_question and case.step == QUESTIONS and not (case.asked or case.questions):
            return True
        is_said = presses.told.misspelt.found(words_told(text)) and presses.takes_back(text)
        if not is_said or case.asked or root(case.step) in case.own_words:
            return False
        return deed is None

    def _deletes(self, text: str) -> bool:
        presses = self.own_words.presses
        return presses.takes_out(text) or bool(presses.pressed(text, {"erase"}).key)

    def _asked_about_files(self, case: Case, deed: Deed) -> Turn | None:
        """What came last is a file: whether it is to be deleted; of more than one, the list of them."""
        if case.asked not in (*OF_FILES, ""):
            return None  # something else was asked since: a reminder
        there = [number for number in deed.sent if case.document(number)]
        tap = Tap("aside", move="file", arguments=(str(there[0]), "erase")) if len(there) == 1 else None
        return (self.roads.aside(case, tap) if tap else None) or self.roads.aside(case, Tap("aside", move="my_files"))

    def _is_of_a_line(self, text: str, meant: Shown | None) -> bool:
        """Whether a line is meant, which stands there still: one that is in sight is taken out by its own button."""
        if meant is not None and read(meant.data).move == TAKEN_OUT:
            return False
        return bool(self.own_words.presses.pressed(text, {"line_wrong"}).key)

    def _one_question_back(self, case: Case, deed: Deed) -> Turn:
        """After one thing was taken back: the question before it, whose answer stays as it is."""
        if not case.trail or case.asked:
            return Turn(case, (self.screens.prompt(case, Say("nothing_undone")),))
        return self._question_before(replace(case, deed=deed), UNDONE)

    def _question_before(self, case: Case, shown: Shown) -> Turn:
        *trail, left = case.trail
        back = replace(case, step=left.step, trail=tuple(trail))
        return told_back(Turn(back, (self.screens.prompt(back),)), shown, self.screens.journey.way_back(back))
