"""Logs that an operator can read and that hold nothing of a patient: no text, no name, no id, no token."""

from __future__ import annotations

import logging
import traceback

SILENCED = (
    *("httpx", "httpcore", "telegram", "telegram.ext", "aiohttp", "asyncio", "uvicorn"),
    *("sqlalchemy", "alembic", "transitions", "PIL"),
)
"""Libraries that write tokens (in URLs), whole updates or statement parameters: they speak of warnings only."""


def where_from(error: BaseException) -> str:
    """What kind of error it is and where it came from, without what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join([type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))])


class _NoArguments(logging.Formatter):
    """Prints where an exception came from, but not what it says: its message may hold a patient's words."""

    def formatException(self, ei) -> str:  # type: ignore[no-untyped-def]
        return where_from(ei[1])


def set_up(level: str) -> None:
    """Send our own log lines to standard error, and silence everybody else's below a warning."""
    handler = logging.StreamHandler()
    handler.setFormatter(_NoArguments("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in SILENCED:
        logging.getLogger(name).setLevel(logging.CRITICAL)
