"""What somebody in need would write, in the language of the content: an example for each message that must not wait."""

from __future__ import annotations

from dialogs.content.safety import OUTCOMES
from dialogs.proofreading.chat import Chat


def urgent(chat: Chat) -> list[str]:
    """One text for each outcome, the graver first, in this language and in those that are only heard."""
    safety = chat.dialogue.safety
    return [
        next(rule.example for rule in language.rules if rule.outcome == outcome)
        for language in (safety, *safety.others)
        for outcome in OUTCOMES
        if any(rule.outcome == outcome for rule in language.rules)
    ]


def said_plainly(chat: Chat, *kinds: str) -> list[str]:
    """One text for each kind of plain words."""
    sayings = chat.dialogue.said.sayings
    return [saying.example for kind in kinds for saying in sayings.get(kind, ())[:1]]
