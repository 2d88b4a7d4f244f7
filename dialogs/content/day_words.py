"""What days, weeks and months are called in one language: read from content, and a text broken into such words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dialogs.content.asking_words import ASKING, AskingWords, named, twice
from dialogs.content.counted import Token, counted
from dialogs.content.files import Mistakes
from dialogs.content.hour_words import HOURS, pattern_of
from dialogs.content.months import check_months, check_weekdays
from dialogs.content.phrases import plain
from dialogs.content.reminding_words import REMINDING, RemindingWords
from dialogs.content.shapes import Place, any_keys, read, several, table, text, whole

KINDS = (
    *("today", "tomorrow", "overmorrow", "yesterday", "ereyesterday"),
    *("next", "this", "last", "in", "ago", "about", "and"),
    *("day", "week", "fortnight", "month"),
)
"""What a single word can say about a day, beside months, weekdays and numbers."""

AROUND = (
    *("the_day", "this_month", "next_month", "but", "aside", "gone_by", "gone_endings", "appointed"),
    *("called", "to_be_told", "unknown", "visit", "span", "year", "no_month", "mine", "seen"),
    *("feasts", "moved", "untold", "bounds"),
)
"""What stands around a day, and need not be written."""
NEEDED = ("money",)
"""What is asked for beside a day in every language."""
IN: Token = ("in", 0)
OTHER: Token = ("other", 0)
"""A word that says nothing about a day."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """The words of one language, in small letters, each with what it stands for."""

    tokens: Mapping[str, Token] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    """Two words or more, the longest first, and the one that says the same."""
    at_length: Mapping[str, str] = field(default_factory=dict)
    """What says a number and what it counts in one word, the longest first, and the same in more: "2 weeks"."""
    endings: tuple[str, ...] = ()
    """What may follow the number of a day: the "rd" of "3rd"."""
    hours: str = ""
    """How a time of day is written beside a day: a pattern, made when a day is first told, for it takes its time."""
    the_day: tuple[str, ...] = ()
    """What stands before the number of a day whose month is not said: "the 12th"."""
    this_month: tuple[str, ...] = ()
    next_month: tuple[str, ...] = ()
    """What stands beside the number of a day instead of a month's name: "12 of next month"."""
    but: tuple[str, ...] = ()
    """What stands between a day that is denied and the one that is meant: "not March 12 but March 19"."""
    aside: tuple[str, ...] = ()
    """What may stand behind the number of such a day: "the 12th I think"."""
    gone_by: tuple[str, ...] = ()
    """What tells that a day has gone by, or is of something else: "I had chemo on the 14th"."""
    gone_endings: tuple[str, ...] = ()
    """How verbs end that tell of what has gone by."""
    appointed: tuple[str, ...] = ()
    """What tells of the day that is asked for, whatever else stands there: "it was moved to the 14th"."""
    called: tuple[str, ...] = ()
    """How the news came, before a day that is not the day of the call: "they called, it's on the 14th"."""
    to_be_told: tuple[str, ...] = ()
    """Who tells that the day is still to be told: the day beside it is that of the call."""
    unknown: tuple[str, ...] = ()
    """Who tells that something is not known, or not there yet."""
    visit: tuple[str, ...] = ()
    """What names the visit or its day: "appointment", "when"."""
    mine: tuple[str, ...] = ()
    """Who or what belongs to somebody: a day that is told of it is of a life, unless a visit is told of, too."""
    seen: tuple[str, ...] = ()
    """What tells of a visit without its name: "the doctor sees", "takes me there"."""
    untold: tuple[str, ...] = ()
    """Who tells that they were not told the day: "the doctor didn't say"."""
    feasts: tuple[str, ...] = ()
    """Feasts and holidays, that of a sentence being no visit: "the Monday after Easter", "Easter is April 5"."""
    moved: tuple[str, ...] = ()
    """Who tells that the day of the visit is another now: "they moved it to the 20th"."""
    bounds: tuple[str, ...] = ()
    """What stands before a day that is not meant, or only bounds the one that is: "not before", "any day but"."""
    span: tuple[str, ...] = ()
    """What stands before the day on which a time begins or ends: "I'm away until the 10th"."""
    year: tuple[str, ...] = ()
    """What may stand before a year: "el 3 de mayo del año 52"."""
    no_month: tuple[str, ...] = ()
    """Phrases in which the name of a month is another word: "may know"."""
    money: tuple[str, ...] = ()
    """What money is called behind a figure, which is no day then: "20 dollars"."""
    asking: AskingWords = field(default_factory=AskingWords)
    """What a line about a request says of the days in it."""
    reminding: RemindingWords = field(default_factory=RemindingWords)
    others: tuple[DayWords, ...] = ()
    """Those of the other languages, in which a day may be written as well."""

    @property
    def every_money(self) -> frozenset[str]:
        """What money is called in every language: a price is written as it is on the bill."""
        return frozenset(each for words in (self, *self.others) for each in words.money)

    @property
    def denying(self) -> tuple[str, ...]:
        """What says no to what follows."""
        return tuple(word for word, way in self.asking.ways.items() if way == "not")

    @property
    def of(self) -> tuple[str, ...]:
        """What may stand between a day and its month."""
        return tuple(word for word, role in self.asking.roles.items() if role == "of")

    @property
    def around(self) -> tuple[str, ...]:
        """What may stand beside a day without saying anything else."""
        return (*self.the_day, *self.aside, *self.but, *self.appointed, *self.denying, *self.of)

    @property
    def numbers(self) -> frozenset[str]:
        """The words that are numbers."""
        return frozenset(word for word, (kind, _) in self.tokens.items() if kind == "number")

    def without_hours(self, text: str) -> str:
        """The text without the times of day in it: "next Friday at 10 in the morning" is next Friday."""
        return self.every_hour.sub(" ", text) if self.hours else text

    @property
    def every_hour(self) -> re.Pattern[str]:
        return _pattern(self.hours)

    def told_at_length(self, text: str) -> str:
        """A plain text in which a number and what it counts are words apart: Arabic has one word for two weeks."""
        if not self.at_length:
            return text
        text = f" {text} "
        for short, long in self.at_length.items():
            text = text.replace(f" {short} ", f" {long} ")
        return text.strip()

    def read(self, text: str) -> list[Token]:
        """What a text says about a day, word by word; a number of several words is one."""
        return [token for token in counted(self._read(text)) if token[0] not in ("and", "about")]

    def _read(self, text: str) -> Iterator[Token]:
        return map(self.stands_for, self.in_single_words(text))

    def in_single_words(self, text: str) -> list[str]:
        """The plain words of a text; a phrase that says something about a day is one."""
        text = f" {self.told_at_length(plain(text.replace('-', ' ')).replace('.', ' '))} "
        for phrase, word in self.phrases.items():
            text = text.replace(f" {phrase} ", f" {word} ")
        return text.split()

    def stands_for(self, word: str) -> Token:
        """What a single word says about a day; a number in figures is a "figure"."""
        if word[:1].isdecimal() and (number := _figure(self.endings).fullmatch(word)):
            return ("year" if len(number[1]) == 4 else "figure", int(number[1]))
        return self.tokens.get(word, OTHER)


