"""Examples as rows of numbers, just as the ears see a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt

import numpy
from scipy.sparse import csr_matrix

from dialogs.understanding.safety.features import PLACES


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
