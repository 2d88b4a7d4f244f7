"""What a text tells of one line about the patient, without what it takes back; and a date of birth beside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dialogs.content.day_words import DayWords
from dialogs.content.phrases import figures_alike
from dialogs.content.told import Told
from dialogs.content.told_words import spread, trimmed
from dialogs.content.word_rows import NO_ROWS
from dialogs.days import births
from dialogs.understanding.names import TITLES
from dialogs.understanding.same_breath import IsOne, meant

_MAIL = re.compile(r"\S+@\S+\.\S+")
_FEWEST_DIGITS = 5
"""Of a telephone number; a short one may be an extension, which nobody can call from outside."""
_MOST_OF_A_NAME = 8
"""Words; more are a sentence about something else."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """What is told; "" where it is all taken back: "not Dr. Lee"."""

    text: str
    born: tuple[str, ...] = ()
    """The day of birth that was told in one breath with a name (ISO 8601), or the two that it may be."""


def told_line(line: str, text: str, told: Told, today: date, days: DayWords) -> ToldLine:
    """What a text tells of a line, without the sentence around it."""
    born: tuple[str, ...] = ()
    if line == "name":
        born, beside = births.beside(text, today, days)
        name = _without_birth(beside, told) if born else ""
        born, text = (born, name) if any(map(str.isalpha, name)) else ((), text)
    is_one = _IS_ONE.get(line)
    if not (left := meant(text, told, is_one, _both_have_figures) if is_one else meant(text, told, _names_in(text))):
        return ToldLine("", born)
    return ToldLine(told.reaches(left) if line == "contact" else told.told(line, left), born)


def reaches(text: str) -> bool:
    """Whether a text has a telephone number or an e-mail address in it, whatever else it says."""
    return bool(_MAIL.search(text)) or sum(one.isdecimal() for one in figures_alike(text)) >= _FEWEST_DIGITS


def _without_birth(text: str, told: Told) -> str:
    """A text without what stood around a date of birth: "born on"."""
    pieces, words, piece_of = spread(text)
    before, gone, at = told.before.get("born", NO_ROWS), set[int](), 0
    while at < len(words):
        end = before.longest(words, at)
        gone |= {piece_of[each] for each in range(at, end)}
        at = max(end, at + 1)
    return trimmed(" ".join(piece for at, piece in enumerate(pieces) if at not in gone))


def _has_figures(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _both_have_figures(one: str, other: str) -> bool:
    return _has_figures(one) and _has_figures(other)


def _names_in(text: str) -> IsOne:
    """What may be a name in this text: beside one with a capital letter, another has one too."""
    is_written_large = any(word[0].isupper() for word in _words_of_names(text))

    def may_be_one(part: str) -> bool:
        words = _words_of_names(part)
        return 0 < len(words) <= _MOST_OF_A_NAME and (not is_written_large or any(word[0].isupper() for word in words))

    return may_be_one


def _words_of_names(text: str) -> list[str]:
    words = (word.strip(".,;:،؛") for word in text.split())
    return [word for word in words if len(word) > 1 and word[0].isalpha() and word.casefold() not in TITLES]


_IS_ONE: dict[str, IsOne] = {"number": _has_figures, "contact": reaches}
