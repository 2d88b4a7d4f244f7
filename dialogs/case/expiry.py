"""The end of the days for which an untouched case is kept: of what its person was told, and when it comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Expiry:
    """How far it has come. It is gone once the person does anything."""

    due: datetime
    """When the next thing is to be done about it (UTC)."""
    warned: datetime | None = None
    """When the first warning was said."""
    warned_again: datetime | None = None
    """When the last warning was said, a day before the end."""
    refused: int = 0
    """How many first warnings Telegram did not take, because the person had blocked the bot."""
