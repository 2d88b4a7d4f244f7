"""A date of birth as people write it: a past day, whose year may be the two last figures of one long ago."""

from __future__ import annotations

import re
from datetime import date

from dialogs.content.day_words import DayWords
from dialogs.content.phrases import figures_alike
from dialogs.days import past_days

_MOST_WORDS = 20
_BESIDE = ",;:.!()\u060c\u061b"
"""What stands beside a day in a sentence; the last two are Arabic."""
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{2})\s*$")


def read(text: str, today: date, words: DayWords) -> tuple[str, ...]:
    """The days (ISO 8601) that a text can mean: one, or two where day and month can be exchanged; or none.

    A year of two figures that is still to come was in the century before: "2/7/54". Words around it are passed over, "I
    was born on February 7, 1954"; where a text names two days, it says neither.
    """
    said = text.split()[:_MOST_WORDS]
    for length in range(len(said), 0, -1):
        parts = (" ".join(said[at : at + length]).strip(_BESIDE) for at in range(len(said) - length + 1))
        found = {days for part in parts if (days := _alone(part, today, words))}
        if found:
            return found.pop() if len(found) == 1 else ()
    return ()


def _alone(text: str, today: date, words: DayWords) -> tuple[str, ...]:
    """The days that a text can mean which says nothing else."""
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
