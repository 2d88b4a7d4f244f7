"""Days as people of a language say them: "Monday, March 2", "lunes, 2 de marzo"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

_YEAR_AT_THE_END = re.compile(r"(?:[^A-Za-z']|'[^']*')*y+[^A-Za-z']*$")
_YEAR_AT_THE_START = re.compile(r"^y+[^A-Za-z']*")


def with_weekday(day: date, language: str, today: date | None = None) -> str:
    """A day and its weekday, such as "Friday, November 27"; with its year if that is not the one of `today`."""
    return _said(day, language, "full", today)


def in_short(day: date, language: str, today: date | None = None) -> str:
    """A day in two words, such as "November 27"; with its year if that is not the one of `today`."""
    return _said(day, language, "long", today)


def _said(day: date, language: str, length: str, today: date | None) -> str:
    other_year = today is not None and day.year != today.year
    return format_date(day, length if other_year else _without_year(language, length), locale=language)


@cache
def _without_year(language: str, length: str) -> str:
    """The language's own pattern of a day, with what belongs to the year left out."""
    pattern = str(Locale.parse(language).date_formats[length].pattern)
    return _YEAR_AT_THE_START.sub("", _YEAR_AT_THE_END.sub("", pattern))
