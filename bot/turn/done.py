"""What comes of work: it is done, with what was kept and what happened; or it cannot be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from dialogs.events import Event


class NotNow(Exception):
    """It cannot be done now, through no fault of its own: it is tried again, and nothing is counted against it.

    `why` is for the log, in our own words; `wait` is how long to rest, if that is known: otherwise the pauses grow.
    """

    def __init__(self, why: str, wait: timedelta | None = None) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that now lies in the vault: its size in bytes and the SHA-256 of its plaintext."""

    document: int
    size: int
    sha256: str
    kind: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: the event to report, if any, and the file that was kept, if any."""

    event: Event | None = None
    kept: Kept | None = None
    made: tuple[Kept, ...] = ()
    """Files that were made by us, and that no row waited for."""
    read: Kept | None = None
    """What was read on a file, kept beside it."""
