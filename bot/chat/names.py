"""What people are called in Telegram, as others may see it."""

from __future__ import annotations

import unicodedata

LONGEST_FIRST_NAME = 32


def first_name(name: str) -> str:
    """A person's first name: letters, marks and digits, so that no name is a link, a mention or a line of its own."""
    plain = "".join(
        mark if unicodedata.category(mark)[0] in "LMN" or mark in "-'’" else " "
        for mark in unicodedata.normalize("NFC", name[: 2 * LONGEST_FIRST_NAME])
    )
    shown = " ".join(plain.split())[:LONGEST_FIRST_NAME].rstrip()
    return shown if any(mark.isalnum() for mark in shown) else ""
