"""What is said behind a day that is in sight: the other half of it, or one in its place: "the 15th", "no wait, May"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogs.content.day_words import DayWords
from dialogs.content.phrases import figures_alike
from dialogs.content.told import Told
from dialogs.days.coming_days import without_times
from dialogs.days.days_half_said import day_of_month, month_said, number_said
from dialogs.days.other_days import what_is_left

MOST = 7
"""Words of a text that puts a day right and says nothing else."""


def other_half(text: str, seen: Sequence[date], today: date, words: DayWords, told: Told) -> date | None:
    """The day that is meant now, where one of these is in sight; None where a text is of another kind."""
    timeless = without_times(figures_alike(text), words)
    if len(seen) > 1:
        number = number_said(timeless, words)
        return next((day for day in seen if number and day.day == number), None)
    if not seen or len(text.split()) > MOST or not what_is_left(told.as_it_is(told.in_place_of(text)), words):
        return None
    there = seen[0]
    if number := _number(timeless, words):
        return _coming(day_of_month(there.replace(day=1), number), today)
    if any(map(str.isdecimal, timeless)):
        return None
    month = _month(timeless, there, today, words)
    return _coming(day_of_month(month, there.day) if month else None, today)


def _coming(day: date | None, today: date) -> date | None:
    return day if day and day >= today else None


def _number(text: str, words: DayWords) -> int:
    """The number of a day without its month: "the 15th", "it says 15"; 0 for "in 15 days", "15 mg"."""
    said = words.read(text)
    if {kind for kind, _ in said} - {"number", "other"}:
        return 0
    return number_said(text, words) or (said[-1][1] if [kind for kind, _ in said].count("number") == 1 else 0)


def _month(text: str, there: date, today: date, words: DayWords) -> date | None:
    """The first day of the month that is named beside that of the day in sight: "not April, May"."""
    said = [word for word in words.in_single_words(text) if words.stands_for(word) != ("in_month", there.month)]
    return month_said(" ".join(said), today, words)
