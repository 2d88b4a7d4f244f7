"""What must not wait, said to somebody of whom nothing is known: a newcomer, or anybody while our database is away."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.content.presses import Presses
from dialogs.effects import Keyboard, Say
from dialogs.events import Command, Event, Pressed, Wrote, written
from dialogs.hearing import cards
from dialogs.understanding.safety import Ears, Sure


@dataclass(frozen=True)
class Caseless:
    """Answers without a case. It may be a helper who writes: no card names an illness."""

    ears: Ears
    presses: Presses

    def answer(self, event: Event, back: Keyboard = cards.HERE, language: str = "") -> Say | None:
        """The card that an event needs; None if nothing in it must not wait. `language`: that of their Telegram."""
        if self.asks_where_help_is(event):
            return cards.neutral(cards.unwell(cards.lines_for(self.ears.lines, language), back=back))
        heard = self.ears.hear(written(event))
        if not heard.urgent:
            return None
        if heard.sure is not Sure.HARD and isinstance(event, Command) and not event.words:
            return None  # one tap on the menu is no sentence
        if heard.sure is not Sure.HARD:
            return cards.unsure(self.ears.line(heard, language), back=back)
        return cards.neutral(cards.sure(heard, self.ears.line(heard, language), buttons=back))

    def away(self) -> Say:
        """What somebody is told whose messages cannot be taken for now; a tap comes through by a way of its own."""
        return Say("away", buttons=((cards.HELP,),), stays=True)

    def asks_where_help_is(self, event: Event) -> bool:
        """The command of the menu, the button below any card, or as much in words."""
        match event:
            case Command(name=cards.UNWELL, words=""):
                return True
            case Pressed(data=cards.HELP_DATA):
                return True
            case Wrote(text=text, forwarded=False):
                return self.presses.asks_for(text) == cards.UNWELL
        return False
