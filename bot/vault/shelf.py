"""What keeps sealed bytes: a folder (`folder.py`) or an object store (`objects/`); neither has a key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO, Protocol

from bot.vault.content import Content
from bot.vault.names import Address

MARK = "identity"
"""The name under which a vault's mark lies (`bot.vault.mark`)."""
Name = tuple[str, int]
"""A document: its case's id and its number."""


class Part(Protocol):
    """A sealed document on its way: written, put where it is safe, and only then kept."""

    def write(self, data: bytes) -> None:
        """Take the next sealed bytes; raises OSError, after which only `discard` is left."""

    def seal(self) -> None:
        """Have all of it where no crash can lose it; raises OSError if that failed, and is not tried again."""

    def open(self) -> BinaryIO:
        """What was sealed, as it lies there; raises FileNotFoundError if the case was erased meanwhile."""

    def keep(self, content: Content, *, replaces: bool) -> None:
        """Make it the document; raises FileNotFoundError if the case was erased meanwhile."""

    def discard(self) -> None:
        """Remove what was written, unless it was kept; may come at any time, and waits for a call under way."""


class Shelf(Protocol):
    """Every method blocks, and raises OSError (`VaultAway` among them) when the disk or the store fails."""

    is_shared: bool
    """Whether other bots may write here at the same time."""

    def is_there(self) -> bool:
        """Whether there is a place at all; nothing is made or changed."""

    def make(self) -> None:
        """Make the place where there is none, and note whether it is marked."""

    def is_away(self) -> bool:
        """Whether it is not where it was: so looks a disk that is not mounted, or a store that does not answer."""

    def require_here(self) -> None:
        """Raise `VaultAway` where what was marked is marked no more."""

    def mark(self) -> bytes | None:
        """What lies there as its mark."""

    def put_mark(self, mark: bytes) -> None:
        """Replace its mark, whole or not at all."""

    def holds(self) -> bool:
        """Whether a patient's file lies there, or was set aside."""

    def begin(self, address: Address) -> Part:
        """Begin to take a document in."""

    def open(self, address: Address, tag: str) -> BinaryIO:
        """A kept document; of several the one with this tag (`Content.tag`), or without one what was kept last.

        Raises FileNotFoundError if there is none.
        """

    def contents(self, case_id: str | None = None) -> Iterator[Name]:
        """Every kept document, or those of one case, in no particular order."""

    def written_before(self, address: Address, moment: datetime) -> bool:
        """Whether a document is kept that was last written before a moment."""

    def erase(self, case_id: str, document: int | None) -> None:
        """Remove a document, or all of a case, for good: kept, half-written or set aside."""

    def note_deleted(self, case_id: str) -> None:
        """Note for ever that a case was deleted, where this outlives the machine of the bot."""

    def deleted(self) -> set[str]:
        """The cases that were noted as deleted here."""

    def sweep(self, older_than: datetime) -> int:
        """Remove what was left half-written, last written before a moment; how many documents that were."""

    def half_written(self, older_than: datetime) -> int:
        """How many documents were left half-written before a moment."""

    def set_aside(self, address: Address) -> bool:
        """Move a kept document out of the way; False if it is not there."""

    def set_case_aside(self, case_id: str) -> int:
        """Move all kept documents of a case out of the way; how many there were."""

    def lying_aside(self) -> list[Name]:
        """Every document of which something is set aside."""

    def put_back(self, wanted: Content) -> bool:
        """Bring back what was set aside and has this content, unless that is kept; else what is kept is set aside."""

    def erase_set_aside(self, before: date) -> int:
        """Remove for good what was set aside before a day (UTC); how many documents that were."""

    def kept_twice(self) -> list[Name]:
        """Every document that is kept more than once."""

    def settle(self, wanted: Content, before: datetime) -> int:
        """Set aside what else is kept of a document, and was kept before a moment, if it is kept with this content."""
