"""Weights fitted to rows, and rounded to a byte each: the same rows give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from dialogs.understanding.safety.heard import URGENT
from dialogs.understanding.safety.model import Model
from dialogs.understanding.safety.weights import KINDS, STEPS, packed

SEED = 46
BOUND = 3e-7
"""How much the weights are held back; chosen by cross-validation."""
ROUNDS = 24
"""How often every row is looked at. One row after another, on one core: the same rows give the same weights."""


@dataclass(frozen=True)
class Fitted:
    """A table, before its thresholds are known."""

    lanes: tuple[bytes, ...]
    bias: tuple[float, ...]
    scale: tuple[float, ...]

    def model(self, thresholds: dict[str, float]) -> Model:
        return Model(packed(self.lanes), self.bias, self.scale, thresholds)


def fit(rows: csr_matrix, kinds: numpy.ndarray, weights: numpy.ndarray) -> Fitted:
    """The table for rows of which the kinds are known, by their numbers; every kind must be among them."""
    by_kind, urgent = _learner(), _learner()
    by_kind.fit(rows, kinds, sample_weight=weights)
    if len(by_kind.classes_) != len(KINDS):
        raise ValueError("there are kinds of which there is no example")
    urgent.fit(rows, kinds < len(URGENT), sample_weight=weights)
    table = numpy.vstack((by_kind.coef_ - by_kind.coef_.mean(axis=0), urgent.coef_))
    bias = (*by_kind.intercept_, *urgent.intercept_)
    lanes, scales = zip(*map(_rounded, table), strict=True)
    return Fitted(lanes, tuple(round(float(each), 4) for each in bias), scales)


def _rounded(lane: numpy.ndarray) -> tuple[bytes, float]:
    """A byte for each weight, by its root, and what a weight of 1 is worth."""
    largest = float(numpy.abs(lane).max())
    steps = numpy.rint(numpy.sign(lane) * numpy.sqrt(numpy.abs(lane) / largest) * STEPS)
    return (steps + STEPS + 1).astype(numpy.uint8).tobytes(), round(largest / STEPS**2, 9)


def _learner() -> SGDClassifier:
    return SGDClassifier(
        loss="log_loss",
        alpha=BOUND,
        max_iter=ROUNDS,
        tol=None,
        average=True,
        random_state=SEED,
        class_weight="balanced",
    )
