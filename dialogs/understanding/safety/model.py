"""A table of weights, learned from the examples of content/, that guesses what is meant."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, sqrt
from typing import Any

from dialogs.understanding.safety.features import ALONE, NEAR, PLACES, REACH, Meaning, beside, of_meaning, of_word
from dialogs.understanding.safety.heard import Kind
from dialogs.understanding.safety.letters import in_bytes

KINDS = tuple(Kind)
LANE = 32
"""Bits a kind has in a place of the table: the weights of all kinds are added at once."""
MIDDLE = 128
"""A weight is written as a number from 1 to 255; this is nothing."""

Weight = tuple[int, int]
"""What some features add up to, packed, and how many they are."""
Scores = tuple[float, ...]
"""How likely each kind is, in the order of `KINDS`; together 1."""


@dataclass(frozen=True, eq=False)
class Model:
    """What was learned: for each place a weight a kind, packed into one number."""

    table: Sequence[int]
    bias: Sequence[float]
    scale: float
    """What a weight of 1 is worth."""
    thresholds: dict[str, float]
    learned_from: str = ""
    """The mark of the examples and words that it was learned from."""

    known: frozenset[str] = frozenset()
    """Words of the examples: what they weigh is remembered. What anybody else writes is not."""
    _words: dict[str, Weight] = field(default_factory=dict, init=False, repr=False)
    _meanings: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict), init=False, repr=False)
    """What each meaning weighs behind each other."""

    def weights(self, words: Sequence[str], meanings: Sequence[Meaning]) -> list[Weight]:
        """For each word of a sentence what all that ends with it weighs, and how much that is."""
        found = [self._of_word(word) for word in words]
        spelled = [in_bytes(word) for word in words]
        table = self.table
        for at in range(1, len(words)):
            places = beside(spelled, at)
            weight, number = found[at]
            found[at] = weight + sum([table[place] for place in places]), number + len(places)
        for place, (at, meaning) in enumerate(meanings):
            near = [other for before, other in meanings[max(0, place - REACH) : place] if at - before <= NEAR]
            with_it = self._meanings[meaning]
            weight, number = found[at]
            for other in (ALONE, *near):
                if other not in with_it:
                    with_it[other] = self.table[of_meaning(other, meaning)]
                weight += 2 * with_it[other]
            found[at] = weight, number + 2 * (len(near) + 1)
        return found

    def _of_word(self, word: str) -> Weight:
        if (known := self._words.get(word)) is not None:
            return known
        places = of_word(in_bytes(word))
        weight = sum([self.table[place] for place in places]), len(places)
        if word in self.known:
            self._words[word] = weight
        return weight

    def scores(self, weight: int, number: int) -> Scores:
        """How likely each kind is, from what so many features add up to."""
        if not number:
            return tuple(1.0 if kind is Kind.NONE else 0.0 for kind in KINDS)
        by = self.scale / sqrt(number)
        mask = (1 << LANE) - 1
        values = [
            bias + by * (((weight >> (LANE * lane)) & mask) - MIDDLE * number) for lane, bias in enumerate(self.bias)
        ]
        most = max(values)
        raised = [exp(value - most) for value in values]
        whole = sum(raised)
        return tuple(each / whole for each in raised)


def packed(lanes: Sequence[bytes]) -> list[int]:
    """The table from the weights of each kind, one byte a place."""
    known: dict[int, int] = {}
    table = []
    for weights in zip(*lanes, strict=True):
        number = sum(weight << (LANE * lane) for lane, weight in enumerate(weights))
        table.append(known.setdefault(number, number))
    return table


def read_table(raw: bytes) -> Model:
    """A model from its file: a line of JSON, one of words, then the weights. Raises ValueError if it is none."""
    head, _, rest = raw.partition(b"\n")
    words, newline, weights = rest.partition(b"\n")
    told: dict[str, Any] = json.loads(head)
    if not newline or len(weights) != PLACES * len(KINDS) or told["kinds"] != list(KINDS):
        raise ValueError("has not the size of a table for these kinds")
    lanes = [weights[lane * PLACES : (lane + 1) * PLACES] for lane in range(len(KINDS))]
    return Model(
        packed(lanes),
        told["bias"],
        told["scale"],
        told["thresholds"],
        told["learned_from"],
        frozenset(words.decode().split()),
    )


def written(model: Model, lanes: Sequence[bytes]) -> bytes:
    """The file of a model."""
    told = {
        "kinds": list(KINDS),
        "bias": list(model.bias),
        "scale": model.scale,
        "thresholds": model.thresholds,
        "learned_from": model.learned_from,
    }
    return b"\n".join(
        (json.dumps(told, sort_keys=True).encode(), " ".join(sorted(model.known)).encode(), b"".join(lanes))
    )
