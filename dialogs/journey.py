"""Where next? One state machine over the path, for all patients."""

from __future__ import annotations

from dataclasses import replace

from transitions import Machine

from dialogs.case import Case
from dialogs.guards import Position
from dialogs.guide import Guide
from dialogs.path import LEAVING, REVIEW, WELCOME, record_of, rows, steps
from dialogs.table import Row


class Journey:
    """The machine over those rows, one for all patients; it holds nobody's state."""

    def __init__(self, guide: Guide) -> None:
        table = list(rows(guide))
        self._machine = Machine(
            model=None,
            states=list(steps(guide)),
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
        return step in self._machine.states

    def next(self, case: Case, move: str, argument: str = "") -> str | None:
        """The step that a move leads to from where the patient stands, or None if it cannot be made there."""
        if all(row.move != move for row in self._rows_from[case.step]):
            return None  # the machine would say so in the log: a patient may tap what they like
        position = Position(case.step, case, argument)
        return position.step if self._machine.events[move].trigger(position, position) else None

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
