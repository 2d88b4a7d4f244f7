"""How long what a bot says may be: https://core.telegram.org/bots/api, in UTF-16 code units, as Telegram counts."""

from __future__ import annotations

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_BUTTON_DATA = 64
"""Bytes."""
LONGEST_COPY = 256
"""What a button puts on the clipboard."""
LONGEST_PLACEHOLDER = 64
"""What the empty field says."""
MOST_BUTTONS = 100
LONGEST_COMMAND = 256
"""What a command does, in the menu."""
LONGEST_DESCRIPTION = 512
"""What a person reads before they start the bot."""
LONGEST_SHORT_DESCRIPTION = 120
"""What stands on the bot's profile."""


def cut_at_word(text: str, most: int) -> str:
    """As many whole words of a text as fit, with three dots for the rest."""
    if length_of(text) <= most:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)]
    start = units.decode("utf-16-le", "ignore")
    return (start[: max(start.rfind(" "), start.rfind("\n"))] if len(start.split()) > 1 else start).rstrip() + "…"


def length_of(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
