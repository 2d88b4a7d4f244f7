"""A file that somebody sent, as it comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

TELEGRAM_LIMIT = 20 << 20
"""Bytes of a file that a bot can download (Bot API, getFile)."""
LOCAL_LIMIT = 2_000_000_000
"""Bytes of a file where the operator runs a Bot API server with `--local`: below what can be sent back (2000 MB)."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """The patient sent a photo or a file. `size` is in bytes, as Telegram claims it (0: not told)."""

    at: datetime
    file_id: str
    name: str
    size: int
    album: str
    """Shared by the files that were sent together; never empty."""
    caption: str = ""
    quote: str = ""
    message: int = 0
    """Which message of the patient's chat it is, so that an answer can point at it (0: unknown)."""
