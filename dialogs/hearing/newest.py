"""Which question is the newest in the chat: a text that is written now answers that one."""

from __future__ import annotations

from dialogs.effects import Say, Turn
from dialogs.events import Event
from dialogs.hearing.after_card import AFTER_CARD, asked_after
from dialogs.hearing.bereaved import CONDOLENCES, only_guesses
from dialogs.hearing.cards import CARDS
from dialogs.journey.screens import Screens
from dialogs.receiving.sent import SentFile
from dialogs.receiving.sorting import QUESTIONS as SORTING
from dialogs.roads.every import ROADS

OF_THE_STEP = frozenset[str]().union(*(road.asks_more for road in ROADS))
"""Messages that ask the step's own question more closely."""
ASIDE = frozenset({*CARDS, *CONDOLENCES, "delete_confirm", *SORTING}).union(*(road.asks_aside for road in ROADS))
"""Messages after which a text is not the answer to the step that stood before them."""


def brings_up_to_date(effect: Say, event: Event) -> bool:
    """What has a slot is an older message, unless a file just came, or it is asked now where one belongs."""
    return bool(effect.slot) and not isinstance(event, SentFile) and effect.name not in SORTING


def newest_question(screens: Screens, turn: Turn, event: Event) -> str:
    """The message that asks something else than the step does, as the chat now stands; empty if the step does."""
    for effect in reversed(turn.effects):
        if not isinstance(effect, Say) or brings_up_to_date(effect, event):
            continue
        if effect.name == screens.name_of(turn.case.step) or effect.name in OF_THE_STEP:
            return ""
        if only_guesses(effect):
            return turn.case.asked
        if effect.name == AFTER_CARD:
            return asked_after(turn.case.asked)
        if effect.name in ASIDE:
            return effect.name
    return turn.case.asked
