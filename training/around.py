"""What stands around a sign and says nothing of it: a greeting, an excuse, the question whether it can wait.

Nobody writes "fever of 102" alone. They write that they are sorry to bother anybody, and ask whether it can wait until
Monday; and all of that is written around a question about a disc of scans too. So some of it is put around every
example that is learned from, and other words of the same kinds are kept back to measure with.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from random import Random

Around = dict[str, tuple[str, ...]]

_PHRASES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
BEFORE, BEHIND, BEFORE_KEPT_BACK, BEHIND_KEPT_BACK = (
    {language: tuple(phrases) for language, phrases in _PHRASES[name].items()}
    for name in ("before", "behind", "before_kept_back", "behind_kept_back")
)
"""By language; those kept back are of the same kinds in other words, and are never learned from."""


def surrounded(
    text: str,
    language: str,
    random: Random,
    before: Around = BEFORE,
    behind: Around = BEHIND,
    ordinary: Sequence[str] = (),
) -> str:
    """A text with something before it, behind it, or both; as it is in a language of which nothing is known here.

    `ordinary`: texts about something else, of which one may stand there instead, as people say two things at once.
    """
    if language not in before:
        return text
    first, last = random.choice(((True, False), (False, True), (False, True), (True, True)))
    heads, tails = (ordinary, ordinary) if ordinary and random.random() < 0.5 else (before[language], behind[language])
    parts = (random.choice(heads) if first else "", text, random.choice(tails) if last else "")
    return " ".join(part for part in parts if part)
