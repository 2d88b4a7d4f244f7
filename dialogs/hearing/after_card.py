"""What is written below a card that must not wait: nobody answers, help is there, it is over. The step stays."""

from __future__ import annotations

from datetime import timedelta

from dialogs.case.case import Case
from dialogs.content.meanings import CRY, GREETING, HELPED, QUESTION, THANKS, UNREACHED
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.events import Event, Wrote
from dialogs.hearing import texts
from dialogs.hearing.cards import CARDS, HELP, HERE, MAYBE, country_of
from dialogs.understanding.safety import Kind

IN_NEED = frozenset({UNREACHED, CRY, QUESTION})
"""Whoever tells one of these is told once more whom to call."""
AFTER_CARD = "after_card"
LASTS = timedelta(hours=12)
"""What is written later begins something new, and is no word on what was said on the card."""
_AFTER = "after_"


def asked_after(asked: str) -> str:
    """What is asked once such a text was met: the same card, which was answered."""
    return asked if asked.startswith(_AFTER) else _AFTER + asked


def card_above(case: Case) -> str:
    """The card that stands above a text, whether it was answered or not; empty if none does."""
    card = case.asked.removeprefix(_AFTER)
    return card if card in CARDS else ""


def is_answered(case: Case) -> bool:
    """Whether a text was met there already: only who is still in need is met once more."""
    return bool(card_above(case)) and case.asked.startswith(_AFTER)


def is_over(case: Case, event: Event) -> bool:
    """Whether a text comes so late that it is about something else than the card above it."""
    return isinstance(event, Wrote) and bool(card_above(case)) and abs(event.at - case.heard) > LASTS


def is_below_one(case: Case, told: str) -> bool:
    """Whether a text that presses nothing answers such a card. `told`: what it says, of `NoAnswer`.

    What was only guessed may have been about the records: a greeting or a question goes on with them.
    """
    card = card_above(case)
    goes_on = (GREETING, QUESTION, THANKS) if card == MAYBE else (THANKS,)
    return bool(card) and told not in goes_on and (told in IN_NEED or not is_answered(case))


def answered(case: Case, text: str, told: str, place: str = "") -> Turn:
    """The turn after a text below such a card. `told`: what it says, of `Said` or `NoAnswer`.

    Nobody knows whether it is over: where help is stands there whatever was told. What says nothing of help is kept, as
    it may be about the records after all; one tap uses it. `place`: where it would be an answer.
    """
    keeps = case.keeps_files is not None and told not in (UNREACHED, HELPED, GREETING)
    if keeps:
        case = texts.holding(case, text, place)
    use: Keyboard = ((aside("text/records", "about_records", case.texts_seen),),) if keeps else ()
    values = {
        "calls": told in IN_NEED,
        "crisis": card_above(case) == Kind.CRISIS,
        "told": told != GREETING,
        "country": country_of(case),
        "kept": keeps,
    }
    return Turn(case, (Say(AFTER_CARD, values, ((HELP,), *use, *HERE)),))
