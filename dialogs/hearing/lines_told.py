""" "My name is Rosa Diaz", told at the card about the patient or at another of its lines: it is written on its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dialogs.case import copies
from dialogs.content.phrases import has_a_question_mark
from dialogs.content.told_words import words_told
from dialogs.days import births
from dialogs.days.zones import today
from dialogs.effects import Turn
from dialogs.hearing.no_answer import AN_ANSWER, NoAnswer
from dialogs.hearing.own_words import OwnWords
from dialogs.hearing.written import Written
from dialogs.journey.steps import root
from dialogs.roads.answering import Answering
from dialogs.roads.patient.path import OF_LETTERS, PATIENT, STEP_OF, line_of
from dialogs.understanding.told_lines import reaches

MOST_WORDS = 12
"""More tell of something else, too."""
FEWEST_YEARS = 2
"""Of a day that is one of birth though nobody says so: a nearer one may be of a record."""

LONGEST_LINK = 3
"""Letters of what stands small within a name: "de", "del", "la"."""


@dataclass(frozen=True)
class LinesTold:
    """Knows a text that says itself which line about the patient it tells, and answers it as that line's step does."""

    own_words: OwnWords
    roads: Answering
    no_answer: NoAnswer

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text, which shows the card with it; None if it is none."""
        case, text = written.case, written.last
        if root(case.step) != PATIENT or case.asked or len(text.split()) > MOST_WORDS:
            return None
        if has_a_question_mark(text) or written.presses.is_question(text) or written.presses.asks_for(text):
            return None
        line, here = self._line_told(written, text), line_of(case.step)
        if not line or line == here:
            return None
        there = written.where(copies.replace(case, step=STEP_OF[line]))
        if self.no_answer.kind(replace(there, event=replace(written.event, text=text))) != AN_ANSWER:
            return None
        return self.roads.write(there.case, text)

    def _line_told(self, written: Written, text: str) -> str:
        """The line whose own words a text begins with, or whose shape it has; "" if none, or that of this step.

        "His name is" may begin more than one: then it is the first, for the card is about the patient.
        """
        told, words = written.presses.told, words_told(text)
        # Where another line is asked for, figures may be its own that were misread: it asks once more.
        if not line_of(written.case.step):
            if "@" in text or (told.telephone.found(words) and reaches(text)):
                return "contact"
            if self._is_of_birth(written, text):
                return "born"
        begun = {line: told.begins(line, words) for line in STEP_OF}
        most = max(begun.values())
        line = next(line for line in STEP_OF if begun[line] == most)
        is_of_another = most and most not in (begun["born"], begun.get(line_of(written.case.step)))
        is_one = line not in OF_LETTERS or self._is_a_name(line, told.told(line, text))
        return line if is_of_another and is_one else ""

    def _is_of_birth(self, written: Written, text: str) -> bool:
        """Whether the day of birth is told in words, or a day of long ago and nothing else."""
        days, beside = births.beside(text, today(written.case), self.own_words.days.words)
        if not days:
            return False
        told, left = written.presses.told, words_told(beside)
        if left:
            return told.before["born"].cover(left) if "born" in told.before else False
        here = today(written.case)
        return all(date.fromisoformat(day).year <= here.year - FEWEST_YEARS for day in days)

    def _is_a_name(self, line: str, told: str) -> bool:
        """Whether it is written as a name is, a title aside; else whether it has two words, and one is of no talk.

        "I'm Rosa Diaz" names somebody, "I'm tired" nobody.
        """
        ears, words = self.own_words.ears, told.split()
        if any(map(str.isdecimal, told)):
            return False
        if any(word[0].isupper() for word in words):
            small = [word for word in words if word[0].islower() and len(word) > LONGEST_LINK]
            return len(small) <= 1 if line == "doctor" else not small and words[0][0].isupper()
        common = ears.model.common if ears.model else frozenset[str]()
        return len(words) > 1 and any(word not in common for word in words_told(told))
