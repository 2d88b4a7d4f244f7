"""All roads together: whatever happens goes to the road that it concerns."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.case.case import Case
from dialogs.effects import Turn
from dialogs.events import Event
from dialogs.journey.steps import REVIEW
from dialogs.journey.taps import Tap
from dialogs.roads.road import Answers, Means, Road


class Answering:
    """The answers of all roads."""

    def __init__(self, roads: Iterable[Road], means: Means) -> None:
        self._screens = means.screens
        self._roads = tuple((road, road.answers(means)) for road in roads)
        self._offered = {"review": REVIEW}
        for road, _ in self._roads:
            about_one = road.things.steps if road.things else ()
            self._offered |= {move: step for move, step in road.detours.items() if step not in about_one}

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        """The turn after a tap on a button of the present step; None if that move is not open (an old button)."""
        elsewhere = (answers for road, answers in self._roads if move in road.leaves)
        answers = next(elsewhere, self._here(case))
        turn = answers.press(case, move, argument)
        there = self._here(turn.case) if turn else answers
        return there.arrive(turn.case) or turn if turn and there is not answers else turn

    def write(self, case: Case, text: str) -> Turn | None:
        """The turn after a text at the present step; None if none is asked for there."""
        return self._here(case).write(case, text)

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """The turn after a tap on a button that works at any step; None if it means nothing (any more)."""
        for _, answers in self._roads:
            if turn := answers.aside(case, tap):
                return turn
        if tap.arguments or tap.move not in self._offered:
            return None
        moved = self._screens.journey.move(case, tap.move) or case
        return Turn(moved, (self._screens.prompt(moved),))

    def happened(self, case: Case, event: Event) -> Turn | None:
        """The turn after something that the patient did not do."""
        turns = (answers.happened(case, event) for _, answers in self._roads)
        return next((turn for turn in turns if turn is not None), None)

    def settled(self, before: Case, turn: Turn, event: Event) -> Turn:
        """The turn, once every road has seen to what must hold after it."""
        for _, answers in self._roads:
            turn = answers.settle(before, turn, event)
        return turn

    def _here(self, case: Case) -> Answers:
        road = self._screens.way(case.step)
        return next(answers for each, answers in self._roads if each is road)