@cache
def _figure(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(\d{{1,4}})(?:{'|'.join(map(re.escape, endings))})?")


def read_days(file: Path) -> DayWords:
    """Read and check days.toml. Raises `ContentError` naming the keys that are wrong."""
    days = read(file, _DAYS)
    meant: dict[str, Token] = {}
    at: dict[str, str] = {}
    mistakes = Mistakes(file)
    for key, word, token in _every_word(days):
        if at.setdefault(plain(word), key) != key or meant.get(plain(word), token) != token:
            mistakes.note(key, f"{word!r} means something else in {at[plain(word)]}: a word has one meaning")
        meant[plain(word)] = token
    short = {token: word for word, token in reversed(meant.items()) if " " not in word}
    for word, token in meant.items():
        if token not in short and token[0] != "number":
            mistakes.note(at[word], f"needs a single word beside {word!r}")
    at_length = {plain(one): plain(more) for one, more in days.get("same", {}).items()}
    for one, more in at_length.items():
        unknown = [] if more in meant else [word for word in more.split() if not word.isdecimal() and word not in meant]
        if unknown:
            mistakes.note(f"same.{one}", f"{unknown[0]!r} stands nowhere above")
    for key, phrase, before in twice(days["asking"]):
        mistakes.note(key, f"{phrase!r} says something else in {before}: a phrase has one meaning")
    check_months(mistakes, "months", days["months"], file.parent.name)
    check_weekdays(mistakes, "weekdays", days["weekdays"], file.parent.name)
    mistakes.settle()
    long = sorted((word for word in meant if " " in word), key=len, reverse=True)
    phrases = {word: str(meant[word][1]) if meant[word][0] == "number" else short[meant[word]] for word in long}
    longest_first = dict(sorted(at_length.items(), key=lambda each: len(each[0]), reverse=True))
    hours, asking = pattern_of(days["hours"], meant), named(days["asking"])
    around: dict[str, Any] = {key: tuple(map(plain, days.get(key, ()))) for key in (*AROUND, *NEEDED)}
    around["reminding"] = RemindingWords.of(days.get("reminding", {}))
    return DayWords(meant, phrases, longest_first, tuple(days.get("endings", ())), hours, **around, asking=asking)


_pattern = cache(re.compile)


def _every_word(days: Mapping[str, Any]) -> Iterator[tuple[str, str, Token]]:
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
        **dict.fromkeys(NEEDED, _NAMES),
        "asking": ASKING,
        "hours": HOURS,
    },
    {
        "endings": several(_word, of="endings"),
        **dict.fromkeys(AROUND, _NAMES),
        "same": any_keys(text()),
        "reminding": REMINDING,
    },
)
