"""What somebody in need would write, in the language of the content: an example for each message that must not wait."""

from __future__ import annotations

from itertools import product

from dialogs.case.copies import replace
from dialogs.content.meanings import (
    DELETE,
    GLAD,
    GONE,
    GREETING,
    HEAVY,
    HELPED,
    LOST,
    PAUSE,
    QUESTION,
    STOP,
    UNCLEAR,
    UNREACHED,
    WEARY,
)
from dialogs.effects import Say
from dialogs.hearing import cards
from dialogs.hearing.bereaved import GRIEVING
from dialogs.proofreading.chat import Chat
from dialogs.understanding.safety import URGENT, Heard, Sure

HEARD_ANYWHERE = (
    *(GREETING, GLAD, PAUSE, WEARY, HEAVY, QUESTION),
    *(UNCLEAR, STOP, LOST, GONE, DELETE),
)


def urgent(chat: Chat) -> list[str]:
    """One text for each kind, the graver first, in every language that is heard."""
    return [
        next(rule.example for rule in language.rules if rule.kind is kind)
        for language in chat.dialogue.ears.languages
        for kind in URGENT
        if any(rule.kind is kind for rule in language.rules)
    ]


def cries_and_tells_what_came(chat: Chat) -> None:
    """All that must not wait, what is told below its cards, and a death, by somebody who gathers another's records."""
    for text in (*urgent(chat), *said_plainly(chat, UNREACHED, HELPED)):
        chat.patient_writes(text)
    was = chat.case
    chat.case = replace(was, for_another=True)
    for text in said_plainly(chat, GONE):
        chat.patient_writes(text)
    chat.case = was


def says_what_is_heard_anywhere(chat: Chat) -> None:
    """Kind words and news first, and what ends reminders or asks for all to be deleted last."""
    for text in said_plainly(chat, *HEARD_ANYWHERE):
        chat.at("decision").patient_commands("start")  # away from what was asked last
        chat.patient_writes(text)


def every_card() -> list[Say]:
    """The cards, and the kind word for who mourns, whatever the rules of the day hear and the guesses are."""
    mourned = product((True, False), repeat=4)
    grieving = [
        Say(GRIEVING, {"again": again, "told": told, "kept": kept, "guessed": guessed})
        for again, told, kept, guessed in mourned
    ]
    return [*(cards.sure(Heard(kind, Sure.HARD)) for kind in URGENT), cards.unsure(), cards.unsure(text=1), *grieving]


def said_plainly(chat: Chat, *kinds: str) -> list[str]:
    """One text for each kind of plain words."""
    sayings = chat.dialogue.said.sayings
    return [saying.example for kind in kinds for saying in sayings.get(kind, ())[:1]]
