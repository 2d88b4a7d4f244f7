"""What a text is most likely about, by the model: looked at as a whole, sentence by sentence, and piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.model import KINDS, Model, Scores, Weight
from dialogs.understanding.safety.understood import Read

PIECE, STEP = 16, 8
"""Words of a piece of a long sentence, and from one piece to the next: dictation knows no full stops."""
WHOLE = 40
"""Words that are looked at as a whole, at most: of more, many small doubts would add up to a certainty."""

_EMERGENCY, _CRISIS, _CALL_TEAM, _NOT_OURS = (KINDS.index(kind) for kind in KINDS[:4])

NOTHING: Weight = (0, 0)
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
    weights = [weight for each in sentences for weight in model.weights(each.words, each.meanings)]
    silent = _silenced(sentences)
    every = list(accumulate(weights, _and, initial=NOTHING))
    live = (
        list(accumulate((NOTHING if at in silent else each for at, each in enumerate(weights)), _and, initial=NOTHING))
        if silent
        else every
    )
    for start, end in (*stretches([len(each.words) for each in sentences]), *_heard_by_rules(sentences)):
        scores = model.scores(live[end][0] - live[start][0], live[end][1] - live[start][1])
        if silent and any(start <= at < end for at in silent):
            whole = model.scores(every[end][0] - every[start][0], every[end][1] - every[start][1])
            scores = _both(scores, whole)
        yield scores


def _and(one: Weight, other: Weight) -> Weight:
    return one[0] + other[0], one[1] + other[1]


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
