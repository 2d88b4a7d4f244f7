"""Days that are said by half: without their month ("the 12th"), or a month alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.phrases import plain

FAR = 62
"""Days ahead: a weekday and a number that go together no sooner are most likely a slip in one of the two."""


def day_of_some_month(text: str, today: date, words: DayWords) -> date | None:
    """ "12 of next month", or "the 12th" without a month: the first such day to come; None for anything else."""
    this_month = today.replace(day=1)
    for phrases, month in ((words.this_month, this_month), (words.next_month, _month_after(this_month))):
        if beside := _without(phrases, text):
            return day_of_month(month, _number_alone(beside, words))
    number = _ordinal(text, words)
    ahead = (today + timedelta(days=days) for days in range(93))
    return next((day for day in ahead if day.day == number), None)


def _month_after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _without(phrases: Sequence[str], text: str) -> str:
    """What stands beside the first of these phrases that stands in a text; "" if none does, or nothing else."""
    said = f" {plain(text)} "
    phrase = next((each for each in phrases if f" {each} " in said), "")
    return said.replace(f" {phrase} ", " ", 1).strip() if phrase else ""


def _number_alone(text: str, words: DayWords) -> int:
    """The number in a text that says nothing else ("on the 12th at 10"), and 0 if it does ("12 appointments")."""
    for phrase in sorted(words.around, key=len, reverse=True):
        if phrase in text:  # most are not: no expression is made for these
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
    said = [token for token in words.read(text) if token != ("day", 0)]
    return said[0][1] if len(said) == 1 and said[0][0] == "number" else 0


def number_said(text: str, words: DayWords) -> int:
    """The number of a day in a text that says nothing else: "the 12th", "12"; 0 if it says more, or no such number."""
    return _ordinal(text, words) or _number_alone(plain(text), words)


def day_of_month(month: date, number: int) -> date | None:
    """The day of that number; None where the month has none."""
    return next((day for days in range(31) if (day := month + timedelta(days=days)).day == number), None)


def _ordinal(text: str, words: DayWords) -> int:
    """The number of a day whose month is not said; 0 for "the 3rd floor", "a 2nd opinion"."""
    text = _one_article(plain(text), words)
    said = [token for token in words.read(text) if token not in (OTHER, ("day", 0))]
    if not words.the_day or [kind for kind, _ in said] != ["number"]:
        return 0
    number = said[0][1]
    before, behind = "|".join(map(re.escape, words.the_day)), "|".join(map(re.escape, words.endings))
    ordinal = rf"(?<!\w)(?:{before}) {number}(?:{behind})?(?!\w)"
    if words.endings:
        ordinal = rf"(?:{ordinal}|(?<!\w){number}(?:{behind})(?!\w))"
    found = re.search(ordinal, plain(text))
    behind = plain(text)[found.end() :].strip() if found else ""
    is_aside = any(f"{behind} ".startswith(f"{each} ") for each in words.aside)
    return number if found and (is_aside or words.read(behind)[:1] != [OTHER]) else 0


def _one_article(text: str, words: DayWords) -> str:
    """With the first of the articles for all: before a number one that also means "today", as in Arabic, does not."""
    articles = "|".join(map(re.escape, sorted(words.the_day, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{articles}) (?=\d)", f"{words.the_day[0]} ", text) if words.the_day else text


def weekday_and_number(weekday: int, number: int, today: date, within: int) -> tuple[date, ...]:
    """ "Friday the 3rd": the first such day to come; where it is far, also what is near and fits one of the two."""
    ahead = [today + timedelta(days=days) for days in range(within)]
    both = next((day for day in ahead if (day.weekday(), day.day) == (weekday, number)), None)
    if both is None or (both - today).days <= FAR:
        return (both,) if both else ()
    near = next(day for day in ahead if day.day == number)
    beside = (near + timedelta(days=days) for days in (-1, 1, -2, 2, -3, 3))
    fitting = next(day for day in beside if day.weekday() == weekday)
    return tuple(day for day in (near, fitting, both) if day >= today)


def month_said(text: str, today: date, words: DayWords) -> date | None:
    """The first day of the month that a text speaks of, whatever it says of its days: "the end of April"."""
    said = words.read(text)
    months = {value for kind, value in said if kind == "in_month"}
    kinds = {kind for kind, _ in said}
    if len(months) == 1:
        month = months.pop()
        return date(today.year + (month < today.month), month, 1)
    if not months and {"next", "month"} <= kinds <= {"next", "month", "in", "other"}:
        return _month_after(today.replace(day=1))
    return None
