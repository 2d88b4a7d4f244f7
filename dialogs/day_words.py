"""What days, weeks and months are called in one language: read from content, and a text broken into such words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogs.guide import ContentError, read_toml
from dialogs.safety import plain

KINDS = (
    *("today", "tomorrow", "overmorrow", "next", "this", "last", "in", "ago", "about", "and"),
    *("day", "week", "fortnight", "month"),
)
"""What a single word can say about a day, beside months, weekdays and numbers."""

Token = tuple[str, int]
"""What a word stands for: one of `KINDS`, "in_month", "weekday", "number", "year" or "other"; and which."""
IN: Token = ("in", 0)
OTHER: Token = ("other", 0)
"""A word that says nothing about a day."""
CLOCK = r"\d{1,2}(?:\s?[:.h]\s?\d{2})?(?:\s*[ap]\.?m\b\.?)?"


@dataclass(frozen=True, slots=True)
class DayWords:
    """The words of one language, in small letters, each with what it stands for."""

    tokens: Mapping[str, Token] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    """Two words or more, the longest first, and the one that says the same."""
    endings: tuple[str, ...] = ()
    """What may follow the number of a day: the "rd" of "3rd"."""
    hours: re.Pattern[str] | None = None
    """How a time of day is written beside a day."""

    def without_hours(self, text: str) -> str:
        """The text without the times of day in it: "next Friday at 10 in the morning" is next Friday."""
        return self.hours.sub(" ", text) if self.hours else text

    def read(self, text: str) -> list[Token]:
        """What a text says about a day, word by word; a number of several words is one."""
        return [token for token in _counted(self._read(text)) if token[0] not in ("and", "about")]

    def _read(self, text: str) -> Iterator[Token]:
        text = f" {plain(text.replace('-', ' ')).replace('.', ' ')} "
        for phrase, word in self.phrases.items():
            text = text.replace(f" {phrase} ", f" {word} ")
        figure = re.compile(rf"(\d{{1,4}})(?:{'|'.join(map(re.escape, self.endings))})?")
        for word in text.split():
            if number := figure.fullmatch(word):
                yield ("year" if len(number[1]) == 4 else "figure", int(number[1]))
            else:
                yield self.tokens.get(word, OTHER)


def _counted(tokens: Iterable[Token]) -> Iterator[Token]:
    """Numbers in words put together: twenty and one, three hundred and five; what does not fit stays apart."""
    whole: int | None = None
    for kind, value in tokens:
        if kind == "and" and whole is not None:
            continue
        if kind == "number" and whole is not None and (sum_ := _together(whole, value)):
            whole = sum_
            continue
        if whole is not None:
            yield "number", whole
        whole = value if kind == "number" else None
        if kind == "figure":
            yield "number", value
        elif kind != "number":
            yield kind, value
    if whole is not None:
        yield "number", whole


def _together(before: int, after: int) -> int:
    """Two number words as one number; 0 if they are two."""
    if after == 100 and before < 10:
        return before * 100
    fits = (before % 100 == 0 and after < 100) or (before % 10 == 0 and before % 100 >= 20 and after < 10)
    return before + after if before and fits else 0


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
    return DayWords(named, phrases, tuple(table.get("endings", ())), _hours(file, table, named))


def _hours(file: Path, table: Mapping[str, Any], named: Mapping[str, Token]) -> re.Pattern[str]:
    """`hours`: how a time of day is said, with # where its number stands; the longest wins."""
    said = table.get("hours")
    if not isinstance(said, list) or not said or not all(isinstance(each, str) and each.strip("# ") for each in said):
        raise ContentError(file, "hours", 'needs a list of ways to say a time of day, such as "at #"')
    numbers = (re.escape(word) for word, (kind, _) in named.items() if kind == "number" and " " not in word)
    clock = f"(?:{CLOCK}|{'|'.join(numbers)})"
    ways = (
        re.escape(each).replace(r"\#", clock).replace(r"\ ", r"\s+") for each in sorted(said, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


def _words(file: Path, table: Mapping[str, Any], kind: str) -> list[str]:
    words = table.get("words", {}).get(kind)
    if not isinstance(words, list) or not any(" " not in word for word in words):
        raise ContentError(file, f"words.{kind}", "needs a list with a single word in it")
    return words
