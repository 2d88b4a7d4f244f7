"""How much of what stands on invented papers is read, and how much of what is read stands there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.documents.recognition import Rules, facts_of
from dialogs.case.facts import Facts

HERE = Path(__file__).parent
FACTS = (
    "record", "also", "date", "status", "patient", "born", "identifiers", "institution", "pages_missing", "pointers",
)  # fmt: skip


@dataclass(frozen=True)
class Score:
    """Precision is right / said; recall is right / printed."""

    right: int = 0
    said: int = 0
    printed: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.printed if self.printed else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.said + other.said, self.printed + other.printed)


def papers(half: str) -> list[dict[str, Any]]:
    """The papers of "tuned" or "held_out"."""
    return tomllib.loads((HERE / f"{half}.toml").read_text(encoding="utf-8"))["paper"]


def pages(paper: Mapping[str, Any]) -> list[str]:
    return paper["text"].split("=====\n")


def score(fact: str, expected: Any, facts: Facts) -> Score:
    """One fact of one paper. Of several values each counts; a pointer is right if it quotes what was expected."""
    said = getattr(facts, fact)
    if isinstance(said, tuple):
        wanted = list(expected or ())
        if fact == "pointers":
            found = sum(any(want in line for line in said) for want in wanted)
            return Score(found, found + sum(not any(want in line for want in wanted) for line in said), len(wanted))
        return Score(sum(each in wanted for each in said), len(said), len(wanted))
    expected = expected or ""
    same = said.casefold() == expected.casefold()
    return Score(int(bool(said) and same), int(bool(said)), int(bool(expected)))


def measured(half: str, rules: Rules) -> dict[str, Score]:
    total = {fact: Score() for fact in FACTS}
    for paper in papers(half):
        facts = facts_of(pages(paper), rules)
        for fact in FACTS:
            total[fact] += score(fact, paper.get(fact), facts)
    return total


def mistakes(half: str, rules: Rules) -> Iterable[str]:
    """What was read otherwise than it is printed, for whoever mends the rules; never of the held-out half."""
    for paper in papers(half):
        facts = facts_of(pages(paper), rules)
        for fact in FACTS:
            each = score(fact, paper.get(fact), facts)
            if each != Score(each.printed, each.printed, each.printed):
                yield f"{paper['name']}: {fact}: {getattr(facts, fact)!r} instead of {paper.get(fact, '')!r}"
