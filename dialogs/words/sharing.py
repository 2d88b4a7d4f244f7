"""A text that a patient passes on with one tap: whole paragraphs, as many as an address holds."""

from __future__ import annotations

from dialogs.effects import share_address
from dialogs.words.telegram_html import parsed

LONGEST_ADDRESS = 2000
"""What every phone opens. Telegram names no limit; letters that are not Latin take six characters or more each."""


def shared(html: str, rest: str) -> str:
    """The address that passes on a message's text.

    A paragraph that does not fit is left out as a whole, never cut: half of a list reads as all of it. Then the text
    ends with `rest`, which says so.
    """
    paragraphs = parsed(html)[0].split("\n\n")
    if _fits(paragraphs):
        return _address(paragraphs)
    kept: list[str] = []
    for each in paragraphs:
        if _fits([*kept, each, rest]):
            kept.append(each)
    return _address([*kept, rest])


def _address(paragraphs: list[str]) -> str:
    return share_address("\n\n".join(paragraphs))


def _fits(paragraphs: list[str]) -> bool:
    return len(_address(paragraphs)) <= LONGEST_ADDRESS
