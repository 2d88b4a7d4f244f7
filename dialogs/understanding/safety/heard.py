"""What was heard in a text: what kind of message it needs, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a text needs, the most urgent first."""

    EMERGENCY = "emergency"
    """May be an emergency: help is called now."""
    CRISIS = "crisis"
    """Somebody may not want to live, or may harm themselves."""
    CALL_TEAM = "call_team"
    """A sign of which the cancer team wants to know today."""
    NOT_OURS = "not_ours"
    """Nothing that must not wait, but nothing a helper with papers may answer: a result, a choice, fear."""
    NONE = "none"
    """Anything else."""


class Sure(StrEnum):
    """How surely it was heard."""

    HARD = "hard"
    """Said plainly: its message comes, whatever else the text is."""
    SOFT = "soft"
    """It may be meant: its message is offered beside the answer."""


URGENT = (Kind.EMERGENCY, Kind.CRISIS, Kind.CALL_TEAM)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in a text."""

    kind: Kind = Kind.NONE
    sure: Sure | None = None
    """None if nothing was heard, and only then."""
    language: str = ""
    """The language in which it was heard; empty if nothing was."""

    @property
    def urgent(self) -> bool:
        """Whether it must not wait."""
        return self.kind in URGENT


NOTHING = Heard()
