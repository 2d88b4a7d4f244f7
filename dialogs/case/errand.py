"""What a helper was asked to get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ErrandState = Literal["offered", "taken", "done", "returned"]


@dataclass(frozen=True, slots=True)
class Errand:
    """One record that a helper was asked to get: nothing else of the case is theirs to see."""

    number: int
    record: str
    state: ErrandState = "offered"
    helper: str = ""
    """The helper's first name as Telegram gives it, cleaned; empty until the link is opened."""
