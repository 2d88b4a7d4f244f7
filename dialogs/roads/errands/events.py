"""What can happen to an errand: what its helper does, and its end. The patient's case hears of it as of all else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.receiving.sent import SentFile


@dataclass(frozen=True, slots=True)
class HelperTook:
    """Somebody opened the link. `helper` is their first name, cleaned, or empty."""

    at: datetime
    errand: int
    helper: str


@dataclass(frozen=True, slots=True)
class HelperDid:
    """The helper says that it is done."""

    at: datetime
    errand: int


@dataclass(frozen=True, slots=True)
class HelperSent:
    """The helper sent a file for it, no larger than a bot can download."""

    at: datetime
    errand: int
    file: SentFile


@dataclass(frozen=True, slots=True)
class HelperReturned:
    """The helper cannot do it."""

    at: datetime
    errand: int


@dataclass(frozen=True, slots=True)
class HelperLeft:
    """The helper had everything deleted that we held about them: their name has to go."""

    at: datetime
    errand: int


@dataclass(frozen=True, slots=True)
class ErrandOver:
    """The time of its link, or of the errand, has passed."""

    at: datetime
    errand: int


@dataclass(frozen=True, slots=True)
class OwnLink:
    """The patient opened the link that is meant for a helper."""

    at: datetime


ErrandEvent = HelperTook | HelperDid | HelperSent | HelperReturned | HelperLeft | ErrandOver | OwnLink
