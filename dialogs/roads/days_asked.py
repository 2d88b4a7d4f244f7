"""A day that a step asks for: written in words and said back, or tapped on a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.phrases import plain
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.days import month
from dialogs.days.coming_days import understand
from dialogs.days.days_half_said import month_said
from dialogs.days.weeks import first_day
from dialogs.days.zones import today, todays
from dialogs.effects import Button, Say, Turn
from dialogs.journey.screens import Screens
from dialogs.understanding.said_days import put_right

FEW = 3
"""Words that say a day alone: "tomorrow at noon"."""


@dataclass(frozen=True)
class DaysAsked:
    """Days as answers; whoever asks for one decides what it changes."""

    screens: Screens
    words: DayWords
    told: Told = NOTHING_TOLD
    """How a day is put right: "not the 12th, the 13th", "no, the 21st"."""

    def write(self, case: Case, text: str) -> Turn:
        """Say the day back and ask whether it is right; if it is not clear, ask once more, kindly."""
        found = understand(text, todays(case), self.words, first_day(case))
        if found.why_not == "unclear":
            text = self._put_right(text)
            found = understand(text, todays(case), self.words, first_day(case))
        said = month_said(text, today(case), self.words) if found.why_not == "unclear" else None
        if said and (shown := month.month_of(f"{said:%Y-%m}", today(case))):
            prompt = self.screens.prompt(case, Say("day_unclear"))
            return Turn(case, (replace(prompt, buttons=self.screens.buttons(case, month=shown)),))
        if not found.days:
            return Turn(case, (self.screens.prompt(case, Say(f"day_{found.why_not}")),))
        another = (Button(f"{self.screens.journey.place(case)}/month/{found.days[0]:%Y-%m}", "button.day_no"),)
        if len(found.days) == 1:
            (day,) = found.days
            yes = (Button(f"{self.screens.journey.place(case)}/day/{day}", "button.day_yes"),)
            return Turn(case, (Say("day_confirm", {"day": day}, (yes, another)),))
        choose = tuple((Button(f"{self.screens.journey.place(case)}/day/{day}", f"date.{day}"),) for day in found.days)
        return Turn(case, (Say("day_which", {}, (*choose, another)),))

    def _put_right(self, text: str) -> str:
        """The day that is meant instead of another: of "not 12, 13" the 13th, though no other word says it is a day."""
        left = put_right(text, self.words, self.told)
        if left == text or not left:
            return self._behind_a_no(text)
        return f"{self.words.the_day[0]} {left}" if left.isdecimal() and self.words.the_day else left

    def _behind_a_no(self, text: str) -> str:
        """ "No march 21" puts right the day that was said back, with or without a comma."""
        first, _, rest = text.strip().partition(" ")
        return rest if rest and self.told.no.cover((plain(first),)) else text

    def is_a_day(self, case: Case, text: str) -> bool:
        """Whether a text says a day and hardly anything else: "tomorrow" is, "I'll look for it tomorrow" is not."""
        return len(text.split()) <= FEW and bool(understand(text, todays(case), self.words, first_day(case)).days)

    def is_about_days(self, text: str) -> bool:
        """Whether every word of a text is one of days, though it may say none: "yesterday", "two weeks"."""
        told = f" {plain(text)} "
        for beside in self.words.aside:
            told = told.replace(f" {beside} ", " ")
        said = self.words.read(told)
        return bool(said) and all(token != OTHER for token in said)

    def turn_month(self, case: Case, argument: str, lead: Say | None = None) -> Turn | None:
        """The calendar at another month; None if the button names no month that can be shown."""
        shown = month.month_of(argument, today(case))
        if shown is None:
            return None
        prompt = self.screens.prompt(case, lead, replaces=True)
        return Turn(case, (replace(prompt, buttons=self.screens.buttons(case, month=shown)),))

    def day(self, case: Case, argument: str) -> date | None:
        """The day of a button, if it is still to come."""
        day = month.day_of(argument)
        return day if day and day >= min(todays(case)) else None

    def past(self, case: Case) -> Turn:
        """A button of an older calendar whose day has gone by."""
        return Turn(case, (self.screens.prompt(case, Say("day_past"), replaces=True),))
