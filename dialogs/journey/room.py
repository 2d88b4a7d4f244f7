"""What a road brings to the screens: where its buttons stand, and what its messages and buttons are filled with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.effects import Keyboard

CHOICES = ("*",)
"""The row of a layout in whose place the choices stand; without one they stand first."""


class Room(Protocol):
    """The screens of one road. A step of a record is named by what comes behind the record."""

    LAYOUT: Mapping[str, tuple[tuple[str, ...], ...]]
    """The moves of each step, in rows."""

    def values(self, guide: Guide, case: Case, /) -> dict[str, Any]:
        """The values of the message of the step where the patient stands."""

    def choices(self, guide: Guide, case: Case, month: date | None = None, /) -> Keyboard:
        """The buttons of that step that are no moves, or moves of which there are many."""

    def argument(self, case: Case, move: str, /) -> str:
        """What a move does beyond its name: the same button does the same thing, however often it is tapped."""
