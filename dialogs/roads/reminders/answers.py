"""Answers about reminders: how often, in which zone and hours, and on which days none should come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.reminders import Reminders
from dialogs.days import zones
from dialogs.days.zones import Places
from dialogs.effects import Button, Say, Turn
from dialogs.journey.taps import Tap
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.reminders import path, schedule
from dialogs.roads.reminders.due import BACK, Reminding
from dialogs.roads.reminders.screens import SPANS, clocks, planned
from dialogs.roads.road import Answers, Means

MOST_DAYS_OFF = 60
_WEEKDAYS = "0123456"
"""What a button carries that was pressed with a weekday in words; 0 is Monday."""


@dataclass(frozen=True)
class ReminderAnswers:
    """The steps `reminders`."""

    days: DaysAsked
    places: Places
    reminding: Reminding

    def press(self, case: Case, move: str, argument: str) -> Turn | None:
        screens = self.days.screens
        if case.step == path.ZONE and move == "zone":
            return self._zone(case, argument)
        if case.step == path.TREATMENT and move in ("day", "free"):
            return self._day_off(case, argument, is_off=move == "day")
        if move == "month":
            return self.days.turn_month(case, argument)
        if move == "clocks":
            prompt = screens.prompt(case, replaces=True)
            return Turn(case, (replace(prompt, buttons=(*clocks(case.heard), prompt.buttons[-1])),))
        if case.step == path.DAY and move == "day":
            return self._day(case, argument)
        if move == "set_hours":
            return self._hours(case, argument)
        moved = screens.journey.move(case, move)
        if moved is None:
            return None
        lead = None
        if case.step in (path.REMINDERS, path.SETTINGS):
            moved, lead = self.change(moved, move)
        if move in path.ONCE_A_WEEK and argument and argument in _WEEKDAYS:
            moved = schedule.on_weekday(screens.guide, moved, _WEEKDAYS.index(argument), case.heard)
            lead = self._set(moved)
        if move in path.RESTS and moved.reminders:
            moved, lead = self._rest(moved, moved.reminders, path.RESTS[move])
        return Turn(moved, (screens.prompt(moved, lead, replaces=True),))

    def write(self, case: Case, text: str) -> Turn | None:
        if case.step == path.ZONE:
            return self._choose_zone(case, self.places.find(text, case.heard))
        return self.days.write(case, text)

    def aside(self, case: Case, tap: Tap) -> Turn | None:
        """The taps below a reminder."""
        match tap.move, tap.arguments:
            case "note", (key, what):
                return self.reminding.press(case, key, what)
            case (("pause" | "pause_all" | "resume" | "stop"), ()):
                case, lead = self.change(case, tap.move.removesuffix("_all"))
                return Turn(case, (Say(lead.name, buttons=BACK, replaces=True),)) if lead else None
        return None

    def change(self, case: Case, move: str) -> tuple[Case, Say | None]:
        """Start, pause, resume or stop the reminders, and the line that says so."""
        now = case.heard
        case = replace(case, reminders_offered=True)
        if move == "stop":
            return replace(case, reminders=None), Say("reminders_stopped")
        if move == "pause" and case.reminders:
            return replace(case, reminders=schedule.paused(case.reminders)), Say("reminders_paused")
        if move in path.PACES:
            case = schedule.start(self.days.screens.guide, case, path.PACES[move], now)
        elif move == "resume" and case.reminders:
            case = schedule.resumed(self.days.screens.guide, case, now)
        else:
            return case, None
        return case, self._set(case)

    def _set(self, case: Case, name: str = "reminders_set") -> Say:
        return Say(name, planned(case))

    def _replanned(self, case: Case, **changes: Any) -> Case:
        assert case.reminders is not None, "there are reminders to change"
        return schedule.replanned(
            self.days.screens.guide, replace(case, reminders=replace(case.reminders, **changes)), case.heard
        )

    def _zone(self, case: Case, argument: str) -> Turn | None:
        """A place, or what the clocks show there ("at/14:05")."""
        if argument.startswith("at/"):
            return self._choose_zone(case, self.places.at(argument.removeprefix("at/"), case.heard))
        if not zones.is_zone(argument):
            return None
        moved = self.days.screens.journey.move(replace(case, zone=argument), "zone")
        if moved is None:
            return None
        moved = schedule.replanned(self.days.screens.guide, moved, moved.heard)
        lead = self._set(moved, "zone_noted")
        return Turn(moved, (self.days.screens.prompt(moved, lead, replaces=True),))

    def _choose_zone(self, case: Case, found: tuple[str, ...]) -> Turn | None:
        if not found:
            return Turn(case, (self._zone_asked_again(case),))
        if len(found) == 1:
            return self._zone(case, found[0])
        there = ((zone, f"{case.heard.astimezone(zones.zone_of(zone)):%H:%M}") for zone in found)
        buttons = tuple((Button(f"{case.step}/zone/{zone}", f"place.{zone}@{time}"),) for zone, time in there)
        skip = (Button(f"{case.step}/skip", "button.skip"),)
        return Turn(case, (Say("zone_which", {}, (*buttons, skip), replaces=True),))

    def _zone_asked_again(self, case: Case) -> Say:
        """The question once more; whoever was told so just now is told that alone, with the way on below it."""
        prompt = self.days.screens.prompt(case, Say("zone_unclear"))
        again = case.deed is not None and case.deed.stray and case.deed.step == case.step
        return replace(prompt, name="zone_unclear", values={}, lead=None) if again else prompt

    def _hours(self, case: Case, argument: str) -> Turn | None:
        chosen = next(((begins, ends) for begins, ends in SPANS if argument == f"{begins}-{ends}"), None)
        moved = self.days.screens.journey.move(case, "set_hours") if chosen and case.reminders else None
        if moved is None or chosen is None:
            return None
        moved = self._replanned(moved, from_hour=chosen[0], to_hour=chosen[1])
        return Turn(moved, (self.days.screens.prompt(moved, self._set(moved, "hours_noted"), replaces=True),))

    def _day(self, case: Case, argument: str) -> Turn | None:
        """The patient picked the day of the next reminder."""
        day = self.days.day(case, argument)
        moved = self.days.screens.journey.move(case, "day")
        if day is None or moved is None:
            return self.days.past(case) if moved else None
        now = case.heard
        until = max(schedule.on_day(case, day, now), now + timedelta(hours=1))
        moved = schedule.put_off(self.days.screens.guide, moved, until, now)
        return Turn(moved, (self.days.screens.prompt(moved, self._set(moved, "note_put_off"), replaces=True),))

    def _rest(self, case: Case, reminders: Reminders, days: int) -> tuple[Case, Say]:
        until = (zones.today(case) + timedelta(days=days)).isoformat()
        case = self._replanned(case, quiet_until=max(until, reminders.quiet_until))
        return case, self._set(case, "rest_noted")

    def _day_off(self, case: Case, argument: str, is_off: bool) -> Turn | None:
        """A tap on a day puts it on the list of days of treatment, a tap on a marked day takes it off."""
        day, reminders = self.days.day(case, argument), case.reminders
        if day is None or reminders is None:
            return self.days.past(case) if reminders else None
        today = zones.today(case).isoformat()
        known = {each for each in reminders.days_off if each >= today}
        tapped = {day.isoformat()}
        chosen = tuple(sorted(known | tapped if is_off else known - tapped))[:MOST_DAYS_OFF]
        return self.days.turn_month(self._replanned(case, days_off=chosen), f"{day:%Y-%m}")


def answers(means: Means) -> Answers:
    reminding = Reminding(means.screens)
    reminders = ReminderAnswers(means.asked, means.places, reminding)
    return Answers(press=reminders.press, write=reminders.write, aside=reminders.aside, happened=reminding.happened)
