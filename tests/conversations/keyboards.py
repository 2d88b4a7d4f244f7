"""A patient in front of a keyboard: what stands on its buttons, and what comes of a tap or of its words written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from dialogs.case.case import Case
from dialogs.case.keyboard import Shown
from dialogs.effects import Say, Turn
from dialogs.events import Event
from dialogs.proofreading.chat import Chat
from tests.real import content

A_MINUTE = timedelta(minutes=1)
# The taps themselves, and how near a password may be after a text: nothing of them is the patient's.
NOT_COMPARED: dict[str, Any] = {
    "keyboard": (),
    "heard": Case().heard,
    "tapped": "",
    "password_near": 0,
    "half_said": "",
    "deed": None,
}


@dataclass(frozen=True)
class Card:
    """A patient in front of a keyboard."""

    chat: Chat
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.chat.case.step}: {', '.join(self.said)}"

    def after(self, event: Event) -> Turn:
        return self.chat.dialogue.respond(self.chat.case, event)


def label(shown: Shown) -> str:
    return content().dialogue.label(shown, False)


def compared(case: Case) -> Case:
    return replace(case, **NOT_COMPARED)


def names(turn: Turn) -> list[str]:
    """What is said, with what leads it; that a button was taken is told beside it."""
    found = []
    for effect in turn.effects:
        say = effect if isinstance(effect, Say) else None
        while say:
            found.append(say.name)
            say = say.lead
    return [each for each in found if each != "taken"]


def is_secret(card: Card) -> bool:
    return card.chat.dialogue.journey.text_at(card.chat.case.step) == "secret"


def on_the_way() -> Case:
    chat = Chat(dialogue=content().dialogue)
    chat.patient_walks_to("summary")
    return chat.case
