"""Texts as they come out of a hurried thumb: the same words with a slip, shouted, without a mark, in two messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

SHORTEST = 4
"""Letters of a word in which a slip leaves it to be guessed."""


def swapped(text: str, random: Random) -> str:
    """Two letters of one word changed places."""
    return _slip(text, random, lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :])


def left_out(text: str, random: Random) -> str:
    """A letter of one word is missing."""
    return _slip(text, random, lambda word, at: word[:at] + word[at + 1 :])


def shouted(text: str, _: Random) -> str:
    return text.upper()


def unmarked(text: str, _: Random) -> str:
    """As dictation gives it: no capitals, no marks."""
    return " ".join(
        re.sub(r"[^\w\s°%]|(?<!\d)[.,]|[.,](?!\d)", " ", text.replace("'", "").replace("’", "")).lower().split()
    )


def _slip(text: str, random: Random, change: Callable[[str, int], str]) -> str:
    words = [match for match in re.finditer(r"[^\W\d_]+", text) if len(match[0]) >= SHORTEST]
    if not words:
        return text
    word = random.choice(words)
    at = random.randrange(1, len(word[0]) - 1)
    return text[: word.start()] + change(word[0], at) + text[word.end() :]


SLIPS: dict[str, Callable[[str, Random], str]] = {
    "two letters swapped": swapped,
    "a letter left out": left_out,
    "all capitals": shouted,
    "no marks": unmarked,
}

THEN_AND_NOW = {
    "en": ("last year i had a cold, and now {}", "last year {}", "what if {}"),
    "es": ("el año pasado tuve gripe, y ahora {}", "el año pasado {}", "qué pasa si {}"),
    "ar": ("السنة الماضية كنت مريضا والآن {}", "السنة الماضية {}", "ماذا لو {}"),
}
"""By language: a sign of now behind an old one; the same as an old one; and only supposed."""


def halves(text: str) -> tuple[str, str]:
    """A text sent in two messages, parted in its middle."""
    words = text.split()
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])
