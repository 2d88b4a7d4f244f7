"""A day in the past, as a patient writes it: understood, or asked about where it may be either of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    "december",
)
EARLIEST = 1900

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-./ ]*(?:of )?([a-z]{3,9})\.?[-, /]*(\d{4}|\d{2})")
_NO_DAY = re.compile(r"(?:\d{1,2}[-/. ]|[a-z]{3,9}[-., ]*)\d{4}|\d{4}[-/.]\d{1,2}|\d{4}")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?[- ]*(\d{1,2})(?:st|nd|rd|th)?[-, /]+(\d{4}|\d{2})")


@dataclass(frozen=True, slots=True)
class Read:
    """The days (ISO 8601) that a text can mean; none has a problem instead."""

    days: tuple[str, ...] = ()
    problem: Literal["", "unclear", "future", "no_day"] = ""


def read(text: str, today: date) -> Read:
    """One day where the text is plain, two where day and month can be exchanged, none where it names no past day."""
    words = " ".join(text.casefold().split()).strip(" .")
    possible = sorted(set(_possible(words)))
    past = tuple(day.isoformat() for day in possible if day <= today)
    if past:
        return Read(past)
    if possible:
        return Read(problem="future")
    return Read(problem="no_day" if _NO_DAY.fullmatch(words) else "unclear")


def _possible(words: str) -> Iterator[date]:
    if found := _YEAR_FIRST.fullmatch(words):
        yield from _day(int(found[1]), int(found[2]), int(found[3]))
    elif found := _NUMBERS.fullmatch(words):
        one, other, year = int(found[1]), int(found[2]), _year(found[3])
        yield from _day(year, other, one)
        yield from _day(year, one, other)
    elif found := _DAY_FIRST.fullmatch(words):
        yield from _day(_year(found[3]), _month(found[2]), int(found[1]))
    elif found := _MONTH_FIRST.fullmatch(words):
        yield from _day(_year(found[3]), _month(found[1]), int(found[2]))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if year < EARLIEST:
        return
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 if it is none."""
    return next((number for number, name in enumerate(MONTHS, start=1) if name.startswith(word)), 0)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
