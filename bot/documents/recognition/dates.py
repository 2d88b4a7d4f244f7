"""Dates in the many ways they are printed; one that could be two days is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.documents.recognition.dates_in_words import in_words, is_a_place, places_of_dates, without_a_weekday
from bot.documents.recognition.lines import Line, folded
from bot.documents.recognition.rules import Rules

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
# "4th of March 2026", "12-MAR-26", "3 de marzo de 2026"
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:[^\W\d_]{2}(?= ))?\.?[ /-]{0,2}(?:[^\W\d_]{2} )?([^\W\d_]{3,12})\.?,?[ /-]{0,2}(?:[^\W\d_]{2,3} )?"
    r"(\d{4}|\d{2})(?!\d)"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,12})\.?[ -]{1,2}(\d{1,2})(?:[^\W\d_]{2})?,?[ -]{1,2}(\d{4})(?!\d)")
_LEADING = re.compile(r"[^\w]{0,9}")
_APART = re.compile(r"(?<=\d) ?([-/.]) ?(?=\d)")
"""Forms have room between the parts: "23 / 08 / 2026"."""
_BEHIND = " .م"
"""What may end a line with a date; the letter says that its year is not of the Hijra."""
_OLDEST, _NEWEST = 1900, 2099
_SHORT_YEARS = (15, 39)
"""Of this century. Nobody keeps records from 1915, but people born then have some: a birth needs its whole year."""


def order_in(lines: Iterable[Line], rules: Rules) -> str:
    """Whether the day or the month comes first here, if one of the dates tells; "" if none does or two disagree."""
    orders = set()
    for line in lines:
        for each in re.finditer(r"(?<![\d/.-])" + _NUMERIC.pattern, line.folded):
            first, mark, second, year = each.groups()
            if mark != "." and len(year) == 4:
                if int(first) > 12 >= int(second):
                    orders.add("day_first")
                elif int(second) > 12 >= int(first):
                    orders.add("month_first")
    if len(orders) > 1:
        return ""
    return orders.pop() if orders else rules.order


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: one day, or the two that it may be, with the day first and with the month first."""

    day: date | None = None
    either: tuple[date, ...] = ()


def printed_date(text: str, order: str, rules: Rules) -> Printed | None:
    """The date a value begins with, perhaps after a weekday; None if there is none."""
    if day := date_in(text, order, rules):
        return Printed(day)
    numeric = next(filter(None, map(_NUMERIC.match, _beginnings(text, rules))), None)
    if not numeric:
        return None
    first, _, second, year = numeric.groups()
    either = tuple(day for day in (_date(year, second, first), _date(year, first, second)) if day)
    return Printed(either=either) if len(either) == 2 else None


def date_in(text: str, order: str, rules: Rules, whole_year: bool = False) -> date | None:
    """The date a value begins with, perhaps after a weekday, or None if there is none or its day is not certain."""
    told = (_parts(each, order, rules) for each in _beginnings(text, rules))
    parts = next(filter(None, told), None)
    if parts is None and (written := in_words(text, rules)):
        parts = written[0]
    return _date(*parts) if parts and not (whole_year and len(parts[0]) < 4) else None


def _beginnings(text: str, rules: Rules) -> tuple[str, ...]:
    """A value, and what is left of it without what may stand before a date."""
    text = _APART.sub(r"\1", folded(text[:60]))
    return text, _LEADING.sub("", text, count=1), without_a_weekday(text, rules)


def _parts(text: str, order: str, rules: Rules) -> tuple[str, str | int, str | int] | None:
    """Year, month and day as printed."""
    if iso := _ISO.match(text):
        return iso[1], iso[3], iso[4]
    if numeric := _NUMERIC.match(text):
        first, mark, second, year = numeric.groups()
        return _ordered(first, second, year, rules.dotted_order if mark == "." else order)
    if (named := _DAY_MONTH.match(text)) and named[2] in rules.months:
        return named[3], rules.months[named[2]], named[1]
    if (named := _MONTH_DAY.match(text)) and named[1] in rules.months:
        return named[3], rules.months[named[1]], named[2]
    return None


def _ordered(first: str, second: str, year: str, order: str) -> tuple[str, str, str] | None:
    if int(first) > 12 or int(first) == int(second) or (int(second) <= 12 and order == "day_first"):
        return year, second, first
    if int(second) > 12 or order == "month_first":
        return year, first, second
    return None


def dated_line(text: str, order: str, rules: Rules) -> tuple[Printed, bool, str] | None:
    """The date that a line is, alone or behind a place; whether it says that this is the day of writing; the place."""
    text = text.strip()
    for start in places_of_dates(text, rules):
        if _is_whole(text[start:], rules) and (found := printed_date(text[start:], order, rules)):
            is_one, said = is_a_place(text[:start], rules)
            return (found, said, text[:start]) if is_one else None
    return None


def _is_whole(text: str, rules: Rules) -> bool:
    """Whether a text is nothing but a date, if it begins with one."""
    if not text[0].isdecimal() and folded(text).split()[0].strip(".") not in rules.months:
        return False
    bare = _APART.sub(r"\1", folded(text.rstrip(_BEHIND)))
    if any(whole.fullmatch(bare) for whole in (_ISO, _NUMERIC)):
        return True
    if any(whole.fullmatch(bare) for whole in (_DAY_MONTH, _MONTH_DAY)):
        return True
    return (written := in_words(bare, rules)) is not None and written[1] == len(bare)


def _date(year: str, month: str | int, day: str | int) -> date | None:
    """None where there is no such day, or where a year of two digits could be of two centuries."""
    full = int(year)
    if len(year) == 2:
        full = 2000 + full if _SHORT_YEARS[0] <= full <= _SHORT_YEARS[1] else 0
    try:
        return date(full, int(month), int(day)) if _OLDEST <= full <= _NEWEST else None
    except ValueError:
        return None
