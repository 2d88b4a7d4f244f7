"""Questions for the doctor: added at whatever step, and taken away again."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.effects import Say, Turn
from dialogs.journey.screens import Screens
from dialogs.roads.decision.screens import MAX_QUESTIONS

MAX_QUESTION = 300
"""Characters: what a doctor reads in a glance, and what fits the one message of the summary."""


@dataclass(frozen=True)
class Questions:
    """The patient stays at the step where they are."""

    screens: Screens

    def add(self, case: Case, text: str) -> Turn:
        """One more, in the patient's own words."""
        if len(text) > MAX_QUESTION:
            return Turn(case, (self.screens.prompt(case, self.screens.too_long(text, MAX_QUESTION)),))
        return self._add(case, Question(text=text))

    def add_example(self, case: Case, key: str) -> Turn | None:
        """One of those that the guide offers; None if it knows no such question."""
        guide = self.screens.guide
        known = key in (*guide.example_questions, *guide.bring_forward, *guide.differing)
        return self._add(case, Question(example=key), replaces=True) if known else None

    def _add(self, case: Case, question: Question, replaces: bool = False) -> Turn:
        if question in case.questions:
            return Turn(case, (self.screens.prompt(case, replaces=replaces),))
        if len(case.questions) >= MAX_QUESTIONS:
            return Turn(case, (self.screens.prompt(case, Say("questions_full", {"at_most": MAX_QUESTIONS})),))
        case = case.asking(question)
        lead = Say("question_added", {"questions": case.questions, "at_most": MAX_QUESTIONS})
        return Turn(case, (self.screens.prompt(case, lead, replaces),))
