"""The buttons about files that work at any step: one file, the days that were read, suggestions, and undo."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.days.zones import today
from dialogs.effects import Turn
from dialogs.events import Event
from dialogs.journey.steps import number_in
from dialogs.journey.taps import Tap
from dialogs.receiving.opening import settled
from dialogs.roads.files.answers import Files
from dialogs.roads.files.dates_read import DatesRead
from dialogs.roads.files.suggesting import Suggesting
from dialogs.roads.road import Answers, Means

MOVES = ("date", "password", "replace", "erase")
"""What a button elsewhere can begin to do with one file."""


@dataclass(frozen=True)
class FileAsides:
    """Answers to those buttons."""

    files: Files
    dates: DatesRead
    suggesting: Suggesting

    def press(self, case: Case, tap: Tap) -> Turn | None:
        match tap.move, tap.arguments:
            case "undo", (number,) if _names_the_last_change(case, number, tap.thing):
                return self.files.undo(case)
            case "file", (number, move) if number_in(number) and move in MOVES:
                return self.files.enter(case, int(number), move, replaces=move == "date")
            case "dates", (answer, numbers):
                return self.dates.press(case, answer, numbers)
            case "hint", (key, answer):
                return self.suggesting.press(case, key, answer, today(case))
            case "hints", ():
                moved, said = self.suggesting.begin(case, today(case))
                return Turn(moved, said) if said else None
        return None


def answers(means: Means) -> Answers:
    files = Files(means.screens, means.asked.words)
    asides = FileAsides(files, DatesRead(files), Suggesting(means.screens, files))
    return Answers(press=files.press, write=files.write, aside=asides.press, settle=_settled)


def _settled(before: Case, turn: Turn, _: Event) -> Turn:
    return settled(before, turn)


def _names_the_last_change(case: Case, number: str, change: str) -> bool:
    former = case.former
    return former is not None and (number, change or "0") == (str(former.number), str(former.change))
