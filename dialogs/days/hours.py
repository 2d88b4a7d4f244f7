"""The hours in which a person may be written to: their own hours, in their own zone, on days they did not keep free."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

LOOK_AHEAD = 400
"""Days in which an open hour must be found: longer than anybody can keep free."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From `begins` until just before `ends`, by the clocks of `zone`; not on a day off, nor before `first_day`.

    `weekdays_off`: at most six, 0 for Monday.
    """

    zone: tzinfo
    begins: int = 9
    ends: int = 20
    first_day: date = date.min
    days_off: Collection[date] = field(default_factory=frozenset)
    weekdays_off: Collection[int] = ()

    def day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def open_at(self, moment: datetime) -> bool:
        local = moment.astimezone(self.zone)
        return (
            self.begins <= local.hour < self.ends
            and local.date() >= self.first_day
            and local.date() not in self.days_off
            and local.weekday() not in self.weekdays_off
        )

    def first(self, moment: datetime) -> datetime:
        """The first open moment (UTC) from this one on."""
        if self.open_at(moment):
            return moment.astimezone(UTC)
        day = max(self.day(moment), self.first_day)
        for ahead in range(LOOK_AHEAD):
            # Where clocks jump over this hour, or a whole day, the moment is elsewhere, and perhaps not open.
            begins = datetime.combine(day + timedelta(days=ahead), time(self.begins), self.zone).astimezone(UTC)
            if begins >= moment and self.open_at(begins):
                return begins
        raise ValueError("no hour is open")


def awake_at(moment: datetime) -> Hours:
    """Hours of somebody of whom we only know that they are awake at this time of day: then, and two hours on."""
    shift = 12 * 60 - (moment.astimezone(UTC).hour * 60 + moment.astimezone(UTC).minute)
    return Hours(timezone(timedelta(minutes=shift)), begins=12, ends=14)
