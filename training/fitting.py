"""Weights fitted to rows, and rounded to a byte each: the same rows give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from dialogs.understanding.safety.model import KINDS, MIDDLE, Model, packed

SEED = 46
BOUND = 1e-5
"""How much the weights are held back; chosen by cross-validation."""
ROUNDS = 30
"""How often every row is looked at. One row after another, on one core: the same rows give the same weights."""
CLIPPED = 0.9995
"""The share of the weights that fit into a byte; the few above are cut."""


@dataclass(frozen=True)
class Fitted:
    """A table, before its thresholds are known."""

    lanes: tuple[bytes, ...]
    bias: tuple[float, ...]
    scale: float

    def model(self, thresholds: dict[str, float]) -> Model:
        return Model(packed(self.lanes), self.bias, self.scale, thresholds)


def fit(rows: csr_matrix, kinds: numpy.ndarray, weights: numpy.ndarray) -> Fitted:
    """The table for rows of which the kinds are known, by their numbers; every kind must be among them."""
    learner = SGDClassifier(
        loss="log_loss",
        alpha=BOUND,
        max_iter=ROUNDS,
        tol=None,
        average=True,
        random_state=SEED,
        class_weight="balanced",
    )
    learner.fit(rows, kinds, sample_weight=weights)
    if len(learner.classes_) != len(KINDS):
        raise ValueError("there are kinds of which there is no example")
    table = learner.coef_ - learner.coef_.mean(axis=0)
    scale = float(numpy.quantile(numpy.abs(table[table != 0]), CLIPPED)) / (MIDDLE - 1)
    rounded = numpy.clip(numpy.rint(table / scale), 1 - MIDDLE, MIDDLE - 1) + MIDDLE
    lanes = tuple(lane.astype(numpy.uint8).tobytes() for lane in rounded)
    return Fitted(lanes, tuple(round(float(each), 4) for each in learner.intercept_), round(scale, 6))
