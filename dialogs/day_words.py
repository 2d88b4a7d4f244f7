"""What days, weeks and months are called in one language: read from content, and a text broken into such words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogs.guide import ContentError, read_toml
from dialogs.safety import plain

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
    """Read and check days.toml. Raises `ContentError` naming the key that is wrong."""
    table = read_toml(file)
    named: dict[str, Token] = {}
    for key, kind, first, count in (("months", "in_month", 1, 12), ("weekdays", "weekday", 0, 7)):
        if len(table.get(key, ())) != count:
            raise ContentError(file, key, f"needs {count} lists of names")
        named |= {plain(name): (kind, place) for place, names in enumerate(table[key], first) for name in names}
    for kind in KINDS:
        for word in _words(file, table, kind):
            named[plain(word)] = (kind, 0)
    named |= {plain(word): ("number", number) for word, number in table.get("numbers", {}).items()}
    short = {token: word for word, token in reversed(named.items()) if " " not in word}
    long = sorted((word for word in named if " " in word), key=len, reverse=True)
    phrases = {word: str(named[word][1]) if named[word][0] == "number" else short[named[word]] for word in long}
    return DayWords(named, phrases, tuple(table.get("endings", ())))


def _words(file: Path, table: Mapping[str, Any], kind: str) -> list[str]:
    words = table.get("words", {}).get(kind)
    if not isinstance(words, list) or not any(" " not in word for word in words):
        raise ContentError(file, f"words.{kind}", "needs a list with a single word in it")
    return words
