"""How long what a bot says may be: https://core.telegram.org/bots/api, in UTF-16 code units, as Telegram counts."""

from __future__ import annotations

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_BUTTON_DATA = 64
"""Bytes."""
MOST_BUTTONS = 100
LONGEST_COMMAND = 256
"""What a command does, in the menu."""
LONGEST_DESCRIPTION = 512
"""What a person reads before they start the bot."""
LONGEST_SHORT_DESCRIPTION = 120
"""What stands on the bot's profile."""


def length_of(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
