"""What a turn asks for about files: all of it takes its time, and what comes of it is an event."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fetch:
    """Fetch a file from Telegram, look at it, keep it if it is readable, and report `Inspected`."""

    document: int
    file_id: str


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take a file out of one that holds it, look at it, keep it if it is readable, and report `Inspected`."""

    document: int
    container: int
    place: str


@dataclass(frozen=True, slots=True)
class Look:
    """Look at a kept file once more, as soon as that is possible, and report `Inspected`."""

    document: int


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase one file for good, and its row."""

    document: int


@dataclass(frozen=True, slots=True)
class Read:
    """Read what is printed on a picture of a paper, however long that takes, and report `TextRead`."""

    document: int
    first: int = 1
    """The page to begin at."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """Try a password on a locked file, once, and report `Inspected`. It is written down nowhere."""

    document: int
    password: str = field(repr=False)
