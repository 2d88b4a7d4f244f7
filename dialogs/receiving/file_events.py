"""What can happen to a file on its way, beside that it was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.case.facts import Facts


@dataclass(frozen=True, slots=True)
class StillFetching:
    """A file cannot be fetched yet, through no fault of its own; it is tried again and again."""

    at: datetime
    document: int


@dataclass(frozen=True, slots=True)
class TextRead:
    """What is printed on a picture of a paper was read."""

    at: datetime
    document: int
    facts: Facts
    stands: int | None = None
    """Degrees clockwise by which a photo is to be turned, as its print was read best; None: it was not told."""
    first: int = 1
    until: int = 0
    """The pages that were read, counted from 1; 0: it was not told."""
