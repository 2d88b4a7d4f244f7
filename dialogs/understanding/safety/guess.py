"""What a text is most likely about, by the model: looked at as a whole, sentence by sentence, and piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogs.understanding.safety.clauses import Clause
from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.model import KINDS, Model, Scores

PIECE, STEP = 16, 8
"""Words of a piece of a long sentence, and from one piece to the next: dictation knows no full stops."""

_EMERGENCY, _CRISIS, _CALL_TEAM, _NOT_OURS = (KINDS.index(kind) for kind in KINDS[:4])

Sentences = Sequence[tuple[list[list[int]], list[Clause]]]
"""Of each sentence what the model looks at behind each word, and its parts."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How likely a text is urgent, of which kind if it is, and how likely it is a question for the doctor."""

    urgent: float
    kind: Kind
    not_ours: float


def guess(model: Model, sentences: Sentences) -> Guess:
    """The most that any part of a text says."""
    every = list(windows(model, sentences))
    best = max(every, key=lambda scores: sum(scores[: len(URGENT)]))
    kind = max(URGENT, key=lambda each: best[KINDS.index(each)])
    return Guess(sum(best[: len(URGENT)]), kind, max(scores[_NOT_OURS] for scores in every))


def windows(model: Model, sentences: Sentences) -> Iterator[Scores]:
    """What the model makes of a text, and of each part of it that may say something else than the rest."""
    everything = [word for words, _ in sentences for word in words]
    silent = _silenced(sentences)
    all_sums, all_numbers = model.sums(everything)
    live_sums, live_numbers = (
        model.sums([[] if at in silent else word for at, word in enumerate(everything)])
        if silent
        else (all_sums, all_numbers)
    )
    for start, end in _stretches([len(words) for words, _ in sentences]):
        scores = model.scores(live_sums[end] - live_sums[start], live_numbers[end] - live_numbers[start])
        if silent and any(start <= at < end for at in silent):
            whole = model.scores(all_sums[end] - all_sums[start], all_numbers[end] - all_numbers[start])
            scores = _both(scores, whole)
        yield scores


def _both(live: Scores, whole: Scores) -> Scores:
    """Signs of illness count where they are about now; a wish to die and a question count wherever they stand."""
    apart = (live[_EMERGENCY], whole[_CRISIS], live[_CALL_TEAM], whole[_NOT_OURS])
    return (*apart, max(0.0, 1 - sum(apart)))


def _silenced(sentences: Sentences) -> set[int]:
    """The words, counted through the text, that are not about now."""
    silent: set[int] = set()
    at = 0
    for words, parts in sentences:
        silent.update(at + word for part in parts if not part.live for word in range(part.start, part.end))
        at += len(words)
    return silent


def _stretches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where a text is looked at."""
    yield 0, sum(lengths)
    start = 0
    for length in lengths:
        if len(lengths) > 1:
            yield start, start + length
        if length > PIECE + STEP // 2:
            yield from ((at, min(at + PIECE, start + length)) for at in range(start, start + length - STEP, STEP))
        start += length
