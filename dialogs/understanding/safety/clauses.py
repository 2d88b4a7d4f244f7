"""The parts of a sentence, and which of them are about something that happens now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dialogs.understanding.safety.letters import CLAUSE_ENDS, SENTENCE_ENDS


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words one after another, and the places at which a mark parts them."""

    words: list[str]
    breaks: frozenset[int]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, from one place to another."""

    start: int
    end: int
    live: bool
    """It is about now, as far as can be told: not long ago, not "what if", not what a report says."""


def sentences(tokens: Iterable[str]) -> list[Sentence]:
    """The sentences of a text, by its marks."""
    found: list[Sentence] = []
    words: list[str] = []
    breaks: set[int] = set()
    for token in (*tokens, "\n"):
        if token in SENTENCE_ENDS:
            if words:
                found.append(Sentence(words, frozenset(breaks)))
            words, breaks = [], set()
        elif token in CLAUSE_ENDS:
            breaks.add(len(words))
        else:
            words.append(token)
    return found


@dataclass(frozen=True, slots=True)
class Marks:
    """Where in a sentence words of scope stand, by their kinds."""

    now: frozenset[int]
    past: frozenset[int]
    what_if: frozenset[int]
    told: frozenset[int]
    joins: frozenset[int]
    turns: frozenset[int]
    here: frozenset[int]


def clauses(length: int, breaks: frozenset[int], marks: Marks) -> list[Clause]:
    """The parts of a sentence of so many words.

    What is long ago, told or supposed silences its own part, and those behind it, until one speaks of now. "What if"
    goes on until "but" or a mark; what was and what was read also end where somebody is, or has, or cannot.
    """
    parted = {0, *(at for at in breaks | marks.joins | marks.turns if 0 < at < length)}
    starts = sorted(at for at in parted if at == 0 or at - 1 not in parted)  # "and now" begins one part, not two
    found: list[Clause] = []
    carried = ""
    for start, end in zip(starts, [*starts[1:], length], strict=True):
        here = range(start, end)
        if not marks.now.isdisjoint(here):
            carried = ""
        elif not marks.what_if.isdisjoint(here):
            carried = "what_if"
        elif not marks.past.isdisjoint(here):
            carried = "past"
        elif not marks.told.isdisjoint(here):
            carried = "told"
        elif not marks.turns.isdisjoint((start, start + 1)) or (
            carried and not marks.here.isdisjoint(here) and (carried != "what_if" or start in breaks)
        ):
            carried = ""
        found.append(Clause(start, end, not carried))
    return found


def joined(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Stretches of a sentence that are about now: one part, and two beside each other."""
    live = [(each.start, each.end) for each in clauses if each.live]
    beside = [(a[0], b[1]) for a, b in pairwise(live) if a[1] == b[0]]
    return [*live, *beside]
