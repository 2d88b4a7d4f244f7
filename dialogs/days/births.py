"""A date of birth as people write it: a past day, whose year may be the two last figures of one long ago."""

from __future__ import annotations

import re
from datetime import date

from dialogs.content.day_words import DayWords
from dialogs.content.phrases import figures_alike, plain
from dialogs.days import past_days
from dialogs.days.other_days import without

_MOST_WORDS = 20
_BESIDE = ",;:.!()\u060c\u061b"
"""What stands beside a day in a sentence; the last two are Arabic."""
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{2})\s*$")


def read(text: str, today: date, words: DayWords) -> tuple[str, ...]:
    """The days (ISO 8601) that a text can mean: one, or two where day and month can be exchanged; or none.

    A year of two figures that is still to come was in the century before: "2/7/54". Words around it are passed over, "I
    was born on February 7, 1954"; where a text names two days, it says neither, though the second be only half said.
    """
    return beside(text, today, words)[0]


def beside(text: str, today: date, words: DayWords) -> tuple[tuple[str, ...], str]:
    """The days of `read`, and what else a text says: "Ana Example" of "Ana Example, 2/7/1954"."""
    said = text.split()[:_MOST_WORDS]
    for length in range(len(said), 0, -1):
        found: dict[tuple[str, ...], str] = {}
        for at in range(len(said) - length + 1):
            if days := _alone(" ".join(said[at : at + length]).strip(_BESIDE), today, words):
                found[days] = " ".join((*said[:at], *said[at + length :]))
        if found:
            days, left = found.popitem()
            return ((), text) if found or _says_another(left, words) else (days, left)
    return (), text


def _says_another(left: str, words: DayWords) -> bool:
    """Whether what stands beside a day is of another one, half said as it may be: "no, 1951", "sorry, 5 May"."""
    kinds = {kind for kind, _ in words.read(figures_alike(left))}
    denies = any(f" {no} " in f" {plain(left)} " for no in words.denying)
    return bool(kinds & {"in_month", "year"}) or (denies and "number" in kinds)


def _alone(text: str, today: date, words: DayWords) -> tuple[str, ...]:
    """The days that a text can mean which says nothing else."""
    text = without(words.year, text)
    found = past_days.read(text, today, words)
    if found.problem == "future":
        found = past_days.read(_SHORT_YEAR.sub(r"19\1", figures_alike(text)), today, words)
    return found.days


def past_day(text: str, today: date) -> str:
    """The day of a button (ISO 8601), if it is one and not still to come; else empty."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return ""
    return day.isoformat() if day <= today else ""
