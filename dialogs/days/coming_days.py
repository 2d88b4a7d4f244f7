"""A coming day in a patient's own words, such as "next Friday" or "3 April". Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from dialogs.content.counted import Token
from dialogs.content.day_words import IN, OTHER, DayWords
from dialogs.content.phrases import figures_alike
from dialogs.days.days_half_said import day_of_some_month, weekday_and_number
from dialogs.days.other_days import what_is_left
from dialogs.days.reckoning import (
    FURTHEST,
    PAST,
    SURPRISING,
    UNCLEAR,
    Understood,
    checked,
    coming_weekday,
    later,
    months_later,
    nearest,
    real_day,
)
from dialogs.days.told_in_a_sentence import day_in_words

NEAR = {"today": 0, "tomorrow": 1, "overmorrow": 2}
NAMING = frozenset({"number", "weekday", *NEAR})
GONE_BY = frozenset({"ago", "yesterday", "ereyesterday"})
SPANS = {"day": 1, "week": 7, "fortnight": 14, "month": 0}
SAYS_HOW_MANY = frozenset({"number", "next", "this", "weekday"})
"""What stands right before a span: without it, nobody knows how many are meant."""
HOURS, MINUTES, MONTHS = 24, 60, 12

_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2}\s*[ap]\.?m\b\.?|\s*[ap]\.?m\b\.?|:\d{2})")
_ISO = re.compile(r"(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/-])")


def understand(text: str, todays: Sequence[date], words: DayWords, week: int = 0) -> Understood:
    """Which day is meant: one to be confirmed, some to choose from, or none and why.

    `todays` are the days that it may be where the patient is: more than one as long as their time zone is not known.
    `week` is the day on which a week begins, 0 for Monday.
    """
    found = [_one_of(figures_alike(text), today, words, week) for today in todays]
    days = tuple(dict.fromkeys(day for each in found for day in each.days))
    return found[0] if found[0].days == days or not days else Understood(days)


def without_times(text: str, words: DayWords) -> str:
    """A text in small letters without the times of day in it."""
    return _TIME.sub(" ", words.without_hours(text.casefold()))


def _one_of(text: str, today: date, words: DayWords, week: int) -> Understood:
    """What the text says without what is not the day: one that is denied, that has gone by, the number of a floor."""
    meant = what_is_left(text, words)
    return _understand(meant, today, words, week) if meant else UNCLEAR


def _understand(text: str, today: date, words: DayWords, week: int) -> Understood:
    """A time of day beside the day is passed over, if there is still a day without it."""
    text = _TIME.sub(" ", text.casefold())
    timeless = words.without_hours(text)
    found = _day_in(timeless, today, words, week)
    if found == UNCLEAR and (day := day_of_some_month(timeless, today, words)):
        return checked(day, today)
    if found == UNCLEAR and (named := day_in_words(timeless, words) or day_in_words(text, words)):
        return _day_in(named, today, words, week)
    return found if found != UNCLEAR or timeless == text else _day_in(text, today, words, week)


def _day_in(text: str, today: date, words: DayWords, week: int) -> Understood:
    if written := _ISO.search(text):
        year, _, month, day = written.groups()
        return checked(real_day(int(year), int(month), int(day)), today)
    figures = [each for each in _FIGURES.finditer(text) if not _is_clock(*each.groups())]
    if len(figures) == 1:
        return _in_figures(*figures[0].groups(), today=today)
    return UNCLEAR if figures else _in_words(words.read(_FIGURES.sub(" ", text)), today, week)


def _is_clock(first: str, mark: str, second: str, year: str | None) -> bool:
    """9.30 is no day of any month."""
    return mark == "." and not year and int(first) < HOURS and MONTHS < int(second) < MINUTES


def _in_figures(first: str, mark: str, second: str, year: str | None, *, today: date) -> Understood:
    """3.4. is read day first; 3/4 can be either, unless one of the two is no month."""
    one, other = int(first), int(second)
    orders = [(one, other)] if mark == "." else [(one, other), (other, one)]
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else None
    found = [nearest(day, month, years, today) for day, month in dict.fromkeys(orders)]
    days = tuple(dict.fromkeys(day for each in found for day in each.days))
    return Understood(days) if days else next((each for each in found if each != UNCLEAR), UNCLEAR)


def _in_words(said: list[Token], today: date, week: int) -> Understood:
    if _leaves_open_how_many(said):
        return UNCLEAR
    several = sum(kind in NAMING for kind, _ in said) > 1  # and the one of "an appointment" is none
    articles = [at for at in range(len(said)) if several and said[at : at + 2] == [("number", 1), OTHER]]
    tokens = [token for at, token in enumerate(said) if token != OTHER and at not in articles]
    if tokens.count(IN) > 1:  # "in ten days from today" says it twice
        tokens.remove(IN)
    value = dict(tokens)
    says = frozenset(value)
    if len(said) == len(tokens) == len(says) == 2 and "number" in says and says & SPANS.keys():
        tokens, says = [IN, *tokens], says | {"in"}  # "10 days" and no more, where a day is asked for
    if says & GONE_BY and not {"ago", "in_month"} <= says:  # in Arabic one word is "ago" and "before"
        return PAST
    if len(says) < len(tokens):
        return UNCLEAR  # two numbers, two months …: more than one day is spoken of
    if found := _of_a_month(tokens, value, today):
        return found
    if "last" in says:
        return PAST
    for word, days in NEAR.items():
        if word in says:
            return checked(later(today, days), today) if says <= {word, "weekday"} else UNCLEAR
    if spans := says & SPANS.keys():
        return _in_spans(spans, says - spans, value, today, week)
    if {"number", "in_month"} <= says <= {"number", "in_month", "year", "weekday"}:
        return _in_month(value, today)
    if "weekday" in says and says <= {"weekday", "this", "next"}:
        return _weekday(value["weekday"], "next" in says, today, week)
    if says == {"weekday", "number"}:
        fitting = weekday_and_number(value["weekday"], value["number"], today, SURPRISING)
        return Understood(fitting) if fitting else UNCLEAR
    return UNCLEAR


def _leaves_open_how_many(said: list[Token]) -> bool:
    """Whether a span such as "days" has no number, or one that was not read: "in a few days", "within some weeks"."""
    kinds = [kind for kind, _ in said]
    places = [place for place, kind in enumerate(kinds) if kind in SPANS]
    if any(not place or kinds[place - 1] not in SAYS_HOW_MANY for place in places):
        return True
    begins = [place for place, kind in enumerate(kinds) if kind == "in"]
    return any("other" in kinds[begin:place] for begin in begins for place in places if begin < place)


def _of_a_month(tokens: list[Token], value: Mapping[str, int], today: date) -> Understood | None:
    """ "The first Friday of December", "the last Monday in March"; None if this is not said."""
    kinds = [kind for kind, _ in tokens]
    which = next((kind for kind in ("number", "last") if kind in kinds), "")
    if not which or not {*kinds} <= {which, "weekday", "in_month", "in", "year"} or "in_month" not in kinds:
        return None
    place = kinds.index(which)
    if kinds[place + 1 : place + 2] != ["weekday"] or kinds.index("in_month") < place:
        return None
    month, weekday, number = value["in_month"], value["weekday"], value.get("number", 0)
    years = [value["year"]] if "year" in value else [today.year, today.year + 1]
    fitting = [[day for day in _days_of(year, month) if day.weekday() == weekday] for year in years]
    chosen = [days[number - 1] for days in fitting if number <= len(days)]
    found = next((day for day in chosen if day >= today), None)
    written = nearest(number, month, years[:1] if "year" in value else None, today).days if number else ()
    also = tuple(day for day in written if day.weekday() == weekday and day != found)
    if found is None:
        return PAST if chosen else UNCLEAR
    return Understood((found, *also)) if (found - today).days <= FURTHEST else Understood(why_not="too_far")


def _days_of(year: int, month: int) -> list[date]:
    return [day for number in range(1, 32) if (day := real_day(year, month, number))]


def _in_spans(
    spans: frozenset[str], beside: frozenset[str], value: Mapping[str, int], today: date, week: int
) -> Understood:
    """A span such as "in two weeks", "a week from Friday", "Friday next week"; "next week" alone names no day."""
    span, number = min(spans), value.get("number", 1)
    ahead = number * SPANS[span]
    if len(spans) > 1:
        return UNCLEAR
    if "weekday" in beside and span == "week" and beside <= {"weekday", "number", "in", "next", "this"}:
        if beside & {"in", "next", "this"}:
            begins = later(_week_of(today, week), 0 if "this" in beside else ahead)
            return checked(later(begins, (value["weekday"] - week) % 7), today)
        return checked(later(coming_weekday(value["weekday"], today), ahead), today)
    if "in" not in beside or not beside <= {"in", "number"}:
        return UNCLEAR
    return checked(months_later(today, number) if span == "month" else later(today, ahead), today)


def _in_month(value: Mapping[str, int], today: date) -> Understood:
    years = [value["year"]] if "year" in value else None
    found = nearest(value["number"], value["in_month"], years, today)
    weekday = value.get("weekday")
    if not found.days or weekday in (None, found.days[0].weekday()):
        return found
    # The weekday and the date do not go together: which of the two is right?
    near = next(day for days in range(-3, 4) if (day := later(found.days[0], days)).weekday() == weekday)
    return Understood((found.days[0], near)) if near >= today else found


def _week_of(day: date, week: int) -> date:
    """The first day of its week."""
    return later(day, -((day.weekday() - week) % 7))


def _weekday(weekday: int, is_next: bool, today: date, week: int) -> Understood:
    """The coming day of that name. "Next Friday" may also be the one of the week after: both are offered."""
    coming = coming_weekday(weekday, today)
    if today.weekday() == weekday:
        return Understood((coming,) if is_next else (today, coming))
    this_week = _week_of(coming, week) == _week_of(today, week)
    return Understood((later(coming, 7), coming) if is_next and this_week else (coming,))
