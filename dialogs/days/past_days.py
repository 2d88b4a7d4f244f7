"""A day in the past, as a patient writes it: understood, or asked about where it may be either of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from dialogs.content.counted import counted
from dialogs.content.day_words import IN, DayWords
from dialogs.content.phrases import figures_alike, plain

EARLIEST = 1900
SHORTEST_MONTH = 3
"""Letters of the beginning of a month's name that is understood."""

_PIECES = re.compile(r"\d+|[^\W\d_]+")
_MONTH = "month"


@dataclass(frozen=True, slots=True)
class Read:
    """The days (ISO 8601) that a text can mean; none has a problem instead."""

    days: tuple[str, ...] = ()
    problem: Literal["", "unclear", "future", "no_day"] = ""


def read(text: str, today: date, words: DayWords) -> Read:
    """One day where the text is plain, two where day and month can be exchanged, none where it names no past day.

    Months are called as in `words`; the three may stand in any order that is written somewhere.
    """
    pieces = _said(text, words)
    possible = sorted(set(_possible(pieces))) if pieces else []
    past = tuple(day.isoformat() for day in possible if day <= today)
    if past:
        return Read(past)
    if possible:
        return Read(problem="future")
    return Read(problem="no_day" if pieces and _has_no_day(pieces) else "unclear")


Piece = tuple[str, int]
"""What is said, and its number: "month", or how many digits."""


def _said(text: str, words: DayWords) -> list[Piece] | None:
    """The numbers and the month of a text; None if it says anything else."""
    said: list[Piece] = []
    for piece in _PIECES.findall(_with_figures(figures_alike(text.casefold()), words)):
        if piece.isdecimal():
            said.append((str(len(piece)), int(piece)))
        elif month := _month(plain(piece), words):
            said.append((_MONTH, month))
        elif not _says_nothing(plain(piece), words):
            return None
    return said


def _with_figures(text: str, words: DayWords) -> str:
    """A text with its number words in figures, and every month in one word: "the twenty-eighth", "تشرين الثاني"."""
    said = [(word, words.stands_for(word)) for word in words.in_single_words(text)]
    told: list[str] = []
    for is_number, some in groupby(said, lambda each: each[1][0] in ("number", "and")):
        run = list(some)
        numbers = [str(number) for kind, number in counted(token for _, token in run) if kind == "number"]
        told += numbers if is_number and numbers else [word for word, _ in run]
    return " ".join(told)


def _says_nothing(word: str, words: DayWords) -> bool:
    """What stands between a day and its month: the "th" of "5th", the "of" behind it, a weekday."""
    beside = words.tokens.get(word, ("", 0))
    return word in (*words.endings, *words.the_day, *words.of) or beside == IN or beside[0] == "weekday"


def _month(word: str, words: DayWords) -> int:
    """The number of a month by its name or the beginning of it; 0 if it is none, or may be several."""
    kind, number = words.tokens.get(word, ("", 0))
    if kind == "in_month":
        return number
    named = {token[1] for name, token in words.tokens.items() if token[0] == "in_month" and name.startswith(word)}
    return named.pop() if len(word) >= SHORTEST_MONTH and len(named) == 1 else 0


def _possible(said: Sequence[Piece]) -> Iterator[date]:
    kinds = [kind for kind, _ in said]
    numbers = [number for _, number in said]
    if len(said) != 3 or kinds.count(_MONTH) > 1:
        return
    if _MONTH not in kinds:
        if kinds[0] == "4" and _is_short(kinds[1]) and _is_short(kinds[2]):
            yield from _day(numbers[0], numbers[1], numbers[2])
        elif _is_short(kinds[0]) and _is_short(kinds[1]) and kinds[2] in ("2", "4"):
            yield from _day(_year(*said[2]), numbers[1], numbers[0])
            yield from _day(_year(*said[2]), numbers[0], numbers[1])
        return
    month = numbers[kinds.index(_MONTH)]
    one, other = (piece for piece in said if piece[0] != _MONTH)
    if one[0] == "4" and _is_short(other[0]):
        yield from _day(one[1], month, other[1])
    elif kinds[2] != _MONTH and _is_short(one[0]) and other[0] in ("2", "4"):
        yield from _day(_year(*other), month, one[1])


def _has_no_day(said: Sequence[Piece]) -> bool:
    """A month and a year, or a year alone."""
    kinds = sorted(kind for kind, _ in said)
    return kinds in (["4"], ["4", _MONTH], ["1", "4"], ["2", "4"])


def _is_short(kind: str) -> bool:
    return kind in ("1", "2")


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if year < EARLIEST:
        return
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _year(digits: str, number: int) -> int:
    return number if digits == "4" else 2000 + number
