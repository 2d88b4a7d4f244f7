"""What the journey and the screens know of a road: its rows, its things, its buttons. They know no road by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.effects import Keyboard
from dialogs.journey.table import Row

CHOICES = ("*",)
"""The row of a layout in whose place the choices stand; without one they stand first."""
Layout = Mapping[str, tuple[tuple[str, ...], ...]]
"""The moves of each step, in rows as they stand under its message."""
Text = Literal["decision", "question", "record", "word", "day", "secret"]
"""What a text is at a step that takes one: the decision; a question for the doctor; what is known of a record; a name,
a number or a line; a day or a place, which is read and neither kept nor shown; or a password."""


@dataclass(frozen=True, slots=True)
class Things:
    """The files, requests or letters of a road: what its cards are about, and their buttons name (decisions/0026)."""

    openings: Mapping[str, frozenset[str]]
    """Of a list of things, the moves whose argument names one: they are open on every list that was ever shown."""
    steps: frozenset[str] = frozenset()
    """The steps that are about one of them."""
    looked_at: Callable[[Case], str] = lambda case: ""
    """The name of the one that the patient looks at."""
    look_at: Callable[[Case, str], Case | None] = lambda case, name: None
    """The case looking at another; None if there is none of that name."""


@dataclass(frozen=True, slots=True)
class Way:
    """The steps of one road, and what is shown there. A step of a record is named by what comes behind the record."""

    rows: Callable[[Guide], Iterator[Row]]
    """Its moves, in the order in which they are tried."""
    layout: Layout
    values: Callable[[Guide, Case], dict[str, Any]] = lambda guide, case: {}
    """The values of the message of the step where the patient stands."""
    choices: Callable[[Guide, Case, date | None], Keyboard] = lambda guide, case, month: ()
    """The buttons of that step that are no moves, or moves of which there are many."""
    argument: Callable[[Case, str], str] = lambda case, move: ""
    """What a move does beyond its name: the same button does the same thing, however often it is tapped."""
    detours: Mapping[str, str] = field(default_factory=dict)
    """The moves that lead there from every step, and back."""
    leaves: frozenset[str] = frozenset()
    """Other moves after which a patient comes back to the step they made them at."""
    takes_text: Mapping[str, Text] = field(default_factory=dict)
    """The steps at which a text is an answer."""
    placeholders: Mapping[str, str] = field(default_factory=dict)
    """What the field says at a step that has no buttons but waits for a text, a key of [placeholder]."""
    pages: frozenset[str] = frozenset()
    """Steps on which nothing is asked: who goes on where they were goes back to the path."""
    things: Things | None = None
    formerly: Callable[[Guide], Mapping[str, tuple[str, str]]] = lambda guide: {}
    """What steps were called before this version: the step that each is now, and the one it returns to."""
    sayable: frozenset[str] = frozenset()
    """Moves that can be said where they are open, though their buttons wait behind another."""
    confirms: frozenset[str] = frozenset()
    """Moves that cannot be taken back: they count below the question that is asked now, and nowhere else."""
