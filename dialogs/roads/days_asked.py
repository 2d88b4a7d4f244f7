"""A day that a step asks for: written in words and said back, or tapped on a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.phrases import figures_alike, plain
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.content.told_words import words_told
from dialogs.days import month
from dialogs.days.coming_days import understand, without_times
from dialogs.days.days_half_said import day_of_month, day_of_some_month, month_said
from dialogs.days.none_yet import is_none_yet, is_of_no_visit
from dialogs.days.other_days import is_bounded, stands, what_is_left
from dialogs.days.reckoning import Understood
from dialogs.days.weeks import first_day
from dialogs.days.zones import today, todays
from dialogs.effects import Button, Say, Turn
from dialogs.journey.screens import Screens
from dialogs.journey.taps import read
from dialogs.understanding.other_half import other_half
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
        half = self._with_the_other_half(case, text) or self._moved_to(case, text)
        found = Understood((half,)) if half else self._understood(case, text)
        if found.why_not == "unclear" and not any(is_bounded(text, words) for words in self._every_language()):
            text = self._put_right(text)
            found = self._understood(case, text)
        months = (month_said(text, today(case), words) for words in self._every_language())
        said = next(filter(None, months), None) if found.why_not == "unclear" else None
        shown = month.month_of(f"{said:%Y-%m}", today(case)) if said else None
        if found.why_not == "unclear":
            return Turn(case, (self._asked_again(case, shown),))
        if not found.days:
            return Turn(case, (self.screens.prompt(case, Say(f"day_{found.why_not}")),))
        another = (Button(f"{self.screens.journey.place(case)}/month/{found.days[0]:%Y-%m}", "button.day_no"),)
        if len(found.days) == 1:
            (day,) = found.days
            yes = (Button(f"{self.screens.journey.place(case)}/day/{day}", "button.day_yes"),)
            return Turn(case, (Say("day_confirm", {"day": day}, (yes, another)),))
        choose = tuple((Button(f"{self.screens.journey.place(case)}/day/{day}", f"date.{day}"),) for day in found.days)
        return Turn(case, (Say("day_which", {}, (*choose, another)),))

    def _asked_again(self, case: Case, shown: date | None) -> Say:
        """The question once more, with the month that was named; whoever was told so just now is told in short."""
        again = case.deed is not None and case.deed.stray and case.deed.step == case.step
        prompt = self.screens.prompt(case, Say("day_unclear"))
        say = replace(prompt, name="day_again", values={}, lead=None) if again else prompt
        return replace(say, buttons=self.screens.buttons(case, month=shown)) if shown else say

    def _with_the_other_half(self, case: Case, text: str) -> date | None:
        """The day of "the 12th" behind "in March", of "in April" or "sorry, the 13th" behind "the 12th of March"."""
        begins = f"{self.screens.journey.place(case)}/day/"
        there = (read(each.data).argument for each in case.keyboard if each.data.startswith(begins))
        seen = [day for argument in there if (day := month.day_of(argument))]
        if not seen and self.told.corrects(text) and (known := month.day_of(case.date)):
            seen = [known]
        return other_half(text, seen, min(todays(case)), self.words, self.told)

    def is_moved(self, case: Case, text: str) -> bool:
        """Whether a text tells another number for the day that is known."""
        return self._moved_to(case, text) is not None

    def _moved_to(self, case: Case, text: str) -> date | None:
        """The day of "they moved it to the 20th": in the month of the visit that is known, if that is still to come."""
        known = month.day_of(case.date)
        words = next((each for each in self._every_language() if stands(each.moved, plain(text))), None)
        if known is None or words is None or month_said(text, today(case), words):
            return None
        named = day_of_some_month(without_times(figures_alike(text), words), today(case), words)
        there = day_of_month(known.replace(day=1), named.day) if named else None
        return there if there and there >= min(todays(case)) else named

    def put_right(self, case: Case, text: str) -> date | None:
        """The day that is meant in place of the date that is known; None where a text puts no day right."""
        known, right = month.day_of(case.date), self._put_right(text)
        puts_right = right != text or self.told.corrects(text) or self.told.no.begin(words_told(text))
        if known is None or not puts_right:
            return None
        halves = (other_half(each, [known], min(todays(case)), self.words, self.told) for each in (right, text))
        return next(filter(None, halves), None)

    def _understood(self, case: Case, text: str) -> Understood:
        """The days that a text says: in the language of the chat, or else in another."""
        first = understand(text, todays(case), self.words, first_day(case))
        if first.why_not != "unclear" or not (left := what_is_left(text, self.words)):
            return first
        others = (understand(left, todays(case), words, first_day(case)) for words in self.words.others)
        return next((each for each in others if each.days), first)

    def _every_language(self) -> tuple[DayWords, ...]:
        return (self.words, *self.words.others)

    def _put_right(self, text: str) -> str:
        """The day that is meant instead of another: of "not 12, 13" the 13th, though no other word says it is a day."""
        left = put_right(text, self.words, self.told)
        if left == text or not left:
            return self._behind_a_no(text)
        left = self.told.as_it_is(left)
        return f"{self.words.the_day[0]} {left}" if left.isdecimal() and self.words.the_day else left

    def _behind_a_no(self, text: str) -> str:
        """ "No march 21" puts right the day that was said back, with or without a comma; so does "I meant the 21st"."""
        first, _, rest = text.strip().partition(" ")
        if not (rest and self.told.no.cover((plain(first),))):
            return self.told.as_it_is(self.told.in_place_of(text)) if self.told.corrects(text) else text
        rest = self.told.as_it_is(self.told.in_place_of(rest))
        return f"{self.words.the_day[0]} {rest}" if rest.isdecimal() and self.words.the_day else rest

    def said(self, case: Case, text: str) -> tuple[date, ...]:
        """The coming days that a text says, whatever else it says."""
        return self._understood(case, text).days

    def named(self, case: Case, text: str) -> tuple[date, ...]:
        """The coming days that a text names with their month, whatever else it says."""
        is_named = month_said(text, today(case), self.words) or any(map(str.isdecimal, text))
        return self.said(case, text) if is_named else ()

    def is_a_day(self, case: Case, text: str) -> bool:
        """Whether a text says a day and hardly anything else: "tomorrow" is, "I'll look for it tomorrow" is not."""
        return len(text.split()) <= FEW and bool(self._understood(case, text).days)

    def is_about_days(self, text: str) -> bool:
        """Whether every word of a text is one of days, though it may say none: "yesterday", "two weeks"."""
        return any(map(partial(_is_about_days, text), self._every_language()))

    def denies_days(self, text: str) -> bool:
        """Whether a text says of a time that it is not then, and nothing else: "not this week"."""
        said = f" {plain(text)} "
        for words in self._every_language():
            told = _without(said, words.denying)
            if told != said and _is_about_days(told, words):
                return True
        return False

    def is_none_yet(self, case: Case, text: str) -> bool:
        """Whether a text tells that there is no date yet, and names none."""
        if self.is_of_no_visit(text):
            return True  # though a day of the week is told: that of a call
        return not self.said(case, text) and any(is_none_yet(text, words) for words in self._every_language())

    def is_of_no_visit(self, text: str) -> bool:
        """Whether it tells so of the visit by its name, wherever that is: "no appointment yet"."""
        return any(is_of_no_visit(text, words) for words in self._every_language())

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


def _is_about_days(text: str, words: DayWords) -> bool:
    said = words.read(_without(f" {plain(text)} ", words.aside))
    return bool(said) and all(token != OTHER for token in said)


def _without(told: str, phrases: Iterable[str]) -> str:
    for phrase in phrases:
        told = told.replace(f" {phrase} ", " ")
    return told
