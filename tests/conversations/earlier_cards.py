"""The cards that were shown before and still stand in the chat: one of them, and a tap on one of its buttons."""

from __future__ import annotations

from dialogs.effects import Say
from tests.chat import Chat


def card(chat: Chat, name: str, at: int = -1) -> Say:
    """One of the cards of that name, in the order in which they were shown."""
    return [say for say in chat.shown if say.name == name][at]


def taps(chat: Chat, card: Say, move: str) -> None:
    """Tap a button of one card, wherever that stands in the chat."""
    data = next(b.data for row in card.buttons for b in row if b.data.partition("/")[2].partition("/")[0] == move)
    chat.patient_presses_data(data)
