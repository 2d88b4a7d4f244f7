"""A clock that can be skipped ahead, so that a reminder due in a week can be seen today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Clock:
    """The rehearsal's time: the computer's, plus what was skipped."""

    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """Return the present moment of the rehearsal, in UTC."""
        return datetime.now(UTC) + self.ahead

    def unix(self) -> int:
        """Return the present moment as Telegram writes dates: whole seconds since 1970."""
        return int(self.now().timestamp())
