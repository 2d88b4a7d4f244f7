"""What is heard before anything is answered, at every step: what must not wait, and the plainest wishes of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.asides import COMMANDS
from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.languages import spoken
from dialogs.content.meanings import DELETE, GONE, HELPED, LOST, ON_ITS_WAY, STOP
from dialogs.content.said import Said
from dialogs.effects import Effect, Keyboard, Say, Turn, aside
from dialogs.events import Command, Edited, Event, SentOther, Wrote, own_words, written
from dialogs.hearing import after_card, below_an_alarm, bereaved, cards, halves
from dialogs.hearing.about_papers import AboutPapers
from dialogs.hearing.named import Named
from dialogs.receiving.sent import SentFile
from dialogs.roads.reminders import schedule
from dialogs.understanding.safety import NOTHING, Ears, Kind, Sure

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
    """Listens to the words of every event, wherever they stand in it.

    `deletion` asks about deleting everything, `delete` does it; `place` is where a text would be an answer.
    """

    ears: Ears
    said: Said
    named: Named
    deletion: Callable[[Case], Turn]
    delete: Callable[[Case], Turn]
    place: Callable[[Case], str]

    def listen(self, case: Case, event: Event, is_label: bool = False) -> First | None:
        """What is said plainly; None if nothing is. What just stands on a button is the button's to answer."""
        said = written(event)
        if not said:  # a tap, mostly
            return None
        own = "" if is_label or is_bare_command(event) else own_words(event)
        heard, meanings = halves.heard(self.ears, case, event), self.said.meanings(own)
        if heard.urgent:  # "she's gone cold": a card, even a guessed one, goes before what is only guessed
            meanings -= {LOST}
        is_below_a_card = bool(after_card.card_above(case))
        if is_below_a_card and self.said.below_a_card(own) == HELPED:
            meanings -= {STOP}  # "stopped now, is ok" is said of the bleeding
        is_below_an_alarm = bool(below_an_alarm.alarm_above(case))
        if is_below_an_alarm and below_an_alarm.grows_graver(self.said, own):
            meanings -= {STOP}  # "leave me alone", below a wish to die, ends nothing
        is_coming = is_below_a_card and self.said.is_all(own, ON_ITS_WAY)
        if self.ears.says_alone(own) is Kind.CRISIS:
            meanings -= {GONE}  # "I want to be with my wife, she died": for now it is of the one who writes
        is_no_cry = is_coming or self.named.tells(case, event) or AboutPapers(self.ears, self.said).goes_on(case, own)
        if heard.sure is not Sure.HARD or not heard.urgent or is_no_cry:
            heard = NOTHING
        elif is_below_an_alarm:  # "I have a rope", below a wish to die, is an emergency
            heard = below_an_alarm.believed(case, self.said, own, heard)
        if heard is NOTHING and not meanings & {DELETE, GONE, LOST, STOP}:
            return None
        if heard is NOTHING and meanings == {DELETE} and self._confirms(case, own):
            deleted = self.delete(case)
            return First(deleted.case, deleted.effects, alone=True)
        before: list[Effect] = []
        if self._is_asked_kindly(case, meanings):
            plainly, lives_on = GONE in meanings, self.said.lives_on(own)
            case, asked = bereaved.asked(case, own, self._place(case, own), plainly, pauses=plainly and not lives_on)
            before.append(asked)
        elif meanings & {STOP, GONE}:
            case = schedule.stopped(case)
            if GONE in meanings or DELETE not in meanings:
                before.append(Say("gone" if GONE in meanings else "stopped", buttons=DELETION, quiet=True))
        if DELETE in meanings:
            confirm = self.deletion(case)
            case, before = confirm.case, [*before, *confirm.effects]
        line = self.ears.line(heard, spoken(case))
        card = () if heard is NOTHING else (cards.sure(heard, line, cards.country_of(case)),)
        # A file is kept whatever is written under it; a command of ours is obeyed, but not below a card.
        is_ours = isinstance(event, Command) and event.name in COMMANDS and not meanings and not card
        return First(case, tuple(before), card, alone=not (is_ours or isinstance(event, SentFile)))

    def _place(self, case: Case, text: str) -> str:
        """Where such a text would be an answer, too: who tells what they take since then."""
        tells_of_themselves = self.said.lives_on(text) and self.said.tells_of_a_record(text)
        return self.place(case) if tells_of_themselves else ""

    @staticmethod
    def _confirms(case: Case, text: str) -> bool:
        """Whether who was asked whether to delete everything says what is to go; the same sent twice is no answer."""
        return case.asked == "delete_confirm" and not case.half_said.endswith(text.strip())

    @staticmethod
    def _is_asked_kindly(case: Case, meanings: frozenset[str]) -> bool:
        """Whether somebody may be dead, and nobody knows who: only who gathers another's records tells it of them."""
        if meanings & {STOP, DELETE}:
            return False
        return not case.for_another if GONE in meanings else LOST in meanings


def is_bare_command(event: Event) -> bool:
    """A command of ours and nothing else; "/stop" is none of ours, but a word."""
    return isinstance(event, Command) and event.name in COMMANDS and not event.words


def only_writes(event: Event) -> bool:
    """Nothing is done with it but to say something."""
    return isinstance(event, Command | Wrote | SentOther | Edited) and not is_bare_command(event)
