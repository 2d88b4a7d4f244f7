"""The way a patient came: each question that they left."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 20
"""Questions one can go back to: more than a guide asks."""


@dataclass(frozen=True, slots=True)
class Left:
    """A question that was answered or passed over; going back to it takes the answer back, for it was open before."""

    step: str
    requests: int = 0
    """How many requests there had been."""
    request: int = 0
