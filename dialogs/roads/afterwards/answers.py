"""When all is here, or the day has passed: the opinion, the slides' way home, and a page for the first team."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.case.case import Case
from dialogs.effects import Say, SendPaper, Turn
from dialogs.journey.screens import Screens
from dialogs.journey.taps import Tap
from dialogs.roads.afterwards import path
from dialogs.roads.letters.facts import back_values
from dialogs.roads.road import Answers, Means


@dataclass(frozen=True)
class Afterwards:
    """The steps `after`."""

    screens: Screens

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        moved = self.screens.journey.move(case, move)
        if moved is None:
            return None
        lead = None
        if move == "yes":
            moved = replace(moved, opinion="yes", reminders=None)
        if move == "not_yet":
            lead = Say("after_not_yet")
        if move == "given_back":
            moved = replace(moved, slides_returned=True)
        leaves = moved.step not in (path.AFTER, path.DONE)
        return Turn(moved, (self.screens.prompt(moved, lead if leaves else None, replaces=True),))

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """A page to take back to the first team, as a file."""
        if (tap.move, tap.arguments) != ("back_page", ()):
            return None
        return Turn(case, (Say("back_page"), SendPaper("back", back_values(self.screens.guide, case))))


def answers(means: Means) -> Answers:
    after = Afterwards(means.screens)
    return Answers(press=after.press, aside=after.aside)
