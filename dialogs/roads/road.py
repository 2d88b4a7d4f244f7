"""A road: one thing a patient can look after, in one declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field

from dialogs.case.case import Case
from dialogs.content.told import NOTHING_TOLD, Told
from dialogs.days.zones import Places
from dialogs.effects import Turn
from dialogs.events import Event
from dialogs.journey.road import Way
from dialogs.journey.screens import Screens
from dialogs.journey.taps import Tap
from dialogs.receiving.arrivals import Arrivals
from dialogs.roads.days_asked import DaysAsked

Messages = Mapping[str, Set[str]]
"""Messages by name, and the values that the template of each may use."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the roads work with."""

    screens: Screens
    arrivals: Arrivals
    asked: DaysAsked
    places: Places
    told: Told = NOTHING_TOLD
    days_kept: int = 90
    """For how many days after the person last did anything a case is kept; 0: for ever."""
    consent: int = 1
    """The version of what is agreed to, as the content has it."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a road makes of what happens; what it leaves out does not concern it."""

    press: Callable[[Case, str, str], Turn | None] = lambda case, move, argument: None
    """The turn after a tap at one of its steps; None if that move is not open here (an old button)."""
    write: Callable[[Case, str], Turn | None] = lambda case, text: None
    """The turn after a text at one of its steps; None if no text is asked for."""
    aside: Callable[[Case, Tap], Turn | None] = lambda case, tap: None
    """The turn after a tap on a button that works at any step; None if it is not its own, or means nothing any more."""
    arrive: Callable[[Case], Turn | None] = lambda case: None
    """The turn of a patient who comes to one of its steps by another road; None: its message is simply shown."""
    happened: Callable[[Case, Event], Turn | None] = lambda case, event: None
    """The turn after something that the patient did not do; None if it is no concern of this road."""
    settle: Callable[[Case, Turn, Event], Turn] = lambda before, turn, event: turn
    """What must hold after every turn: from the case before, the turn, and the event."""


@dataclass(frozen=True, slots=True)
class Road(Way):
    """A road: its way, its answers, and the words it needs."""

    answers: Callable[[Means], Answers] = lambda means: Answers()
    commands: Mapping[str, str] = field(default_factory=dict)
    """Its commands, and the detour that each of them is."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What can be asked for in words at any time and is no command, and the button that it is."""
    messages: Messages = field(default_factory=dict)
    """Its messages, and the values that their templates may use."""
    asks_aside: frozenset[str] = frozenset()
    """Messages after which a text is not the answer to the step that stood before them."""
    asks_more: frozenset[str] = frozenset()
    """Messages that ask the step's own question more closely."""
    buttons: frozenset[str] = frozenset()
    """The labels of its buttons that are no moves."""
