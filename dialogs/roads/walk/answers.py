"""What is answered on the walk itself: for whom, what may be kept, that it is enough, and what to look at again."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Say, Turn
from dialogs.journey.screens import Screens
from dialogs.journey.steps import CONSENT, REVIEW
from dialogs.receiving.sorting import Sorting
from dialogs.roads.road import Answers, Means
from dialogs.roads.walk.path import ENOUGH, GATHER, WHOSE


@dataclass(frozen=True)
class WalkAnswers:
    """Answers at the steps of the walk."""

    screens: Screens
    sorting: Sorting

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap; None if that move is not open here (an old button)."""
        if case.step == GATHER and move == "go_on" and (asked := self.sorting.ask(case)):
            return Turn(case, asked)  # what came is not asked for again
        moved = self.screens.journey.move(case, move, argument, _answered(case, move))
        if moved is None:
            return None
        if case.step == CONSENT and move == "decline":
            moved = replace(moved, for_another=False)
            return Turn(moved, (Say("declined", buttons=self.screens.buttons(moved), replaces=True, asks=True),))
        return Turn(moved, (self.screens.prompt(moved, replaces=True),))


def _answered(case: Case, move: str) -> Case:
    if move in WHOSE:
        return replace(case, for_another=move == "begin_for")
    if case.step == CONSENT:
        return replace(case, keeps_files=move == "keep_files") if move != "decline" else case
    if case.step == ENOUGH and move != "back":
        return replace(case.passing(ENOUGH), sends_now=move == "send_now")
    if case.step == REVIEW and move in ("go_on", "finish"):
        return replace(case.passing(ENOUGH) if move == "finish" else case, sends_now=move == "finish")
    return case


def answers(means: Means) -> Answers:
    return Answers(press=WalkAnswers(means.screens, Sorting(means.screens)).press)
