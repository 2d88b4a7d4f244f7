"""A question for the doctor told wherever they are, and one of the list let go: "one more question: can I travel"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.phrases import figures_alike
from dialogs.content.told_words import trimmed, words_told
from dialogs.content.word_rows import Rows
from dialogs.effects import Turn
from dialogs.hearing import texts
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.taps import Tap
from dialogs.roads.answering import Answering
from dialogs.roads.decision.path import QUESTIONS
from dialogs.roads.decision.questions import Questions
from dialogs.understanding import own_lines
from dialogs.understanding.which_line import by_place

_SAYS_WHAT_FOLLOWS = re.compile(r"[:：]\s+|\n+")
MOST_WORDS = 8
"""Before what is asked: more are a sentence about something else."""


@dataclass(frozen=True)
class QuestionsTold:
    """Knows what is said of the questions for the doctor where another thing may be asked."""

    own_words: OwnWords
    roads: Answering

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it is none."""
        case, text = written.case, written.last
        if case.asked:
            return None
        if question := self._asked(case, text):
            return Questions(self.own_words.screens).add(case, question)
        return self._taken_out(case, text) if self._looks_at_them(case) else None

    def _looks_at_them(self, case: Case) -> bool:
        """Whether "another" and "the first" are of the questions: they stand here, or one was written just now."""
        is_newest = case.deed is not None and bool(case.deed.questions_made)
        return case.step == QUESTIONS or is_newest

    def _asked(self, case: Case, text: str) -> str:
        """What is asked, without the words that say that it is a question; "" if it is none."""
        head, *rest = _SAYS_WHAT_FOLLOWS.split(text, maxsplit=1)
        words, told, question = words_told(head), self.own_words.presses.told, trimmed("".join(rest))
        if not any(map(str.isalpha, question)) or not 0 < len(words) <= MOST_WORDS:
            return ""
        around = Rows.together(
            (told.asks, told.more, told.around, told.passed, told.it_is, self.own_words.presses.filler)
        )
        says_so = told.asks.found(words) and (self.own_words.presses.asks_for(head) == QUESTIONS or around.cover(words))
        says_so = says_so or (self._looks_at_them(case) and told.more.found(words) and around.cover(words))
        return "".join(rest).strip() if says_so else ""

    def _taken_out(self, case: Case, text: str) -> Turn | None:
        gone = self._placed(case, text)
        if not gone or self.own_words.is_of_a_person(text):
            return None
        turn = Turn(case, ()) if case.step == QUESTIONS else self.roads.aside(case, Tap("aside", move="ask"))
        for number in [case.questions[at].number for at in sorted(gone)]:
            turn = self.roads.press(turn.case, "remove", str(number)) if turn else None
        return turn

    def _placed(self, case: Case, text: str) -> set[int]:
        """Which of them are to go by where they stand: "remove number 2"."""
        told, count = self.own_words.presses.told, len(case.questions)
        rest = told.asks.taken_out(own_lines.what_goes(words_told(figures_alike(text)), told))
        if not rest or not count:
            return set()
        if texts.asked_about(case) and told.last.cover(rest):
            return set()  # the text that waits is the last one
        counted = self.own_words.presses.standing.place_alone(" ".join(rest), count)
        return {*counted} or by_place(range(count), rest, told)
