"""What reading `content/` leaves in memory, and nobody asks for once the bot serves."""

from __future__ import annotations

from dialogs.content.files import forget_files
from dialogs.content.phrases import plain_phrase
from dialogs.understanding.safety.phrasebook import pieces
from dialogs.words.compiled import forget_compiled


def forget_read() -> None:
    """Let go of what only reading content once more would use: some megabytes."""
    forget_files()
    forget_compiled()
    for words in (plain_phrase, pieces):
        words.cache_clear()
