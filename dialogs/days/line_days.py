"""The days and spans in a line about a request, and what is said of each: asked then, or promised for then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogs.content.counted import Token
from dialogs.days.coming_days import SPANS
from dialogs.days.line_words import MARK, Line
from dialogs.days.reckoning import SURPRISING, months_later

FURTHEST = 120
"""Days from asking to a promised day without its year: what is further is not surely meant."""
NEAR = {"today": 0, "yesterday": -1, "ereyesterday": -2, "tomorrow": 1, "overmorrow": 2}
PAST = frozenset({"past", "last", "last week"})
NUMERALS = frozenset({"numeral", "ordinal"})
NUMBERS = NUMERALS | {"number"}
ROLES = frozenset({"asked", "promised", "other"})


@dataclass(frozen=True, slots=True)
class Span:
    """ "Two weeks"."""

    role: str = ""
    days: int = 0
    months: int = 0
    from_today: bool = False
    clear: bool = True

    def promised(self, asked: date | None, today: date) -> date | None:
        begins = today if self.from_today else asked
        if begins is None or not self.clear:
            return None
        return months_later(begins, self.months) if self.months else begins + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is named: from today, by its name, by its number in a month. `only`: it can be nothing else."""

    role: str = ""
    """asked, promised or other; "carried": asked, as was said of a day further in front; empty: nothing is said."""
    only: str = ""
    ahead: int | None = None
    """Days from today."""
    weekday: int | None = None
    month: int = 0
    day: int = 0
    year: int = 0
    clear: bool = True

    def asked(self, today: date) -> date | None:
        """The latest such day that is not after today."""
        if not self.clear:
            return None
        if self.ahead is not None:
            return self._of_that_name(today + timedelta(days=self.ahead)) if self.ahead <= 0 else None
        if self.only == "last week":
            return next(self._among(today - timedelta(days=today.weekday() + back) for back in range(1, 8)))
        years = [self.year] if self.year else range(today.year, today.year - 5, -1)
        days = self._among(today - timedelta(days=back) for back in range(7)) if not self.month else self._in(years)
        found = next((day for day in days if day <= today), None)
        if self.only == "last" and found and found >= today - timedelta(days=today.weekday()):
            return None  # of this week, or of the one before?
        return found if found and (self.year or (today - found).days <= SURPRISING) else None

    def promised(self, asked: date | None, today: date) -> date | None:
        """The first such day after that on which it was asked."""
        if not self.clear or self.only in PAST:
            return None
        if self.ahead is not None:
            return self._of_that_name(today + timedelta(days=self.ahead))
        if asked is None:
            return self._whole(today)
        years = [self.year] if self.year else range(asked.year, asked.year + 5)
        days = self._among(asked + timedelta(days=on) for on in range(1, 8)) if not self.month else self._in(years)
        found = next((day for day in days if day > asked), None)
        if found and not self.month and (today - found).days > 7:
            return None  # "asked two weeks ago, it comes Friday": that one, or the next?
        return found if found and (self.year or (found - asked).days <= FURTHEST) else None

    def can_only_be_past(self, today: date) -> bool:
        """Named without its year, the next such day is too far ahead to be meant."""
        if self.only in PAST:
            return True
        return bool(self.month) and (last := self.asked(today)) is not None and (today - last).days < 366 - SURPRISING

    def _whole(self, today: date) -> date | None:
        """With its year it is one day, whenever it was asked."""
        found = next(self._in([self.year]), None) if self.year else None
        return found if found and found >= today else None

    def _among(self, days: Iterator[date]) -> Iterator[date]:
        return (day for day in days if day.weekday() == self.weekday)

    def _in(self, years: range | list[int]) -> Iterator[date]:
        for year in years:
            try:
                yield from filter(None, [self._of_that_name(date(year, self.month, self.day))])
            except ValueError:
                continue

    def _of_that_name(self, day: date) -> date | None:
        """ "Tuesday 4 May" is no day if that was no Tuesday."""
        return day if self.weekday in (None, day.weekday()) else None


def days_in(line: Line) -> Iterator[Day | Span]:
    """Each day and each span of a line, with what is said of it."""
    at, pieces = 0, line.pieces
    while at < len(pieces):
        found, length = _named(line, at)
        if found is None:
            at += 1
            continue
        around = {kind for kind, _ in (*pieces[max(0, at - 1) : at], *pieces[at + length : at + length + 1])}
        clear = found.clear and "unclear" not in around
        yield replace(found, clear=clear, role=_role(pieces, at, length))
        at += length


def _named(line: Line, at: int) -> tuple[Day | Span | None, int]:
    """The day or the span that begins there, and how many pieces it has."""
    rest = line.pieces[at : at + 6]
    kinds = [kind for kind, _ in rest] + [""] * 6
    if kinds[0] == "figures":
        year, month, day, either = line.dates[rest[0][1]]
        return Day(month=month, day=day, year=year, clear=not either), 1
    if kinds[0] in NEAR:
        return _near(rest, kinds)
    if kinds[0] == "sometime":
        return Day(only="past", clear=False), 1
    if kinds[0] == "in" and kinds[1] in ("in_month", "year"):
        return Day(clear=False), 2
    if kinds[0] in ("in", "ago", *NUMBERS, *SPANS) and (found := _span(rest, kinds)):
        return found
    if kinds[0] in ("last", "next", "this"):
        return _beside(rest, kinds)
    return _in_a_month(rest, kinds)


