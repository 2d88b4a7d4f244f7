"""How a language is spoken here: turns that are never said, and how much is read at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dialogs.content.shapes import Place, read, several, table, tables, text, whole

NAME = "style.toml"
MOST = 999
"""Words or buttons that nothing ever has: a limit of so many is none."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that are not said, and what is said in their place."""

    pattern: re.Pattern[str] | None
    instead: str
    unless: re.Pattern[str] | None = None
    """Where they may stand all the same, as "on paper"."""

    def found(self, said: str) -> str:
        """The words as they stand there; "" if they do not."""
        spared = [each.span() for each in self.unless.finditer(said)] if self.unless else []
        for match in self.pattern.finditer(said) if self.pattern else ():
            if not any(begin <= match.start() and match.end() <= end for begin, end in spared):
                return match[0]
        return ""


@dataclass(frozen=True, slots=True)
class Style:
    """What a language keeps to."""

    never: tuple[Turn, ...] = ()
    most_words: int = MOST
    most_buttons: int = MOST
    words_of: Mapping[str, int] = field(default_factory=dict)
    """Messages with a limit of their own: lists, and what is looked up on purpose."""
    buttons_of: Mapping[str, int] = field(default_factory=dict)
    """Cards with a limit of their own, such as one with all that can be done with a file."""

    def turns(self, said: str) -> Iterator[tuple[str, str]]:
        """The words of a text that are not to be said, each with what is said in its place."""
        for turn in self.never:
            if found := turn.found(said):
                yield found, turn.instead


def read_style(file: Path, messages: frozenset[str]) -> Style:
    """Read and check style.toml; a language without one keeps to nothing. Raises `ContentError`."""
    if not file.exists():
        return Style()
    limit = table({}, dict.fromkeys(sorted(messages), whole(1, MOST)))
    written = read(
        file,
        table(
            {"most_words": whole(1, MOST), "most_buttons": whole(1, MOST), "never": tables(_NEVER, "never")},
            {"words_of": limit, "buttons_of": limit},
        ),
    )
    return Style(
        tuple(_turn(each) for each in written["never"]),
        written["most_words"],
        written["most_buttons"],
        written.get("words_of", {}),
        written.get("buttons_of", {}),
    )


def _turn(written: Mapping[str, Any]) -> Turn:
    return Turn(_any_of(written["say"]), written["instead"], _any_of(written.get("unless", ())))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Phrases as they may stand in a text: a star is any ending, any space will do; a command's name is none."""
    words = (r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()) for phrase in phrases)
    found = "|".join(words)
    return re.compile(rf"(?<![\w/])(?:{found})(?!\w)", re.IGNORECASE) if found else None


def _phrase(place: Place, value: Any) -> Any:
    if isinstance(value, str) and value.strip(" *") and value == value.strip():
        return value
    return place.wrong("should be words in quotes")


_NEVER = table(
    {"say": several(_phrase, least=1, distinct=True), "instead": text()},
    {"unless": several(_phrase, of="words in which it may stand")},
)
