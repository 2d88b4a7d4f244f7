"""What the patient wrote: of a record, in their own words; or a text that waits until they say what it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeldText:
    """One of them. `number` is what the buttons of its card carry."""

    number: int
    text: str
    place: str = ""
    """The question it may answer: the step at which it was written, as in `dialogs.journey.machine`; empty: none."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the patient wrote of a record themselves."""

    text: str
    day: str
    """When they wrote it (ISO 8601)."""
