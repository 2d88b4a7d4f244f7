"""What a text says of days, whatever was asked for: a day and nothing else, or one put right in the same breath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.phrases import bare, figures_alike, plain
from dialogs.content.told import Told
from dialogs.content.told_words import words_told
from dialogs.content.topics import NO_TOPICS, Topics
from dialogs.content.word_rows import NO_ROWS, Rows
from dialogs.days import past_days
from dialogs.days.coming_days import understand, without_times
from dialogs.understanding.same_breath import meant

DATE = "date"
LONGEST = 16
"""Words of a text that says a day and nothing else, with all its courtesies."""
NAMES_A_DAY = frozenset({"in_month", "weekday", "today", "tomorrow", "overmorrow", "yesterday", "ereyesterday", "week"})
_WRITTEN_AS_A_DAY = re.compile(r"[/]|[^\W\d]")
"""What tells a day in figures from any number."""
SAYS_WHICH = frozenset({"number", "weekday", "in_month", "today", "tomorrow", "overmorrow"})
"""What stands in each of two days of which one puts the other right."""


def says_a_day(text: str, todays: Sequence[date], words: DayWords, told: Told, topics: Topics = NO_TOPICS) -> bool:
    """Whether a text names a day, and every other word of it only says so."""
    if len(text.split()) > LONGEST:
        return False
    left = words_told(without_times(figures_alike(text), words))
    if not _names_a_day(text, left, todays, words):
        return False
    around = Rows.of(tuple(plain(phrase).split()) for phrase in words.around)
    topic = topics.rows.get(DATE, NO_ROWS)
    left = tuple(word for word in left if not topic.cover((bare(word, topics.arabic),)))
    for rows in (
        told.corrected,
        told.no,
        topic,
        around,
        told.it_is,
        told.links,
        told.around,
        told.meeting,
        told.passed,
    ):
        left = rows.taken_out(left)
    return all(token != OTHER for token in words.read(" ".join(left)))


def _names_a_day(text: str, said: Sequence[str], todays: Sequence[date], words: DayWords) -> bool:
    if understand(text, todays, words).days or any(kind in NAMES_A_DAY for kind, _ in words.read(" ".join(said))):
        return True
    return bool(_WRITTEN_AS_A_DAY.search(text)) and bool(past_days.read(text, todays[0], words).days)


def put_right(text: str, words: DayWords, told: Told) -> str:
    """The day that is meant: of "not the 12th, the 13th" the 13th; "" where only what it is not is said."""

    def kinds(part: str) -> set[str]:
        return {kind for kind, _ in words.read(part)} & SAYS_WHICH

    return meant(text, told, lambda part: bool(kinds(part)), lambda one, other: kinds(one) == kinds(other) != set())
