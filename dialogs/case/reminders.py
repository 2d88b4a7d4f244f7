"""When a patient wants to be reminded, and of what not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reminders:
    """The reminders a patient asked for. `due` is empty while they are paused or when the last one was sent."""

    every_days: int
    left: int
    due: datetime | None
    unanswered: int = 0
    """How many were sent since the patient last did anything."""
    wanted: datetime | None = None
    """When the next one would come, were every hour of every day open."""
    last: datetime | None = None
    """When the last one was sent."""
    about: str = ""
    """What the last one was about: the key of a record, or the number of a request."""
    from_hour: int = 9
    to_hour: int = 20
    """The hours, in the patient's own time, between which a reminder may come."""
    quiet_until: str = ""
    """The first day (ISO 8601) after a time in which the patient wants to be left in peace."""
    days_off: tuple[str, ...] = ()
    """Days of treatment, on which none comes."""
    stopped: tuple[str, ...] = ()
    """What no reminder should be about any more."""
    weekdays_off: tuple[int, ...] = ()
    """Days of the week on which none comes, 0 for Monday: as they were told in words."""
