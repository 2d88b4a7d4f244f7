"""A line that tells when a record was asked for and of whom it was not: "on the 20th", or that nobody was asked."""

from __future__ import annotations

from datetime import date, timedelta

from dialogs.content.day_words import OTHER, DayWords
from dialogs.content.told import Told
from dialogs.content.told_words import words_told
from dialogs.content.word_rows import Rows
from dialogs.days.asked_lines import AskedLine, read
from dialogs.days.coming_days import without_times
from dialogs.days.line_days import Day, Span, days_in
from dialogs.days.line_words import line_of
from dialogs.understanding.said_days import put_right

MOST_BESIDE = 2
"""Words that may stand beside "I asked nobody": "at the lab"."""
_MONTH = timedelta(days=31)
SAYS_NO_PLACE = frozenset({"asked", "promised"})
"""What is said around the days and names nobody: "I asked for it Thursday by mail, they said two weeks"."""


def tells_when(line: str, today: date, words: DayWords, told: Told) -> AskedLine | None:
    """When it was asked and when it should come, where a line says nothing else; None where it says more, or no day."""
    line = put_right(line, words, told)
    if not line or not _is_of_days(line, words, told):
        return None
    found = read(line, today, words)
    if found.promised or (found.asked and found.says_when):
        return found
    asked = next((phrase for phrase, role in words.asking.roles.items() if role == "asked"), "")
    found = read(f"{asked} {line}", today, words)
    if found.asked and found.says_when:
        return found
    day = _last(line, today, words)
    return AskedLine(day, None, found.how, says_when=True) if day else None


def asked_nobody(line: str, told: Told) -> bool:
    """Whether a line tells that nobody was asked: "I didn't ask anybody", and not "Nobody's Clinic"."""
    words = words_told(line)
    named = any(word[0].isupper() and word[1:].islower() for word in line.split()[1:] if word.isalpha())
    left = Rows.together((told.around, told.passed)).taken_out(told.unasked.taken_out(words))
    return told.unasked.found(words) and len(left) <= MOST_BESIDE and not named


def asked_and_promised(text: str, today: date, words: DayWords) -> bool:
    """Whether a text tells when somebody asked and how long it takes: "called them today, she said 5-7 days"."""
    said = list(days_in(line_of(text, words)))
    return any(isinstance(each, Span) for each in said) and any(
        isinstance(each, Day) and each.role == "asked" and each.asked(today) for each in said
    )


def _is_of_days(line: str, words: DayWords, told: Told) -> bool:
    left = words_told(without_times(line, words))
    says = any(token != OTHER for token in words.read(" ".join(left)))
    asking = (*(each for each, role in words.asking.roles.items() if role in SAYS_NO_PLACE), *words.asking.ways)
    said = (Rows.of(tuple(each.split()) for each in phrases) for phrases in (asking, words.around))
    for rows in (*said, told.around, told.passed, told.where_it_lies.stands_for):
        left = rows.taken_out(left)
    return says and all(token != OTHER for token in words.read(" ".join(left)))


def _last(line: str, today: date, words: DayWords) -> date | None:
    """The last day of that number: of "the 20th" that of this month, or of the one before."""
    said = [token for token in words.read(line) if token != OTHER]
    (number,) = [value for kind, value in said if kind == "number"] if len(said) == 1 == _numbers(said) else (0,)
    days = (today - timedelta(days=back) for back in range(_MONTH.days))
    return next((day for day in days if day.day == number), None)


def _numbers(said: list[tuple[str, int]]) -> int:
    return sum(kind == "number" for kind, _ in said)
