"""The country is noted; who would rather not say gets the neutral words."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.effects import Turn
from dialogs.journey.screens import Screens
from dialogs.letters import COUNTRIES
from dialogs.roads.road import Answers, Means

NEUTRAL = "other"


@dataclass(frozen=True)
class CountryAnswers:
    """The step `country`."""

    screens: Screens

    def press(self, case: Case, move: str, _: str) -> Turn | None:
        known = replace(case, country=move if move in COUNTRIES else case.country or NEUTRAL)
        moved = self.screens.journey.move(known, move)
        return Turn(moved, (self.screens.prompt(moved, replaces=True),)) if moved else None


def answers(means: Means) -> Answers:
    return Answers(press=CountryAnswers(means.screens).press)
