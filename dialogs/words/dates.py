"""Days and times as a language writes them: the order, the months and the signs are those of the Unicode CLDR."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, match_skeleton

# Never the pattern "LLLL": once Chinese was loaded, Babel 2.18 gives every other language its months. "MMMM" is right.


def day(moment: date, language: str) -> str:
    """A day with its weekday and without its year, such as "Friday, November 27"."""
    return format_date(moment, _with_weekday(language), locale=language)


def short_day(moment: date, language: str) -> str:
    """Such as "November 27"."""
    return format_date(moment, _pattern(language, "MMMMd"), locale=language)


def long_day(moment: date, language: str) -> str:
    """A day with its year, such as "November 27, 2026"."""
    return format_date(moment, "long", locale=language)


def day_in(moment: date, language: str, country: str) -> str:
    """A day with its year as it is written in a country (ISO 3166): "7 February 1954" for a British reader."""
    try:
        locale = Locale.parse(f"{language}_{country}") if country else Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(language)
    return format_date(moment, "long", locale=locale)


def full_day(moment: date, language: str) -> str:
    """With its weekday and its year."""
    return format_date(moment, "full", locale=language)


def weekday(moment: date, language: str) -> str:
    return format_date(moment, "EEEE", locale=language)


def day_of_month(moment: date, language: str) -> str:
    """What stands on a day of a calendar, such as "Fr 27"."""
    return format_date(moment, "EEEEEE d", locale=language)


def month(moment: date, language: str) -> str:
    """Such as "November 2026"."""
    return format_date(moment, _pattern(language, "yMMMM"), locale=language)


def clock(moment: time, language: str) -> str:
    """A time of day, as clocks of this language show it."""
    return format_time(moment, "short", locale=language)


@lru_cache(maxsize=64)
def _pattern(language: str, skeleton: str) -> str:
    locale = Locale.parse(language)
    found = match_skeleton(skeleton, locale.datetime_skeletons)
    return _widened(str(locale.datetime_skeletons[found].pattern)) if found else skeleton


@lru_cache(maxsize=16)
def _with_weekday(language: str) -> str:
    """CLDR has this order with short names alone for many languages; the whole names stand in the same places."""
    return _unquoted(_pattern(language, "MMMMEEEEd"), lambda part: re.sub("E+|c+", "EEEE", part))


def _widened(pattern: str) -> str:
    return _unquoted(pattern, lambda part: re.sub("(?<![ML])(?:MMM|LLL|LLLL)(?![ML])", "MMMM", part))


def _unquoted(pattern: str, change: Callable[[str], str]) -> str:
    """A pattern changed where it is no quoted word, such as the "de" of "d 'de' MMMM"."""
    return "".join(part if part.startswith("'") else change(part) for part in re.split("('[^']*')", pattern))
