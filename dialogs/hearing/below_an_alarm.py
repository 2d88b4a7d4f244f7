"""What is written below an alarm, the card of an emergency or of a wish to die: it is weighed against that card.

"It's a lot", "blue now" and "bye" say little alone, and below such a card they may say the worst. So whatever is not
plainly of the records, and does not say that help is there, that all is well or that somebody goes on, gets help again.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.case.case import Case
from dialogs.content.meanings import CRY, FAREWELL, GRAVER, GREETING, HELPED, TAKEN, THANKS, UNREACHED, WORSE
from dialogs.content.said import Said
from dialogs.effects import Turn
from dialogs.hearing import after_card, cards
from dialogs.hearing.of_the_work import OfTheWork
from dialogs.hearing.onward import CONTINUE, GO_ON
from dialogs.hearing.written import Written
from dialogs.understanding.safety import Heard, Kind, Sure

ALARMS = frozenset({Kind.EMERGENCY.value, Kind.CRISIS.value})
AGREES = ("yes",)


def alarm_above(case: Case) -> str:
    """The alarm that stands above a text; empty if none does."""
    card = after_card.card_above(case)
    return card if card in ALARMS else ""


def grows_graver(said: Said, text: str) -> str:
    """What a text below such a card tells of worse: the first of `GRAVER`, or nothing."""
    told = {kind for each in (said, *said.others) for kind in each.says(text, GRAVER)}
    return next((kind for kind in GRAVER if kind in told), "")


def believed(case: Case, said: Said, text: str, heard: Heard) -> Heard:
    """What is heard in a text below an alarm: what is only guessed is believed, and no less grave than the alarm is."""
    alarm = alarm_above(case)
    kind = heard.kind if heard.sure is Sure.HARD else Kind(alarm)
    is_graver = heard.kind is Kind.EMERGENCY or _card_of(alarm, grows_graver(said, text)) is Kind.EMERGENCY
    return Heard(Kind.EMERGENCY if is_graver else kind, Sure.HARD, heard.language)


@dataclass(frozen=True)
class BelowAnAlarm:
    """Goes before whoever thanks for what is told, and before all buttons: "it's done" presses none here."""

    work: OfTheWork

    def turn(self, written: Written) -> Turn | None:
        """The card once more, or where help is; None if it needs neither."""
        case, text = written.case, written.text
        if not after_card.card_above(case) or written.own_words.pressing.copied(case, text):
            return None
        graver, alarm = grows_graver(written.said, text), alarm_above(case)
        if kind := _card_of(alarm or self._sign_above(written), graver):
            return Turn(case, (cards.sure(Heard(kind, Sure.HARD), country=cards.country_of(case)),))
        if graver == WORSE or (graver == TAKEN and not self.work.is_below_a_guess(case, text)):
            return self._help(written)
        if not alarm or written.said.below_a_card(text) in (UNREACHED, HELPED):
            return None
        if written.presses.takes_back(text):  # "I was wrong" is said of what alarmed us, and undoes nothing here
            return after_card.answered(case, text, HELPED)
        return None if self._goes_on(written, alarm) else self._help(written)

    def _goes_on(self, written: Written, alarm: str) -> bool:
        """Whether a text is plainly of the records or of the chat, or agrees with what an emergency asks for."""
        case, text, presses, said = written.case, written.text, written.presses, written.said
        likely, kind = self.work.guesses.likely(text)[:1], said.is_no_answer(text)
        agrees = bool(presses.pressed(text, AGREES).key)
        asks_where = likely == (CONTINUE,) and presses.is_question(text)
        if asks_where or (presses.pressed(text, {GO_ON}).key and not agrees):
            return True
        if alarm == Kind.EMERGENCY:
            if kind == THANKS or (kind == GREETING and agrees):
                return True
            # "Losartan 50", "the disc came": below a wish to die it may tell what was taken.
            is_paper = any(map(written.screens.guide.record, likely)) or any(map(str.isdecimal, text))
            if is_paper and said.tells_of_a_record(text):
                return True
        return self.work.names_papers(case, text)

    @staticmethod
    def _sign_above(written: Written) -> str:
        """The plain sign of which a card was only guessed, if nothing else was said: its words are kept."""
        case = written.case
        is_guessed = after_card.card_above(case) == cards.MAYBE and case.texts
        return (written.own_words.ears.says_alone(case.texts[-1].text) or "") if is_guessed else ""

    @staticmethod
    def _help(written: Written) -> Turn:
        place = written.screens.journey.place(written.case) if written.may_answer else ""
        return after_card.answered(written.case, written.text, CRY, place)


def _card_of(alarm: str, graver: str) -> Kind | None:
    """The card that comes again, if a text tells worse: that of an emergency, if something was taken or is at hand."""
    if alarm == Kind.CRISIS:
        return {TAKEN: Kind.EMERGENCY, FAREWELL: Kind.CRISIS}.get(graver)
    return Kind.EMERGENCY if alarm == Kind.EMERGENCY and graver in (TAKEN, WORSE) else None
