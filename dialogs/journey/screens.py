"""What each step says, and the buttons under it: the journey says which moves are open, a road how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import readable
from dialogs.checklist.checklist import checklist, standing
from dialogs.content.guide import Guide, Record
from dialogs.effects import Button, Keyboard, Say, aside
from dialogs.journey.machine import Journey
from dialogs.journey.road import CHOICES, Way
from dialogs.journey.steps import root


@dataclass(frozen=True)
class Screens:
    """The message of every step."""

    guide: Guide
    journey: Journey

    def prompt(self, case: Case, lead: Say | None = None, replaces: bool = False) -> Say:
        """The message of the step where the patient stands."""
        values, buttons = self._values(case), self.buttons(case)
        placeholder = self.asks_in_the_field(case.step)
        name = self.name_of(case.step)
        return Say(name, values, buttons, lead, replaces=replaces, asks=True, placeholder=placeholder)

    def asks_in_the_field(self, step: str) -> str:
        """What the field says at a step without buttons that waits for a text, a key of [placeholder]; often none."""
        return self.way(step).placeholders.get(self.journey.kind(step), "")

    def name_of(self, step: str) -> str:
        """The name of the message of a step."""
        record = self.guide.record(root(step))
        return (f"record{step.removeprefix(record.key)}" if record else step).replace(".", "_")

    def buttons(
        self, case: Case, but: Iterable[str] = (), month: date | None = None, rows: tuple[tuple[str, ...], ...] = ()
    ) -> Keyboard:
        """The moves open to the patient, as buttons; a move that leads nowhere from here has none.

        `rows`: how they stand, where it is not as the layout of the step has it.
        """
        moves, road = self.journey.moves_from(case) - set(but), self.way(case.step)
        choices, rows = road.choices(self.guide, case, month), rows or road.layout[self.journey.kind(case.step)]
        keyboard: list[tuple[Button, ...]] = [] if CHOICES in rows else [*choices]
        for row in rows:
            if row == CHOICES:
                keyboard += choices
            else:
                keyboard.append(tuple(self._move(road, case, move) for move in row if move in moves))
        return tuple(row for row in keyboard if row)

    def how_to_get(self, case: Case, key: str) -> Say:
        """Who has a record and how to ask for it, said in passing; the patient stays where they are."""
        return Say("record_finding", self._values(replace(case, step=key)), ((aside("continue"),),), replaces=True)

    def recap(self, case: Case) -> Say:
        here = checklist(self.guide, case)
        return Say("recap", {"answered": here.answered, "of": here.of, "files": len(readable(case.documents))})

    def noted(self, case: Case, record: Record) -> Say:
        return Say("noted", {"record": record.key, "standing": standing(case, record)})

    def too_long(self, text: str, at_most: int) -> Say:
        return Say("too_long", {"at_most": at_most, "length": len(text)})

    def _values(self, case: Case) -> dict[str, Any]:
        return self.way(case.step).values(self.guide, case)

    def sayable(self, case: Case) -> tuple[Button, ...]:
        """What can be said at the step where the patient stands, beside what its buttons say."""
        road, place = self.way(case.step), self.journey.place(case)
        here = case.step == root(case.step) or case.step in road.pages
        moves = self.journey.moves_from(case) & road.sayable if here else frozenset[str]()
        if self.asks_in_the_field(case.step):
            moves = self.journey.moves_from(case) & {"skip", "back"}
        return tuple(Button(f"{place}/{move}", f"button.{move}") for move in sorted(moves))

    def way(self, step: str) -> Way:
        """The road on which a step lies."""
        kind = self.journey.kind(step)
        return next(road for road in self.journey.roads if kind in road.layout)

    def _move(self, road: Way, case: Case, move: str) -> Button:
        named, place = road.argument(case, move), self.journey.place(case)
        if self.journey.goes_back(case, move):
            named = case.trail[-1].step  # an older card's does not take back what was answered since
        return Button(f"{place}/{move}/{named}" if named else f"{place}/{move}", f"button.{move}")
