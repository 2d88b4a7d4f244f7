"""One request for a record: asked of a hospital, from the day it was made to the day it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HOWS = ("by_portal", "by_phone", "by_letter", "in_person")
"""The ways to ask for a record."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request for a record, from the day it was made to the day it is answered. Days are ISO 8601, or empty."""

    number: int
    record: str
    whom: str = ""
    """Whom the patient asked, in their own line."""
    when: str = ""
    how: str = ""
    """One of `HOWS`, or empty."""
    reference: str = ""
    promised: str = ""
    chased: tuple[str, ...] = ()
    """The days on which the patient asked again."""
    state: Literal["waiting", "arrived", "refused"] = "waiting"
    told: int = 0
    """The last day of the legal time of which the patient was told: 10, 25 or 30."""

    @property
    def waiting(self) -> bool:
        return self.state == "waiting"
