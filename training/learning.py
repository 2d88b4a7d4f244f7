"""The model learned from examples, and what it is worth on those it did not learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy

from dialogs.content.examples import Example
from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.features import features
from dialogs.understanding.safety.guess import Guess, guess, stretches
from dialogs.understanding.safety.heard import URGENT, Kind
from dialogs.understanding.safety.understood import Read
from dialogs.understanding.safety.weights import KINDS
from training.around import surrounded
from training.fitting import SEED, Fitted, fit
from training.mutations import left_out, swapped
from training.rows import rows

FOLDS = 5
WEIGHT_OF_PARTS, WEIGHT_OF_SLIPS, WEIGHT_OF_SURROUNDED = 0.5, 0.5, 0.3
"""What counts beside a whole example: a part of one that is not urgent, for none of its parts is; one with a slip; and
one with what people write around everything (decisions/0059)."""
FEWEST_WORDS, MOST_WORDS = 3, 10
"""Of a part that counts, and of an ordinary text that stands beside another."""
Group = tuple[str, str]
"""The language of examples, and what they are about."""


@dataclass(frozen=True)
class Lesson:
    """What is learned from one example: its features, those of its parts and mutations, each with its weight."""

    kind: int
    group: Group
    looked_at: tuple[tuple[list[int], float], ...]


def lesson(ears: Ears, example: Example, read: list[Read], number: int, beside: Sequence[str] = ()) -> Lesson:
    """What is learned from an example, as it was read, by its number: which letters slip is drawn from that."""
    looked_at = [(_features(read), 1.0)]
    if example.kind not in URGENT:
        looked_at += [(part, WEIGHT_OF_PARTS) for part in _parts(read)]
    random = Random(f"{SEED} {number}")
    slipped = random.choice((swapped, left_out))(example.text, random)
    if slipped != example.text:
        looked_at.append((_features(ears.read(slipped)), WEIGHT_OF_SLIPS))
    around = surrounded(example.text, example.language, random, ordinary=beside)
    if around != example.text:
        looked_at.append((_features(ears.read(around)), WEIGHT_OF_SURROUNDED))
    return Lesson(KINDS.index(example.kind), group_of(example), tuple(each for each in looked_at if each[0]))


def group_of(example: Example) -> Group:
    return example.language, example.about


def parted(groups: Iterable[Group]) -> dict[Group, int]:
    """In which fifth each group is: what it is learned beside is of the same."""
    ordered = sorted({*groups})
    Random(SEED).shuffle(ordered)
    return {group: number % FOLDS for number, group in enumerate(ordered)}


def beside(examples: Sequence[Example]) -> dict[Group, list[str]]:
    """By group, the short ordinary texts that may stand beside its examples: those of its language and its fifth."""
    folds = parted(map(group_of, examples))
    ordinary: dict[tuple[str, int], list[str]] = {}
    for each in examples:
        if each.kind is Kind.NONE and not each.looks_alike and FEWEST_WORDS <= len(each.text.split()) <= MOST_WORDS:
            ordinary.setdefault((each.language, folds[group_of(each)]), []).append(each.text)
    return {group: ordinary.get((group[0], fold), []) for group, fold in folds.items()}


def learned(lessons: Sequence[Lesson]) -> Fitted:
    every = [(features, each.kind, weight) for each in lessons for features, weight in each.looked_at]
    features, kinds, weights = zip(*every, strict=True)
    return fit(rows(features), numpy.array(kinds), numpy.array(weights))


def cross_validated(lessons: Sequence[Lesson], read: Sequence[list[Read]]) -> list[Guess]:
    """What a model that learned from other groups makes of each example: texts of one group are often alike."""
    folds = parted(each.group for each in lessons)
    guessed: dict[int, Guess] = {}
    for fold in range(FOLDS):
        apart = {group for group, its in folds.items() if its == fold}
        kept_back = [number for number, each in enumerate(lessons) if each.group in apart]
        known = sorted(set(range(len(lessons))) - set(kept_back))
        model = learned([lessons[each] for each in known]).model({})
        guessed |= {each: guess(model, read[each]) for each in kept_back}
    return [guessed[each] for each in range(len(lessons))]


def _features(read: list[Read]) -> list[int]:
    return [place for each in read for word in features(each.words, each.meanings) for place in word]


def _parts(read: list[Read]) -> Iterator[list[int]]:
    """Just what the model is shown of a text beside the whole of it; and the parts of sentences."""
    looked_at = [word for each in read for word in features(each.words, each.meanings)]
    _, *stretched = stretches([len(each.words) for each in read])
    start = 0
    for each in read:
        parts = each.clauses if len(each.clauses) > 1 else []
        stretched += [(start + part.start, start + part.end) for part in parts if part.end - part.start >= FEWEST_WORDS]
        start += len(each.words)
    for begin, end in dict.fromkeys(stretched):
        yield [place for word in looked_at[begin:end] for place in word]
