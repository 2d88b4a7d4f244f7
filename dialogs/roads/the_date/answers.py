"""Answers about the date that matters: the day of the appointment, or by which to decide."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.checklist.planning import days_to_keep, plan
from dialogs.days import zones
from dialogs.effects import Effect, Say, SendPaper, Turn, aside
from dialogs.journey.taps import Tap
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.road import Answers, Means


@dataclass(frozen=True)
class DateAnswers:
    """The step `date`."""

    days: DaysAsked

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        screens = self.days.screens
        if move == "month":
            return self.days.turn_month(case, argument)
        if move == "forget" and argument != case.date:
            return None  # it stands below another day
        offered = replace(case, date_offered=True)
        if move == "day":
            day = self.days.day(case, argument)
            if day is None:
                return self.days.past(case)
            offered = replace(offered, date=day.isoformat(), opinion="")
            moved = screens.journey.move(offered, move)
            return self._noted(moved) if moved else None
        moved = screens.journey.move(offered, move)
        if moved is None:
            return None
        lead = None
        if move == "forget":
            moved, lead = replace(moved, date=""), Say("date_forgotten")
        return Turn(moved, (screens.prompt(moved, lead, replaces=True),))

    def write(self, case: Case, text: str) -> Turn:
        return self.days.write(case, text)

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """The days that matter as a file for a calendar."""
        if (tap.move, tap.arguments) != ("dates_file", ()):
            return None
        days = days_to_keep(self.days.screens.guide, case, zones.today(case))
        return Turn(case, (Say("dates_file"), SendPaper("calendar", {"days": days}))) if days else None

    def _noted(self, case: Case) -> Turn:
        """The day said back, with what to ask for by when: a message that stays."""
        screens = self.days.screens
        noted = Say("date_noted", {"date": case.date})
        if steps := plan(screens.guide, case, zones.today(case)):
            planned: tuple[Effect, ...] = (
                Say("plan", {"date": case.date, "steps": steps}, ((aside("dates_file"),),), replaces=True),
            )
            return Turn(case, (*planned, screens.prompt(case, noted)))
        return Turn(case, (screens.prompt(case, noted, replaces=True),))


def answers(means: Means) -> Answers:
    date = DateAnswers(means.asked)
    return Answers(press=date.press, write=date.write, aside=date.aside)
