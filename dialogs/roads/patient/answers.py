"""Answers about the patient: all lines agreed to by one tap, or one line written, or left empty."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.days import births, zones
from dialogs.effects import Button, Say, Turn
from dialogs.journey.steps import root
from dialogs.journey.taps import Tap
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.patient.path import OF_LETTERS, PATIENT, STEP_BY_WISH, STEP_OF, line_of
from dialogs.roads.patient.screens import mark, numbers_to_pick
from dialogs.roads.road import Answers, Means
from dialogs.understanding.patient import MAX_LINE, agreed, with_line
from dialogs.understanding.told_lines import reaches, told_line


@dataclass(frozen=True)
class PatientAnswers:
    """The card about the patient, and the step of each of its lines."""

    asked: DaysAsked
    told: Told = NOTHING_TOLD

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        screens, line = self.asked.screens, line_of(case.step)
        if move == "day" and line == "born":
            day = births.past_day(argument, zones.today(case))
            return self._written(case, line, day) if day else None
        if move == "pick" and line == "number":
            picked = numbers_to_pick(case).get(argument)
            return self._written(case, line, picked, replaces=True) if picked else None
        moved = screens.journey.move(case, move)
        if moved is None:
            return None
        if move == "patient_right" and argument not in ("", mark(case)):
            return Turn(case, (screens.prompt(case, replaces=True),))  # it stands below other lines
        if move == "patient_right":
            moved = agreed(moved)
        if case.step == PATIENT and move in ("patient_right", "skip", "back"):
            moved = replace(moved, patient_seen=True)
        if move == "patient_blank":
            moved = with_line(moved, line, "")
        return Turn(moved, (screens.prompt(moved, replaces=True),))

    def write(self, case: Case, text: str) -> Turn | None:
        """A line in the patient's words; a day and a way to reach them are looked at, kindly."""
        line, written = line_of(case.step), " ".join(text.split())
        if not line:
            return None
        if len(written) > MAX_LINE:
            return self._again(case, self.asked.screens.too_long(written, MAX_LINE))
        if not any(map(str.isalnum, written)):
            return self._written(case, line, "")  # "-" and "?" stand for nothing, as on a form
        if line in OF_LETTERS and not any(map(str.isalpha, written)):
            return self._again(case, Say("name_unclear"))
        if line == "contact" and not reaches(written):
            return self._again(case, Say("contact_unclear"))
        if line == "born":
            return self._born(case, written)
        told = told_line(line, written, self.told, zones.today(case), self.asked.words)
        if not told.born or not told.text:
            return self._written(case, line, told.text or written)
        if len(told.born) == 1:
            return self._written(with_line(case, "born", told.born[0]), line, told.text)
        return self._born(replace(with_line(case, line, told.text), step=STEP_OF["born"]), written)

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """Yes, below the card that stood beside the packet: to its own lines; others are shown first.

        And a line that was asked for by its name, from wherever that was.
        """
        if step := STEP_BY_WISH.get(tap.move) if not tap.arguments else None:
            there = case if root(case.step) == PATIENT else self.asked.screens.journey.move(case, "patient")
            there = replace(there or case, step=step)
            return Turn(there, (self.asked.screens.prompt(there),))
        if (tap.move, tap.arguments) != ("patient_yes", ()):
            return None
        if tap.thing == mark(case):
            return Turn(agreed(case), (self.asked.screens.prompt(agreed(case), replaces=True),))
        moved = self.asked.screens.journey.move(case, "patient") or case
        return Turn(moved, (self.asked.screens.prompt(moved, replaces=True),))

    def _born(self, case: Case, text: str) -> Turn:
        days = births.read(text, zones.today(case), self.asked.words)
        if len(days) == 1:
            return self._written(case, "born", days[0])
        if not days:
            return self._again(case, Say("born_unclear"))
        place = self.asked.screens.journey.place(case)
        both = tuple((Button(f"{place}/day/{day}", f"on_day.{day}"),) for day in days)
        return Turn(case, (Say("born_either", {}, (*both, (Button(f"{place}/back", "button.back"),))),))

    def _written(self, case: Case, line: str, text: str, replaces: bool = False) -> Turn:
        moved = self.asked.screens.journey.move(with_line(case, line, text), "patient_line")
        assert moved is not None, "a line can always be given at its step"
        return Turn(moved, (self.asked.screens.prompt(moved, replaces=replaces),))

    def _again(self, case: Case, lead: Say) -> Turn:
        return Turn(case, (self.asked.screens.prompt(case, lead),))


def answers(means: Means) -> Answers:
    about = PatientAnswers(means.asked, means.told)
    return Answers(press=about.press, write=about.write, aside=about.aside)
