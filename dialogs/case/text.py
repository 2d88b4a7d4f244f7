"""A text that was no answer to anything, and waits until the patient says what it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeldText:
    """One of them. `number` is what the buttons of its card carry."""

    number: int
    text: str
    place: str = ""
    """The question it may answer: the step at which it was written, as in `dialogs.journey.machine`; empty: none."""
