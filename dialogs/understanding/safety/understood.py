"""A sentence as the ears understood it, before anything is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.understanding.safety.clauses import Clause
from dialogs.understanding.safety.features import Meaning
from dialogs.understanding.safety.rules import Rule


@dataclass(frozen=True, slots=True)
class Read:
    """Its words, its parts, what the words mean, and what rules heard in it."""

    words: Sequence[str]
    clauses: Sequence[Clause]
    meanings: Sequence[Meaning]
    """By number, in the order in which they stand."""
    said: Sequence[tuple[Rule, int, int]]
    """Each rule that heard something, and from where to where it did."""


def length(read: Sequence[Read]) -> int:
    """Words of a text."""
    return sum(len(each.words) for each in read)
