"""Where next? One state machine over the path, for all patients."""

from __future__ import annotations

from dataclasses import replace

from transitions import Machine

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.journey import subjects
from dialogs.journey.guards import Position
from dialogs.journey.subjects import Tap
from dialogs.journey.table import RETURN, Row
from dialogs.path import LEAVING, REVIEW, TO_LOOK_AT, WELCOME, moves, record_of, steps


class Journey:
    """The machine over those rows, one for all patients; it holds nobody's state."""

    def __init__(self, guide: Guide) -> None:
        table = moves(guide)
        self._machine = Machine(
            model=None,
            states=[*steps(guide), RETURN],
            initial=WELCOME,
            transitions=[
                {"trigger": row.move, "source": row.source, "dest": row.to, "conditions": row.guard} for row in table
            ],
            model_attribute="step",
            auto_transitions=False,
            ignore_invalid_triggers=True,
        )
        self._rows_from: dict[str, list[Row]] = {step: [] for step in steps(guide)}
        for row in table:
            self._rows_from[row.source].append(row)

    def knows(self, step: str) -> bool:
        return step in self._rows_from

    def next(self, case: Case, move: str, argument: str = "") -> str | None:
        """The step that a move leads to from where the patient stands, or None if it cannot be made there."""
        if all(row.move != move for row in self._rows_from[case.step]):
            return None  # the machine would say so in the log: a patient may tap what they like
        position = Position(case.step, case, argument)
        if not self._machine.events[move].trigger(position, position):
            return None
        return case.returns_to[-1] if position.step == RETURN else position.step

    def moves_from(self, case: Case) -> frozenset[str]:
        """The moves that are open to this patient where they stand."""
        # Asked at every turn, of every move: the table's own guards tell it without making each move to see.
        position = Position(case.step, case)
        here = self._rows_from[case.step]
        return frozenset(row.move for row in here if row.guard is None or row.guard(position))

    def move(self, case: Case, move: str, argument: str = "") -> Case | None:
        """The case one step further, remembering the way back; None if the move cannot be made."""
        to = self.next(case, move, argument)
        if to is None:
            return None
        way_back = case.returns_to
        if move in LEAVING:
            way_back = (*way_back, record_of(case.step))
            way_back = way_back[: way_back.index(to)] if to in way_back else way_back
        elif way_back[-1:] == (record_of(to),):
            way_back = way_back[:-1]
        elif to == REVIEW:
            way_back = ()
        if to == case.step and way_back == case.returns_to:
            return case
        return replace(case, step=to, returns_to=way_back)

    def where_it_stands(self, case: Case, tap: Tap) -> Case | None:
        """The case at the card that was tapped, looking at what that is about; None if it is gone or not named."""
        if not tap.thing:
            if tap.step == case.step and (tap.move in subjects.HARMLESS or not subjects.subject(case)):
                return case
            opens = tap.move in subjects.OPENING.get(tap.step, ())
            return self._aside(case, tap.step) if opens and self.knows(tap.step) else None
        if tap.step == case.step and tap.thing == subjects.subject(case):
            return case
        looking = subjects.looking_at(case, tap.step, tap.thing)
        return self._aside(looking, tap.step) if looking else None

    def _aside(self, case: Case, step: str) -> Case | None:
        """The case at a step of a side road, remembering the way back; None before there is anything to look at."""
        road = record_of(step)
        on_it = case if record_of(case.step) == road else self.move(case, subjects.ROADS[road])
        return replace(on_it, step=step) if on_it else None

    def on_the_path(self, case: Case) -> Case:
        """The case where the patient was before they looked at their files, requests and the like."""
        if case.step not in TO_LOOK_AT:
            return case
        way = case.returns_to
        while way and way[-1] in TO_LOOK_AT:
            way = way[:-1]
        return replace(case, step=way[-1] if way else REVIEW, returns_to=way[:-1])
