"""What somebody in need would write, in the language of the content: an example for each message that must not wait."""

from __future__ import annotations

from dialogs.proofreading.chat import Chat
from dialogs.safety import OUTCOMES


def urgent(chat: Chat) -> list[str]:
    """One text for each outcome, the graver first."""
    rules = chat.dialogue.safety.rules
    return [next(rule.example for rule in rules if rule.outcome == outcome) for outcome in OUTCOMES]
