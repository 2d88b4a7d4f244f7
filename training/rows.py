"""Examples as rows of numbers, just as the ears see a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt

import numpy
from scipy.sparse import csr_matrix

from dialogs.understanding.safety.ears import Ears
from dialogs.understanding.safety.features import PLACES


def places(ears: Ears, text: str, live: bool = False) -> list[int]:
    """What the model looks at in a text; `live`: only in the parts of it that are about now."""
    return [
        place
        for sentence in ears.read(text)
        for clause in sentence.clauses
        if clause.live or not live
        for word in sentence.features[clause.start : clause.end]
        for place in word
    ]


def rows(texts: Iterable[list[int]]) -> csr_matrix:
    """One row a text: how often each place is looked at, for texts of every length alike."""
    data: list[float] = []
    columns: list[int] = []
    starts = [0]
    for looked_at in texts:
        counted = Counter(looked_at)
        columns += counted.keys()
        data += [number / sqrt(len(looked_at)) for number in counted.values()]
        starts.append(len(columns))
    return csr_matrix((data, columns, starts), shape=(len(starts) - 1, PLACES), dtype=numpy.float64)
