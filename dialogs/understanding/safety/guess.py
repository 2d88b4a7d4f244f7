"""What a text is most likely about, by the model: looked at as a whole, sentence by sentence, and piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log
from operator import mul

from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.model import Model, Scores
from dialogs.understanding.safety.understood import Read
from dialogs.understanding.safety.weights import KINDS

PIECE, STEP = 16, 8
"""Words of a piece of a long sentence, and from one piece to the next: dictation knows no full stops."""
WHOLE = 40
"""Words that are looked at as a whole, at most: of more, many small doubts would add up to a certainty."""

_EMERGENCY, _CRISIS, _CALL_TEAM, _NOT_OURS = (KINDS.index(kind) for kind in KINDS[:4])

DOUBT = 1.5
"""Every part that is looked at may be misheard once more: so much more must speak for the one that says most."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How much speaks for it that a text is urgent, of which kind if it is, and how likely it is for the doctor."""

    urgent: float
    """0 is as much for it as against it."""
    kind: Kind
    not_ours: float
    """From 0 to 1."""


def guess(model: Model, sentences: Sequence[Read]) -> Guess:
    """The most that any part of a text says."""
    every = list(windows(model, sentences))
    best = max(every, key=lambda scores: scores.urgent)
    kind = max(URGENT, key=lambda each: best.kinds[KINDS.index(each)])
    doubt = DOUBT * log(max(1, sum(1 for _ in stretches([len(each.words) for each in sentences]))))
    return Guess(best.urgent - doubt, kind, max(scores.kinds[_NOT_OURS] for scores in every))


def windows(model: Model, sentences: Sequence[Read]) -> Iterator[Scores]:
    """What the model makes of a text, and of each part of it that may say something else than the rest."""
    weights: list[int] = []
    numbers: list[int] = []
    for each in sentences:
        of_words, how_many = model.weights(each.words, each.meanings)
        weights += of_words
        numbers += how_many
    silent = _silenced(sentences)
    every = live = _summed(weights, numbers)
    if silent:
        heard = [at not in silent for at in range(len(weights))]
        live = _summed(list(map(mul, weights, heard)), list(map(mul, numbers, heard)))
    looked_at = (*stretches([len(each.words) for each in sentences]), *_heard_by_rules(sentences))
    for start, end in dict.fromkeys(looked_at):  # several rules often hear the same part
        scores = _between(model, live, start, end)
        if silent and not silent.isdisjoint(range(start, end)):
            scores = _both(scores, _between(model, every, start, end))
        yield scores
    yield from _by_themselves(model, sentences)


def _by_themselves(model: Model, sentences: Sequence[Read]) -> Iterator[Scores]:
    """What rules heard something in, as if nothing stood around it: "no Mayo, I want to die" is mostly about Mayo."""
    for each in sentences:
        for start, end in dict.fromkeys((start, end) for _, start, end in each.said):
            if end - start < len(each.words):
                meanings = [(at - start, meaning) for at, meaning in each.meanings if start <= at < end]
                weights, numbers = model.weights(each.words[start:end], meanings)
                yield model.scores(sum(weights), sum(numbers))


Sums = tuple[list[int], list[int]]
"""What all words before each place weigh, packed, and how many features that are."""


def _summed(weights: Sequence[int], numbers: Sequence[int]) -> Sums:
    return list(accumulate(weights, initial=0)), list(accumulate(numbers, initial=0))


def _between(model: Model, sums: Sums, start: int, end: int) -> Scores:
    weights, numbers = sums
    return model.scores(weights[end] - weights[start], numbers[end] - numbers[start])


def _both(live: Scores, whole: Scores) -> Scores:
    """Signs of illness count where they are about now; a wish to die and a question count wherever they stand."""
    if whole.urgent > live.urgent and whole.kinds[_CRISIS] == max(whole.kinds):
        return whole
    apart = (live.kinds[_EMERGENCY], whole.kinds[_CRISIS], live.kinds[_CALL_TEAM], whole.kinds[_NOT_OURS])
    return Scores((*apart, max(0.0, 1 - sum(apart))), live.urgent)


def _heard_by_rules(sentences: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Where rules heard something: what else stands in the sentence must not drown it."""
    at = 0
    for each in sentences:
        yield from ((at + start, at + end) for _, start, end in each.said)
        at += len(each.words)


def _silenced(sentences: Sequence[Read]) -> set[int]:
    """The words, counted through the text, that are not about now."""
    silent: set[int] = set()
    at = 0
    for each in sentences:
        silent.update(at + word for part in each.clauses if not part.live for word in range(part.start, part.end))
        at += len(each.words)
    return silent


def stretches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where a text is looked at."""
    if sum(lengths) <= WHOLE:
        yield 0, sum(lengths)
    start = 0
    for length in lengths:
        if length <= WHOLE and len(lengths) > 1:
            yield start, start + length
        if length > PIECE + STEP // 2:
            yield from ((at, min(at + PIECE, start + length)) for at in range(start, start + length - STEP, STEP))
        start += length
