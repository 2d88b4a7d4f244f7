"""What may be meant, though nobody said it plainly: a card stands beside the answer, and the words are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.asides import COMMANDS
from dialogs.case.case import Case
from dialogs.case.languages import spoken
from dialogs.content.meanings import HELPED
from dialogs.content.said import Said
from dialogs.events import Command, Event, Wrote, own_words, written
from dialogs.hearing import below_an_alarm, cards, halves, texts
from dialogs.hearing.first import First
from dialogs.hearing.named import Named
from dialogs.hearing.passwords import Passwords
from dialogs.journey.machine import Journey
from dialogs.receiving.sent import SentFile
from dialogs.understanding.safety import Ears


@dataclass(frozen=True)
class Guessing:
    """Guesses only at words that press nothing (`presses`) and may be no password."""

    ears: Ears
    said: Said
    journey: Journey
    passwords: Passwords
    named: Named
    presses: Callable[[Case, Wrote], bool]

    def listen(self, case: Case, event: Event) -> First | None:
        """The card, and the case that keeps what was written; None if nothing is guessed."""
        if isinstance(event, Command) and not event.words:
            return None  # one tap on the menu is no sentence
        heard = halves.heard(self.ears, case, event)
        if not heard.urgent or (isinstance(event, Wrote) and self._is_something_else(case, event)):
            return None
        line = self.ears.line(heard, spoken(case))
        goes_on = isinstance(event, SentFile) or (isinstance(event, Command) and event.name in COMMANDS)
        is_helped = self.said.below_a_card(own_words(event)) == HELPED
        if below_an_alarm.alarm_above(case) and not (is_helped and self.ears.guesses(written(event))):
            heard = below_an_alarm.believed(case, self.said, own_words(event), heard)
            return First(case, after=(cards.sure(heard, line, cards.country_of(case)),), alone=not goes_on)
        number = 0
        if isinstance(event, Wrote) and case.keeps_files is not None and self.journey.text_at(case.step) != "secret":
            # Below another question than the step's, or of somebody else, it answers nothing that could be named.
            place = "" if event.forwarded or case.asked else self.journey.place(case)
            case = texts.holding(case, event.text.strip(), place)
            number = case.texts_seen
        return First(case, after=(cards.unsure(line, number),), alone=not goes_on)

    def _is_something_else(self, case: Case, event: Wrote) -> bool:
        text = event.text.strip()
        if self.named.tells(case, event):
            return True
        if self.journey.text_at(case.step) == "secret":
            return len(text.split()) == 1
        return self.passwords.suspected(case, event) or (not event.forwarded and self.presses(case, event))
