"""What is heard before anything is answered, at every step: what must not wait, and the plainest wishes of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.asides import COMMANDS
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.languages import spoken
from dialogs.content.said import DELETE, GONE, STOP, Said
from dialogs.effects import Effect, Keyboard, Say, Turn, aside
from dialogs.events import Command, Edited, Event, SentOther, Wrote, own_words, written
from dialogs.hearing import cards, halves
from dialogs.hearing.named import Named
from dialogs.receiving.sent import SentFile
from dialogs.roads.reminders import schedule
from dialogs.understanding.safety import NOTHING, Ears, Sure

DELETION: Keyboard = ((aside("delete"),),)


@dataclass(frozen=True, slots=True)
class First:
    """What is said beside the answer to an event, or instead of it."""

    case: Case
    before: tuple[Effect, ...] = ()
    after: tuple[Effect, ...] = ()
    """The card that must not wait: nothing stands below it."""
    alone: bool = False
    """Nothing else is said."""

    def around(self, turn: Turn) -> Turn:
        """An answer, with what comes before and after it."""
        return replace(turn, effects=(*self.before, *turn.effects, *self.after))


@dataclass(frozen=True)
class Hearing:
    """Listens to the words of every event, wherever they stand in it. `deletion` asks about deleting everything."""

    ears: Ears
    said: Said
    named: Named
    deletion: Callable[[Case], Turn]

    def listen(self, case: Case, event: Event, is_label: bool = False) -> First | None:
        """What is said plainly; None if nothing is. What just stands on a button is the button's to answer."""
        said = written(event)
        if not said:  # a tap, mostly
            return None
        own = "" if is_label or is_bare_command(event) else own_words(event)
        heard, meanings = halves.heard(self.ears, case, event), self.said.meanings(own)
        if self._is_bereaved(case, meanings, own):
            meanings -= {GONE}
        if heard.sure is not Sure.HARD or not heard.urgent or self.named.tells(case, event):
            heard = NOTHING
        if heard is NOTHING and not meanings & {DELETE, GONE, STOP}:
            return None
        before: list[Effect] = []
        if meanings & {STOP, GONE}:
            case = schedule.stopped(case)
            if GONE in meanings or DELETE not in meanings:
                before.append(Say("gone" if GONE in meanings else "stopped", buttons=DELETION, quiet=True))
        if DELETE in meanings:
            asked = self.deletion(case)
            case, before = asked.case, [*before, *asked.effects]
        line = self.ears.line(heard, spoken(case))
        card = () if heard is NOTHING else (cards.sure(heard, line, cards.country_of(case)),)
        # A file is kept whatever is written under it; a command of ours is obeyed, but not below a card.
        is_ours = isinstance(event, Command) and event.name in COMMANDS and not meanings and not card
        return First(case, tuple(before), card, alone=not (is_ours or isinstance(event, SentFile)))

    def _is_bereaved(self, case: Case, meanings: frozenset[str], text: str) -> bool:
        """Whether whoever gathers their own records tells of another's death: theirs go on."""
        is_another = GONE in meanings and not meanings & {STOP, DELETE} and not case.for_another
        return is_another and self.said.lives_on(text)


def is_bare_command(event: Event) -> bool:
    """A command of ours and nothing else; "/stop" is none of ours, but a word."""
    return isinstance(event, Command) and event.name in COMMANDS and not event.words


def only_writes(event: Event) -> bool:
    """Nothing is done with it but to say something."""
    return isinstance(event, Command | Wrote | SentOther | Edited) and not is_bare_command(event)
