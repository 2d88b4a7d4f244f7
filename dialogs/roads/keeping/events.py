"""What happens to what is kept, that the patient did not do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DaysRunOut:
    """The days for which an untouched case is kept are nearly over, or over."""

    at: datetime
    due: datetime
    acted: datetime | None = None
    """When the person last did anything, as the database has it; None: not known."""
    unsaid: bool = False
    """A warning still waits to be said."""


@dataclass(frozen=True, slots=True)
class EverythingGathered:
    """All that is kept can be sent: the numbers of the files in each part; `number` as in `GatherEverything`."""

    at: datetime
    number: int
    parts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class ExportFailed:
    """A part of all that is kept could not be made."""

    at: datetime


KeepingEvent = DaysRunOut | EverythingGathered | ExportFailed
