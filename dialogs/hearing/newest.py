"""Which question is the newest in the chat: a text that is written now answers that one."""

from __future__ import annotations

from dialogs.effects import Say, Turn
from dialogs.events import Event
from dialogs.journey.screens import Screens
from dialogs.receiving.sent import SentFile
from dialogs.roads.every import ROADS

OF_THE_STEP = frozenset[str]().union(*(road.asks_more for road in ROADS))
"""Messages that ask the step's own question more closely."""
ASIDE = frozenset({"emergency", "call_team", "delete_confirm"}).union(*(road.asks_aside for road in ROADS))
"""Messages after which a text is not the answer to the step that stood before them."""


def newest_question(screens: Screens, turn: Turn, event: Event) -> str:
    """The message that asks something else than the step does, as the chat now stands; empty if the step does."""
    for effect in reversed(turn.effects):
        if not isinstance(effect, Say) or (effect.slot and not isinstance(event, SentFile)):
            continue  # what has a slot is an older message, brought up to date
        if effect.name == screens.name_of(turn.case.step) or effect.name in OF_THE_STEP:
            return ""
        if effect.name in ASIDE or _asks_where(effect):
            return effect.name
    return turn.case.asked


def _asks_where(effect: Say) -> bool:
    return effect.name == "receipt" and not effect.values["record"]
