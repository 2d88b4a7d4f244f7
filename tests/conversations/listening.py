"""A patient of the small guide whose every word is listened to, at whatever step they stand."""

from dataclasses import replace

from dialogs.journey.machine import Journey
from dialogs.roads.every import ROADS
from tests import real
from tests.chat import SMALL_GUIDE, Chat

EVERY_STEP = Journey(SMALL_GUIDE, ROADS).steps


def listened_to() -> Chat:
    """A patient of the small guide, with the real words that are listened for."""
    return Chat(ears=real.content().dialogue.ears, plain_words=real.content().dialogue.said)


def stands_at(chat: Chat, step: str) -> None:
    keeps = None if step in ("welcome", "consent") else True
    chat.case = replace(chat.case, step=step, returns_to=(), keeps_files=keeps, asked="")
