"""What is heard before anything is answered, at every step: what must not wait, and the plainest wishes of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogs.asides import COMMANDS
from dialogs.case.case import Case
from dialogs.content.safety import Safety, urgent
from dialogs.content.said import DELETE, GONE, STOP, Said
from dialogs.effects import Effect, Keyboard, Say, Turn, aside
from dialogs.events import Command, Edited, Event, SentOther, Wrote, own_words, written
from dialogs.receiving.sent import SentFile
from dialogs.roads.reminders import schedule

HERE: Keyboard = ((aside("here", "continue"),),)
"""Back to the very step, wherever that is, by a new message."""
DELETION: Keyboard = ((aside("delete"),),)


@dataclass(frozen=True, slots=True)
class First:
    """What comes before the answer to an event."""

    case: Case
    effects: tuple[Effect, ...]
    alone: bool
    """Nothing else is said."""


@dataclass(frozen=True)
class Hearing:
    """Listens to the words of every event, wherever they stand in it. `deletion` asks about deleting everything."""

    safety: Safety
    said: Said
    deletion: Callable[[Case], Turn]

    def listen(self, case: Case, event: Event, is_label: bool = False) -> First | None:
        """What comes first; None if nothing in it needs to. What just stands on a button is the button's to answer."""
        said = written(event)
        if not said:  # a tap, mostly
            return None
        own = "" if is_label or is_bare_command(event) else own_words(event)
        heard, meanings = self.safety.heard(said), self.said.meanings(own)
        if not heard and not meanings & {DELETE, GONE, STOP}:
            return None
        effects: list[Effect] = []
        if meanings & {STOP, GONE}:
            case = schedule.stopped(case)
            if GONE in meanings or DELETE not in meanings:
                effects.append(Say("gone" if GONE in meanings else "stopped", buttons=DELETION, quiet=True))
        if DELETE in meanings:
            asked = self.deletion(case)
            case, effects = asked.case, [*effects, *asked.effects]
        if heard:  # last: nothing stands below it
            effects.append(urgent(heard, HERE))
        # A file is kept whatever is written under it, and a command of ours is obeyed.
        goes_on = isinstance(event, SentFile) or (
            isinstance(event, Command) and event.name in COMMANDS and not meanings
        )
        return First(case, tuple(effects), alone=not goes_on)


def is_bare_command(event: Event) -> bool:
    """A command of ours and nothing else; "/stop" is none of ours, but a word."""
    return isinstance(event, Command) and event.name in COMMANDS and not event.words


def only_writes(event: Event) -> bool:
    """Nothing is done with it but to say something."""
    return isinstance(event, Command | Wrote | SentOther | Edited) and not is_bare_command(event)


def before(first: First | None, turn: Turn) -> Turn:
    """A turn with what comes first in front of it."""
    return replace(turn, effects=(*first.effects, *turn.effects)) if first else turn
