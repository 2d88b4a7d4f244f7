"""When all is here, or the day has passed: the opinion, the slides' way home, and a page for the first team."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.opinion import OUTCOMES, Opinion
from dialogs.content.profile import ANOTHER
from dialogs.days.zones import today
from dialogs.effects import Say, SendPaper, Turn
from dialogs.journey.screens import Screens
from dialogs.journey.steps import root
from dialogs.journey.taps import Tap
from dialogs.roads.afterwards import path
from dialogs.roads.decision.questions import Questions
from dialogs.roads.deliveries.changes import all_slides_back
from dialogs.roads.letters.facts import back_values
from dialogs.roads.road import Answers, Means


@dataclass(frozen=True)
class Afterwards:
    """The steps `after`."""

    screens: Screens
    questions: Questions

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        moved = self.screens.journey.move(case, move)
        if moved is None:
            return None
        if move == "bring":
            return self.questions.add_example(case, argument) if argument in self.screens.guide.differing else None
        lead = None
        if move == "yes":
            moved = replace(moved, opinion="yes", reminders=None)
        if move in ("yes", "one_more_opinion", "of") and moved.step == path.OUTCOME:
            whose = path.awaited(self.screens.guide, case)
            key = argument if move == "of" else whose[0]
            if key not in whose:
                return None
            moved = _told(moved, key)
        if move in OUTCOMES:
            moved = _came_to(moved, move)
        if move == "not_yet":
            lead = Say("after_not_yet")
        if move == "given_back":
            moved = all_slides_back(moved, today(case).isoformat())
        leaves = root(moved.step) != path.AFTER
        return Turn(moved, (self.screens.prompt(moved, lead if leaves else None, replaces=True),))

    def write(self, case: Case, text: str) -> Turn | None:
        """A question of their own where two opinions differ."""
        return self.questions.add(case, text) if case.step == path.DIFFERS else None

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """A page to take back to the first team, as a file."""
        if (tap.move, tap.arguments) != ("back_page", ()):
            return None
        return Turn(case, (Say("back_page"), SendPaper("back", back_values(self.screens.guide, case))))


def _told(case: Case, key: str) -> Case:
    """With one more opinion that came; what it comes to is asked next, and need not be said."""
    opinion = Opinion("" if key == ANOTHER else key, day=today(case).isoformat())
    return replace(case, opinions=(*case.opinions, opinion))


def _came_to(case: Case, outcome: str) -> Case:
    """With what the newest opinion comes to, in the patient's own words: one of three."""
    *before, newest = case.opinions or (Opinion("", day=today(case).isoformat()),)
    return replace(case, opinions=(*before, replace(newest, outcome=outcome)))


def answers(means: Means) -> Answers:
    after = Afterwards(means.screens, Questions(means.screens))
    return Answers(press=after.press, write=after.write, aside=after.aside)
