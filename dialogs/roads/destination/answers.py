"""Answers about where the second opinion is to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.case.case import Case
from dialogs.effects import Say, Turn
from dialogs.journey.screens import Screens
from dialogs.roads.destination.path import DESTINATION
from dialogs.roads.road import Answers, Means

MAX_DESTINATION = 120
"""Characters: a doctor, a hospital, a city."""


@dataclass(frozen=True)
class DestinationAnswers:
    """The step `destination`."""

    screens: Screens

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        moved = self.screens.journey.move(case, move, "", case.passing(DESTINATION))
        return Turn(moved, (self.screens.prompt(moved, replaces=True),)) if moved else None

    def write(self, case: Case, text: str) -> Turn:
        """The hospital or the doctor, in the patient's words."""
        named = " ".join(text.split())
        if len(named) > MAX_DESTINATION:
            return Turn(case, (self.screens.prompt(case, self.screens.too_long(named, MAX_DESTINATION)),))
        moved = self.screens.journey.move(replace(case, destination=named).passing(DESTINATION), "answered")
        assert moved is not None, "where it goes can always be said at its step"
        return Turn(moved, (self.screens.prompt(moved, Say("destination_noted", {"destination": named})),))


def answers(means: Means) -> Answers:
    destination = DestinationAnswers(means.screens)
    return Answers(press=destination.press, write=destination.write)
