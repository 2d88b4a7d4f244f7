"""Days that are said by half: without their month ("the 12th"), or a month alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.phrases import plain

FAR = 62
"""Days ahead: a weekday and a number that go together no sooner are most likely a slip in one of the two."""


def day_of_some_month(text: str, today: date, words: DayWords) -> date | None:
    """ "The 12th", or "the 12th of next month": the first such day to come; None if nothing like it is said."""
    said = [token for token in words.read(text) if token not in (OTHER, ("day", 0))]
    kinds = {kind for kind, _ in said}
    if not words.the_day or kinds - {"next", "month"} != {"number"} or len(said) != len(kinds) or len(kinds) == 2:
        return None
    number = next(value for kind, value in said if kind == "number")
    before, behind = "|".join(map(re.escape, words.the_day)), "|".join(map(re.escape, words.endings))
    ordinal = rf"(?<!\w)(?:{before}) {number}(?:{behind})?(?!\w)"
    if words.endings:
        ordinal = rf"(?:{ordinal}|(?<!\w){number}(?:{behind})(?!\w))"
    found = re.search(ordinal, plain(text))
    behind = plain(text)[found.end() :].strip() if found else ""
    is_aside = any(behind.startswith(each) for each in words.aside)
    if not found or (len(kinds) == 1 and not is_aside and words.read(behind)[:1] == [OTHER]):
        return None  # "the 3rd floor", "a 2nd opinion"
    first = (today.replace(day=1) + timedelta(days=31)).replace(day=1) if "month" in kinds else today
    ahead = (first + timedelta(days=days) for days in range(93))
    return next((day for day in ahead if day.day == number), None)


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
        return (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return None
