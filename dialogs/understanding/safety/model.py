"""A table of weights, learned from the examples of content/, that guesses what is meant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt
from operator import add
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

from dialogs.understanding.safety.features import (
    ALONE,
    NEAR,
    PLACE,
    PLACES,
    REACH,
    SOUNDS,
    TWICE,
    Meaning,
    of_meaning,
    of_word,
    spellings,
)
from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.weights import KINDS, LANE, LANES, MIDDLE, packed

_WIDE = len(LANES) * LANE // 8
_unpacked = Struct(f"<{len(LANES)}I").unpack
_URGENT = len(URGENT)
_WITH_ONE, _WITH_TWO = 2 * TWICE, 3 * TWICE
"""Features of a word together with those before it."""
SHARE = 0.5
"""What the kinds say of "urgent or not" counts so much beside what was learned of that alone; by cross-validation."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model makes of some words."""

    kinds: tuple[float, ...]
    """How likely each kind is, in the order of `KINDS`; together 1."""
    urgent: float
    """How much speaks for any of the urgent ones: at 0 as much as against it."""


class Weighed(NamedTuple):
    """A word: what it weighs with its pieces, and what is needed to look it up together with the words behind it."""

    weight: int
    """Packed."""
    number: int
    """Of the features that this adds up."""
    written: bytes
    sounds: bytes
    before_a_word: int
    """The check sum with which that of this word and the next begins."""
    before_sounds: int
    before_the_next_but_one: int


class Behind(dict[int, int]):
    """What a meaning weighs, packed, behind each other, and alone: looked up when it is first asked for."""

    def __init__(self, table: Sequence[int], meaning: int) -> None:
        super().__init__()
        self.table, self.meaning = table, meaning

    def __missing__(self, other: int) -> int:
        self[other] = weight = self.table[of_meaning(other, self.meaning)]
        return weight


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

    common: frozenset[str] = frozenset()
    """Words that stand often in the examples: what they weigh is remembered. What anybody else writes is not."""
    _words: dict[str, Weighed] = field(default_factory=dict, init=False, repr=False)
    _meanings: dict[int, Behind] = field(default_factory=dict, init=False, repr=False)
    """What each meaning weighs behind each other."""

    def look_up(self, words: Iterable[str]) -> None:
        """Look up words before anybody waits for what they weigh."""
        for word in words:
            self._of_word(word)

    def weights(self, words: Sequence[str], meanings: Sequence[Meaning]) -> tuple[list[int], list[int]]:
        """For each word of a sentence what all that ends with it weighs, packed, and how much that is."""
        if not words:
            return [], []
        known, of_word = self._words, self._of_word
        read = [known.get(word) or of_word(word) for word in words]
        every_weight, every_number, written, sounds, before, before_sounds, before_next = zip(*read, strict=True)
        weights, numbers = list(every_weight), list(every_number)
        # From the second word on with the one before it, from the third on also with the one before that.
        pairs = list(map(add, self._looked_up(written[1:], before), self._looked_up(sounds[1:], before_sounds)))
        pairs[1:] = map(add, pairs[1:], self._looked_up(written[2:], before_next))
        weights[1:] = map(add, weights[1:], map(add, pairs, pairs))
        numbers[1:2] = [number + _WITH_ONE for number in numbers[1:2]]
        numbers[2:] = [number + _WITH_TWO for number in numbers[2:]]
        self._add_meanings(meanings, weights, numbers)
        return weights, numbers

    def _looked_up(self, words: Iterable[bytes], begun: Iterable[int]) -> Iterator[int]:
        """What words weigh together with others, with whose check sums theirs begin: without a loop of ours."""
        return map(self.table.__getitem__, map(PLACE.__and__, map(crc32, words, begun)))

    def _add_meanings(self, meanings: Sequence[Meaning], weights: list[int], numbers: list[int]) -> None:
        if not meanings:
            return
        places, names = zip(*meanings, strict=True)
        first = 0
        for number, (at, meaning) in enumerate(meanings):
            while at - places[first] > NEAR:
                first += 1
            near = names[max(first, number - REACH) : number]
            behind = self._meanings.get(meaning) or self._behind(meaning)
            weights[at] += TWICE * (behind[ALONE] + sum(map(behind.__getitem__, near)))
            numbers[at] += TWICE * (len(near) + 1)

    def _behind(self, meaning: int) -> Behind:
        self._meanings[meaning] = behind = Behind(self.table, meaning)
        behind[ALONE]  # from now on it is there, and not empty
        return behind

    def _of_word(self, word: str) -> Weighed:
        written, sounds = spellings(word)
        places = of_word(written, sounds)
        crc, sounds_crc = crc32(written), crc32(sounds, SOUNDS)
        weight = sum(map(self.table.__getitem__, places))
        found = Weighed(
            weight, len(places), written, sounds, crc32(b" ", crc), crc32(b" ", sounds_crc), crc32(b"_", crc)
        )
        if word in self.common:
            self._words[word] = found
        return found

    def scores(self, weight: int, number: int) -> Scores:
        """What so many features add up to."""
        if not number:
            return SILENCE
        by, nothing = 1 / sqrt(number), MIDDLE * number
        lanes = _unpacked(weight.to_bytes(_WIDE, "little"))
        *values, urgent = [
            bias + by * scale * (lane - nothing) for bias, scale, lane in zip(self.bias, self.scale, lanes, strict=True)
        ]
        most = max(values)
        raised = [exp(value - most) for value in values]
        is_urgent, is_not = sum(raised[:_URGENT]), sum(raised[_URGENT:])
        whole = sum(raised)
        by_kinds = log(is_urgent + LEAST) - log(is_not + LEAST)
        return Scores(tuple([each / whole for each in raised]), urgent + SHARE * by_kinds)


LEAST = 1e-9
"""Of nothing there is no logarithm."""
SILENCE = Scores(tuple(1.0 if kind is Kind.NONE else 0.0 for kind in KINDS), log(LEAST))
"""Where no word is looked at."""


def read_table(raw: bytes) -> Model:
    """A model from its file: a line of JSON, one of common words, then the weights. Raises ValueError if it is none."""
    head, _, rest = raw.partition(b"\n")
    listed, newline, weights = rest.partition(b"\n")
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
        frozenset(listed.decode().split()),
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
    words = " ".join(sorted(model.common))
    return b"\n".join((json.dumps(told, sort_keys=True).encode(), words.encode(), b"".join(lanes)))
