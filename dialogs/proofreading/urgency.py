"""What somebody in need would write, in the language of the content: an example for each message that must not wait."""

from __future__ import annotations

from dialogs.effects import Say
from dialogs.hearing import cards
from dialogs.proofreading.chat import Chat
from dialogs.understanding.safety import URGENT, Heard, Sure


def urgent(chat: Chat) -> list[str]:
    """One text for each kind, the graver first, in every language that is heard."""
    return [
        next(rule.example for rule in language.rules if rule.kind is kind)
        for language in chat.dialogue.ears.languages
        for kind in URGENT
        if any(rule.kind is kind for rule in language.rules)
    ]


def every_card() -> list[Say]:
    """The cards, whatever the rules of the day hear."""
    return [*(cards.sure(Heard(kind, Sure.HARD)) for kind in URGENT), cards.unsure(), cards.unsure(text=1)]


def said_plainly(chat: Chat, *kinds: str) -> list[str]:
    """One text for each kind of plain words."""
    sayings = chat.dialogue.said.sayings
    return [saying.example for kind in kinds for saying in sayings.get(kind, ())[:1]]
