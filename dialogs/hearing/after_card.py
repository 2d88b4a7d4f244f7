"""What is written below a card that must not wait: nobody answers, help is there, it is over. The step stays."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.content.said import CRY, GREETING, HELPED, QUESTION, THANKS, UNREACHED
from dialogs.effects import Keyboard, Say, Turn, aside
from dialogs.hearing import texts
from dialogs.hearing.cards import CARDS, HELP, HERE, MAYBE, country_of
from dialogs.understanding.safety import Kind

IN_NEED = frozenset({UNREACHED, CRY, QUESTION})
"""Whoever tells one of these is told once more whom to call."""


def is_below_one(case: Case, told: str) -> bool:
    """Whether a text that presses nothing answers such a card. `told`: what it says, of `NoAnswer`.

    What was only guessed may have been about the records: a greeting or a question goes on with them.
    """
    goes_on = (GREETING, QUESTION, THANKS) if case.asked == MAYBE else (THANKS,)
    return case.asked in CARDS and told not in goes_on


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
        "crisis": case.asked == Kind.CRISIS,
        "told": told != GREETING,
        "country": country_of(case),
        "kept": keeps,
    }
    return Turn(case, (Say("after_card", values, ((HELP,), *use, *HERE)),))
