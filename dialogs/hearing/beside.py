"""Beside every "I did not understand" stands the way to help: nobody can know what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from dialogs.case.copies import replace
from dialogs.effects import Effect, Say
from dialogs.hearing.cards import HELP

NOT_UNDERSTOOD = frozenset(
    {
        *("please_tap", "tap_first", "text_unplaced", "not_ours", "cannot_use", "edit_seen", "password_maybe"),
        *("too_long", "day_unclear", "day_again", "past_day_unclear", "zone_unclear", "errand_only"),
    }
)
"""Messages that are said because a person wrote or sent what we could not take as it was meant."""
MOST_BUTTONS = 5
"""Below one message."""
E = TypeVar("E", bound=Effect)


def with_help(effects: Iterable[E]) -> Iterator[E | Say]:
    """The effects of a turn, each message that did not understand with "I feel unwell" below it.

    What leads a card that is full already, or whose field asks for a text, stands alone with it.
    """
    for effect in effects:
        if not isinstance(effect, Say) or not NOT_UNDERSTOOD & set(_names(effect)) or _has_it(effect):
            yield effect
            continue
        lead = effect.lead
        full = sum(map(len, effect.buttons)) >= MOST_BUTTONS or bool(effect.placeholder and not effect.buttons)
        if lead and full:
            yield replace(lead, buttons=((HELP,),))
            yield replace(effect, lead=None, replaces=False)
        elif not full:
            yield replace(effect, buttons=(*effect.buttons, (HELP,)))
        else:
            yield effect


def _names(say: Say) -> Iterator[str]:
    at: Say | None = say
    while at:
        yield at.name
        at = at.lead


def _has_it(say: Say) -> bool:
    return any(button.data == HELP.data for row in say.buttons for button in row)