def _near(rest: tuple[Token, ...], kinds: list[str]) -> tuple[Day, int]:
    ahead = NEAR[kinds[0]]
    only = "future" if ahead > 0 else "past" if ahead < 0 else ""
    length = next((place + 1 for place in (1, 2) if kinds[place] == "weekday" and set(kinds[1:place]) <= {"mark"}), 1)
    weekday = rest[length - 1][1] if length > 1 else None
    return Day(ahead=ahead, weekday=weekday, only=only), length


def _span(rest: tuple[Token, ...], kinds: list[str]) -> tuple[Day | Span, int] | None:
    """ "In two weeks", "two weeks from now", "two weeks ago"; a span without its number is not clear.

    "Ago" stands behind the span in English, and in front of it in Spanish and Arabic: "hace dos semanas".
    """
    within = int(kinds[0] in ("in", "ago"))
    counted = kinds[within] in NUMBERS
    at = within + counted
    if kinds[at] not in SPANS:
        return None
    number = rest[within][1] if counted else 0
    days, months = number * SPANS[kinds[at]], number if kinds[at] == "month" else 0
    behind = kinds[at + 1]
    if (kinds[at], behind) == ("week", "last") and not at:
        return Day(ahead=-7, only="past"), 2
    if "ago" in (kinds[0], behind):
        return Day(ahead=-days, only="past", clear=bool(number) and not months), at + 1 + (behind == "ago")
    clear = bool(number) and behind not in ("last", "of", *NUMBERS, *SPANS)
    length = at + 1 + (behind == "from_now")
    return Span(days=days, months=months, from_today=behind == "from_now", clear=clear), length


def _beside(rest: tuple[Token, ...], kinds: list[str]) -> tuple[Day | None, int]:
    """ "Last Friday", "last week", "last week on Monday", "next Friday"; "next week" names no day."""
    which = kinds[0]
    if kinds[1] == "weekday":
        if which == "this":
            return Day(weekday=rest[1][1]), 2
        if which == "last":
            return Day(weekday=rest[1][1], only="last"), 2
        return Day(weekday=rest[1][1], only="future", clear=False), 2
    if kinds[1] not in SPANS:
        return None, 1
    if which == "last" and kinds[1] == "week":
        named = next((n for n in (2, 3) if kinds[n] == "weekday"), 0)
        if named:
            return Day(weekday=rest[named][1], only="last week"), named + 1
        return Day(ahead=-7, only="past"), 2
    return Day(only="past" if which == "last" else "future", clear=False), 2


def _in_a_month(rest: tuple[Token, ...], kinds: list[str]) -> tuple[Day | None, int]:
    """ "3 May", "May 3rd 2026", "Tuesday the 4th of May", "Monday last week", or a weekday alone."""
    start = int(kinds[0] == "weekday")
    weekday = rest[0][1] if start else None
    if start and kinds[1] == "mark" and {kinds[2], kinds[3]} & NUMERALS and "in_month" in kinds[2:4]:
        start = 2
    if start and kinds[1] == "last" and kinds[2] == "week":
        return Day(weekday=weekday, only="last week"), 3
    if start and kinds[1] in NEAR:
        return _near(rest[1:], kinds[1:])[0], 2
    joined = int(kinds[start + 1] == "of")
    first, second = kinds[start], kinds[start + 1 + joined]
    if "in_month" in (first, second) and {first, second} & NUMBERS and not (first == "in_month" and joined):
        length = start + 2 + joined
        numbers = dict((rest[start], rest[start + 1 + joined]))
        day = next(number for kind, number in numbers.items() if kind in NUMBERS)
        counts = first == "in_month" and kinds[length] in SPANS  # "May, 3 weeks" is no third of May
        if not counts and not (day == 1 and "number" in numbers):
            skip = int(kinds[length] in ("mark", "of") and kinds[length + 1] == "year")  # "3 de mayo de 2026"
            year = rest[length + skip][1] if kinds[length + skip] == "year" else 0
            return Day(weekday=weekday, month=numbers["in_month"], day=day, year=year), length + skip + bool(year)
    if start:
        alone = kinds[1] not in NUMERALS or kinds[2] in SPANS
        return Day(weekday=weekday, clear=alone), 1
    if kinds[0] == "ordinal" and kinds[1] != "other_word":
        return Day(clear=False), 1  # "on the 20th": of which month?
    return None, 1


def _role(pieces: tuple[Token, ...], at: int, length: int) -> str:
    """What is said of it: in front of it in its own part of the line, else behind it there, else further in front."""
    behind = pieces[at + length][0] if at + length < len(pieces) else ""
    before = [kind for kind, _ in pieces[max(0, at - 2) : at]]
    of_a_thing = (before[-1:] == ["things"] and pieces[at][0] != "weekday") or before == ["things", "of"]
    if behind in ("other", "things") or of_a_thing:
        return "other"
    begins = max((place for place in range(at) if _ends(pieces[place])), default=-1) + 1
    ends = next((place for place in range(at + length, len(pieces)) if _ends(pieces[place])), len(pieces))
    for part in (reversed(pieces[begins:at]), iter(pieces[at + length : ends])):
        if said := next((kind for kind, _ in part if kind in ROLES), ""):
            return said
    carried = next((kind for kind, _ in reversed(pieces[:begins]) if kind in ROLES), "")
    return {"asked": "carried", "promised": "promised"}.get(carried, "")


def _ends(piece: Token) -> bool:
    return piece == MARK or piece[0] == "and"
