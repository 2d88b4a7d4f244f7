"""One way to say something in plain words: the phrases that stand in it, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.content.phrases import NO_PHRASES, Phrases, Text, plain


@dataclass(frozen=True, slots=True)
class Saying:
    """One way to say something."""

    all: tuple[Phrases, ...] = ()
    """Each of these lists has a phrase in it."""
    begins: re.Pattern[str] | None = None
    """It begins with a word of the first list, and behind it stands one of the second."""
    only: Phrases | None = None
    """Nothing else stands in it than these words and courtesies."""
    unless: Phrases = NO_PHRASES
    """Not if one of these stands anywhere in the text."""
    example: str = ""

    def fits(self, said: Text, courtesy: Phrases) -> bool:
        if self.begins and not self.begins.match(said.text):
            return False
        if not all(group.found(said) for group in self.all):
            return False
        if self.only is None:
            return True
        rest = said.text
        for phrases in (*self.all, self.only, courtesy):
            rest = phrases.taken_out(rest)
        return not rest.strip()


def saying(known: Mapping[str, Any]) -> Saying:
    """One way, as it is written in content."""
    begins = " ".join(f"(?:{'|'.join(map(re.escape, map(plain, group)))})" for group in known.get("begins", ()))
    return Saying(
        tuple(map(Phrases, known.get("all", ()))),
        re.compile(begins + r"(?!\w)") if begins else None,
        Phrases(known["only"]) if "only" in known else None,
        Phrases(known.get("unless", ())),
        known["example"],
    )


def secret_told(words: Iterable[str], links: Iterable[str]) -> re.Pattern[str] | None:
    """A word for a password, and behind it what it is; `links`: what says that it is, beside a colon."""
    either, is_it = ("|".join(map(re.escape, each)) for each in (words, links))
    told = rf"(?<!\w)(?:{either})(?!\w)[^.!?\n]{{0,30}}?(?:(?<!\w)(?:{is_it})(?!\w)|[:=])\s*\S"
    return re.compile(told, re.IGNORECASE) if either else None
