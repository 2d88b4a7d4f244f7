"""A table of weights, learned from the examples of content/, that guesses what is meant."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt
from typing import Any

from dialogs.understanding.safety.features import (
    ALONE,
    NEAR,
    PLACES,
    REACH,
    TWICE,
    Meaning,
    Spellings,
    beside,
    of_meaning,
    of_word,
    spellings,
)
from dialogs.understanding.safety.heard import URGENT, Kind

KINDS = tuple(Kind)
LANES = (*KINDS, "urgent")
"""What each place has a weight for: every kind, and whether it is any of the urgent ones."""
LANE = 32
"""Bits that one of the lanes has in a place of the table: the weights of all are added at once."""
STEPS = 127
"""A weight is written as a byte, from 1 to 255; the square of its distance from 128 is what it weighs. So a few weights
may be great, and most, that are small, are still told apart."""
MIDDLE = 2**14
"""What a weight of nothing is packed as: no number in a lane may fall below 0."""

Weight = tuple[int, int]
"""What some features add up to, packed, and how many they are."""
SHARE = 0.5
"""What the kinds say of "urgent or not" counts so much beside what was learned of that alone; by cross-validation."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model makes of some words."""

    kinds: tuple[float, ...]
    """How likely each kind is, in the order of `KINDS`; together 1."""
    urgent: float
    """How much speaks for any of the urgent ones: at 0 as much as against it."""


@dataclass(frozen=True, eq=False)
class Model:
    """What was learned: for each place a weight a lane, packed into one number."""

    table: Sequence[int]
    bias: Sequence[float]
    scale: Sequence[float]
    """What a weight of 1 is worth in each lane."""
    thresholds: dict[str, float]
    learned_from: str = ""
    """The mark of the examples and words that it was learned from."""

    known: frozenset[str] = frozenset()
    """Words of the examples: what they weigh is remembered. What anybody else writes is not."""
    _words: dict[str, tuple[Weight, Spellings]] = field(default_factory=dict, init=False, repr=False)
    _meanings: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict), init=False, repr=False)
    """What each meaning weighs behind each other."""

    def weights(self, words: Sequence[str], meanings: Sequence[Meaning]) -> list[Weight]:
        """For each word of a sentence what all that ends with it weighs, and how much that is."""
        known = self._words
        looked_up = [known.get(word) or self._of_word(word) for word in words]
        found = [weight for weight, _ in looked_up]
        spelled = [spelling for _, spelling in looked_up]
        table = self.table
        for at in range(1, len(words)):
            weight, number = found[at]
            first, second, *third = beside(spelled, at)
            pairs = table[first] + table[second] + (table[third[0]] if third else 0)
            found[at] = weight + TWICE * pairs, number + TWICE * (2 + len(third))
        for place, (at, meaning) in enumerate(meanings):
            near = [other for before, other in meanings[max(0, place - REACH) : place] if at - before <= NEAR]
            with_it = self._meanings[meaning]
            weight, number = found[at]
            for other in (ALONE, *near):
                if other not in with_it:
                    with_it[other] = self.table[of_meaning(other, meaning)]
                weight += TWICE * with_it[other]
            found[at] = weight, number + TWICE * (len(near) + 1)
        return found

    def _of_word(self, word: str) -> tuple[Weight, Spellings]:
        spelling = spellings(word)
        places = of_word(*spelling)
        found = (sum([self.table[place] for place in places]), len(places)), spelling
        if word in self.known:
            self._words[word] = found
        return found

    def scores(self, weight: int, number: int) -> Scores:
        """What so many features add up to."""
        if not number:
            return SILENCE
        by, mask = 1 / sqrt(number), (1 << LANE) - 1
        *values, urgent = [
            bias + by * scale * (((weight >> (LANE * lane)) & mask) - MIDDLE * number)
            for lane, (bias, scale) in enumerate(zip(self.bias, self.scale, strict=True))
        ]
        most = max(values)
        raised = [exp(value - most) for value in values]
        whole = sum(raised)
        by_kinds = log(sum(raised[: len(URGENT)]) + LEAST) - log(sum(raised[len(URGENT) :]) + LEAST)
        return Scores(tuple(each / whole for each in raised), urgent + SHARE * by_kinds)


LEAST = 1e-9
"""Of nothing there is no logarithm."""
SILENCE = Scores(tuple(1.0 if kind is Kind.NONE else 0.0 for kind in KINDS), log(LEAST))
"""Where no word is looked at."""


def packed(lanes: Sequence[bytes]) -> list[int]:
    """The table from the weights of each lane, one byte a place."""
    wide, step = len(lanes) * LANE // 8, LANE // 8
    laid_out = bytearray(wide * len(lanes[0]))
    weighed = [MIDDLE + (byte - STEPS - 1) * abs(byte - STEPS - 1) for byte in range(256)]
    low, high = bytes(each % 256 for each in weighed), bytes(each // 256 for each in weighed)
    for lane, weights in enumerate(lanes):
        laid_out[lane * step :: wide] = weights.translate(low)
        laid_out[lane * step + 1 :: wide] = weights.translate(high)
    places = (bytes(laid_out[at : at + wide]) for at in range(0, len(laid_out), wide))
    silent = MIDDLE.to_bytes(step, "little") * len(lanes)
    nothing = int.from_bytes(silent, "little")  # one number for all the places that weigh nothing: some megabytes
    return [nothing if each == silent else int.from_bytes(each, "little") for each in places]


def read_table(raw: bytes) -> Model:
    """A model from its file: a line of JSON, one of words, then the weights. Raises ValueError if it is none."""
    head, _, rest = raw.partition(b"\n")
    words, newline, weights = rest.partition(b"\n")
    told: dict[str, Any] = json.loads(head)
    if not newline or len(weights) != PLACES * len(LANES) or told["lanes"] != list(LANES):
        raise ValueError("has not the size of a table for these kinds")
    lanes = [weights[lane * PLACES : (lane + 1) * PLACES] for lane in range(len(LANES))]
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
        "lanes": list(LANES),
        "bias": list(model.bias),
        "scale": list(model.scale),
        "thresholds": model.thresholds,
        "learned_from": model.learned_from,
    }
    return b"\n".join(
        (json.dumps(told, sort_keys=True).encode(), " ".join(sorted(model.known)).encode(), b"".join(lanes))
    )
