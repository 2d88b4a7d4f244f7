"""When to be reminded, told in words: "not on Sundays", "only mornings", "remind me Friday", "stop for a week"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.reminders import Reminders
from dialogs.content.day_words import DayWords
from dialogs.content.phrases import has_a_question_mark
from dialogs.days.reminding import EARLIEST, LATEST, WEEK, WhenToRemind, asks_for_one, only_a_day, when_to_remind
from dialogs.days.zones import is_zone, today
from dialogs.effects import Say, Turn
from dialogs.hearing.written import Written
from dialogs.journey.steps import root
from dialogs.journey.taps import Tap
from dialogs.roads.answering import Answering
from dialogs.roads.days_asked import DaysAsked
from dialogs.roads.reminders import path, schedule
from dialogs.roads.reminders.screens import planned


@dataclass(frozen=True)
class RemindersTold:
    """Keeps what is said of the reminders wherever they are, and says it back."""

    days: DaysAsked
    roads: Answering

    def turn(self, written: Written) -> Turn | None:
        """The turn after such a text; None if it says anything else, or nobody would know that it is of reminders."""
        case, text = written.case, written.text
        if case.keeps_files is None or has_a_question_mark(text):
            return None
        each = (self._in(case, text, words) for words in (self.days.words, *self.days.words.others))
        return next((turn for turn in each if turn), None)

    def _in(self, case: Case, text: str, words: DayWords) -> Turn | None:
        here, asks = case.step in (path.REMINDERS, path.SETTINGS), asks_for_one(text, words)
        is_free = not case.asked and self.days.screens.journey.text_at(case.step) is None
        if not (asks or here or (is_free and self._are_on(case))):
            return None
        if when := when_to_remind(text, words):
            return self._kept(case, when) if self._are_on(case) or here else None
        # A day of the week alone, where it is asked how often, is that of every week.
        is_weekly = here and not asks and any(kind == "weekday" for kind, _ in words.read(text))
        return self._on_a_day(case, text, words) if (asks or here) and not is_weekly else None

    @staticmethod
    def _are_on(case: Case) -> bool:
        return case.reminders is not None and case.reminders.due is not None

    def _kept(self, case: Case, when: WhenToRemind) -> Turn | None:
        """What was said, kept: whoever says at which hours, where reminders are offered, wants them."""
        guide = self.days.screens.guide
        if not self._are_on(case):
            if not any(when.hours):
                return None  # "not on Sundays" is no yes
            case = schedule.start(guide, replace(case, reminders_offered=True), path.PACES["weekly"], case.heard)
        reminders = case.reminders
        assert reminders is not None, "they are on"
        changed, name = _with(reminders, when, case)
        case = schedule.replanned(guide, replace(case, reminders=changed), case.heard)
        moved = self._on(case, needs_a_zone=any(when.hours))
        return Turn(moved, (self.days.screens.prompt(moved, Say(name, planned(moved))),))

    def _on(self, case: Case, needs_a_zone: bool) -> Case:
        """Where it goes on: hours are those of a place, which is asked for if it is not known."""
        journey = self.days.screens.journey
        if case.step in (path.REMINDERS, path.SETTINGS):
            return journey.move(case, "weekly") or case
        if not needs_a_zone or is_zone(case.zone) or root(case.step) == path.REMINDERS:
            return case
        there = self.roads.aside(case, Tap("aside", move="remind_me"))
        return (journey.move(there.case, "place") if there else None) or case

    def _on_a_day(self, case: Case, text: str, words: DayWords) -> Turn | None:
        """ "Remind me Friday": a reminder on that day; which one, is asked where it may be two."""
        day = only_a_day(text, words)
        found = (self.days.said(case, text) or self.days.said(case, day)) if day else ()
        if len(found) > 1:
            asked = self.roads.aside(case, Tap("aside", move="pick_day"))
            return self.roads.write(asked.case, text) if asked else None
        if not found:
            return None
        journey, now = self.days.screens.journey, case.heard
        until = max(schedule.on_day(case, found[0], now), now + timedelta(hours=1))
        at_reminders = case.step in (path.REMINDERS, path.SETTINGS)
        moved = (journey.move(case, "not_now") if at_reminders else None) or case
        moved = schedule.put_off(self.days.screens.guide, replace(moved, reminders_offered=True), until, now)
        return Turn(moved, (self.days.screens.prompt(moved, Say("note_put_off", planned(moved))),))


def _with(reminders: Reminders, when: WhenToRemind, case: Case) -> tuple[Reminders, str]:
    """The reminders as they were asked for, and the message that says so."""
    if when.quiet:
        until = (today(case) + timedelta(days=when.quiet)).isoformat()
        return replace(reminders, quiet_until=max(until, reminders.quiet_until)), "rest_noted"
    if any(when.hours):
        begins, ends = when.hours
        begins = begins or (reminders.from_hour if reminders.from_hour < ends else EARLIEST)
        ends = ends or (reminders.to_hour if reminders.to_hour > begins else LATEST)
        return replace(reminders, from_hour=begins, to_hour=ends), "hours_noted"
    off = tuple(sorted(({*reminders.weekdays_off} | when.off) - when.on))
    return replace(reminders, weekdays_off=off if len(off) < WEEK else reminders.weekdays_off), "weekdays_noted"
