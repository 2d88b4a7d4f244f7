"""What days, weeks and months are called in one language: read from content, and a text broken into such words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogs.content_files import Mistakes
from dialogs.months import check_months, check_weekdays
from dialogs.phrases import plain
from dialogs.shapes import Place, any_keys, read, several, table, whole

KINDS = ("today", "tomorrow", "overmorrow", "next", "this", "in", "ago", "day", "week", "fortnight", "month")
"""What a single word can say about a day, beside months, weekdays and numbers."""

Token = tuple[str, int]
"""What a word stands for: one of `KINDS`, "in_month", "weekday", "number" or "year"; and which."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """The words of one language, in small letters, each with what it stands for."""

    tokens: Mapping[str, Token] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    """Two words or more, the longest first, and the one that says the same."""
    endings: tuple[str, ...] = ()
    """What may follow the number of a day: the "rd" of "3rd"."""

    def read(self, text: str) -> list[Token]:
        """What a text says about a day; words that say nothing about it are passed over."""
        return list(self._read(text))

    def _read(self, text: str) -> Iterator[Token]:
        text = f" {plain(text.replace('-', ' ')).replace('.', ' ')} "
        for phrase, word in self.phrases.items():
            text = text.replace(f" {phrase} ", f" {word} ")
        figure = re.compile(rf"(\d{{1,4}})(?:{'|'.join(map(re.escape, self.endings))})?")
        for word in text.split():
            if number := figure.fullmatch(word):
                yield ("year" if len(number[1]) == 4 else "number", int(number[1]))
            elif token := self.tokens.get(word):
                yield token


def read_days(file: Path) -> DayWords:
    """Read and check days.toml. Raises `ContentError` naming the keys that are wrong."""
    days = read(file, _DAYS)
    named: dict[str, Token] = {}
    at: dict[str, str] = {}
    mistakes = Mistakes(file)
    for key, word, token in _named(days):
        if at.setdefault(plain(word), key) != key or named.get(plain(word), token) != token:
            mistakes.note(key, f"{word!r} means something else in {at[plain(word)]}: a word has one meaning")
        named[plain(word)] = token
    short = {token: word for word, token in reversed(named.items()) if " " not in word}
    for word, token in named.items():
        if token not in short and token[0] != "number":
            mistakes.note(at[word], f"needs a single word beside {word!r}")
    check_months(mistakes, "months", days["months"], file.parent.name)
    check_weekdays(mistakes, "weekdays", days["weekdays"], file.parent.name)
    mistakes.settle()
    long = sorted((word for word in named if " " in word), key=len, reverse=True)
    phrases = {word: str(named[word][1]) if named[word][0] == "number" else short[named[word]] for word in long}
    return DayWords(named, phrases, tuple(days.get("endings", ())))


def _named(days: Mapping[str, Any]) -> Iterator[tuple[str, str, Token]]:
    """Every word, where it stands and what it stands for."""
    for key, kind, first in (("months", "in_month", 1), ("weekdays", "weekday", 0)):
        for place, names in enumerate(days[key], first):
            yield from ((key, name, (kind, place)) for name in names)
    for kind in KINDS:
        yield from ((f"words.{kind}", word, (kind, 0)) for word in days["words"][kind])
    yield from ((f"numbers.{word}", word, ("number", number)) for word, number in days["numbers"].items())


def _word(place: Place, value: Any) -> Any:
    if not isinstance(value, str) or not plain(value):
        return place.wrong(f"{value!r} should be a word or a phrase in quotes")
    if plain(value) != " ".join(value.casefold().split()) and any(mark in value for mark in "*{}<>"):
        return place.wrong(f"{value!r} should be letters alone")
    return value


_NAMES = several(_word, least=1, of="names", distinct=True)
_DAYS = table(
    {
        "months": several(_NAMES, 12, 12, of="12 lists of names"),
        "weekdays": several(_NAMES, 7, 7, of="7 lists of names"),
        "words": table(dict.fromkeys(KINDS, several(_word, least=1, of="words", distinct=True))),
        "numbers": any_keys(whole(0, 365)),
    },
    {"endings": several(_word, of="endings")},
)
