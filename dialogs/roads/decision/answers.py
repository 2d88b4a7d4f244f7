"""What is answered at the decision and at the questions."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Say, Turn, aside
from dialogs.journey.screens import Screens
from dialogs.journey.steps import number_in
from dialogs.roads.decision.path import DECISION, QUESTIONS
from dialogs.roads.decision.questions import Questions
from dialogs.roads.decision.screens import picks
from dialogs.roads.road import Answers, Means

MAX_DECISION = 500
"""Characters: what a doctor reads in a glance."""
MOST_WRITTEN = 3000
"""Characters that are kept where somebody writes from the heart."""


@dataclass(frozen=True)
class DecisionAnswers:
    """Answers at both steps."""

    screens: Screens
    questions: Questions

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        moved = self.screens.journey.move(case, move, argument, case.passing(case.step))
        if moved is None:
            return None
        if case.step == QUESTIONS and move == "add":
            return self.questions.add_example(case, argument)
        if case.step == QUESTIONS and move == "page":
            prompt = self.screens.prompt(case, replaces=True)
            done = self.screens.buttons(case)[-1]
            keyboard = (*picks(self.screens.guide, case, number_in(argument)), done)
            return Turn(case, (replace(prompt, buttons=keyboard),))
        if case.step == QUESTIONS and move == "remove":
            moved = replace(case, questions=tuple(each for each in case.questions if str(each.number) != argument))
            if moved == case:
                return None
        return Turn(moved, (self.screens.prompt(moved, replaces=True),))

    def write(self, case: Case, text: str) -> Turn | None:
        """The decision, or one more question. Of a decision that is long all is kept, and a shorter line asked for."""
        if case.step == QUESTIONS:
            return self.questions.add(case, text)
        if len(text) > MOST_WRITTEN:
            return Turn(case, (self.screens.prompt(case, self.screens.too_long(text, MOST_WRITTEN)),))
        decided = replace(case, decision=text)
        if len(text) > MAX_DECISION:
            return Turn(decided, (self.screens.prompt(decided, Say("decision_long", {"length": len(text)})),))
        moved = self.screens.journey.move(decided.passing(DECISION), "answered")
        assert moved is not None, "a decision can always be given at its step"
        prompt = self.screens.prompt(moved, Say("decision_noted", {"decision": text}))
        # On the path, Back leads to it; from elsewhere there has to be a button.
        change = () if self.screens.journey.goes_back(moved, "back") else ((aside("decide"),),)
        return Turn(moved, (replace(prompt, buttons=(*prompt.buttons, *change)),))


def answers(means: Means) -> Answers:
    deciding = DecisionAnswers(means.screens, Questions(means.screens))
    return Answers(press=deciding.press, write=deciding.write)
