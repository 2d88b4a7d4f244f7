"""What is written from the left in a text that is read from the right: set apart, or the reader sees it out of order.

A name, the name of a file, a number with letters beside it: U+2068 before it and U+2069 behind it (Unicode Annex 9).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from dialogs.words.script import is_read_from_right

FIRST, LAST = "\u2068", "\u2069"
_FROM_RIGHT = "\u200f"
_MARKUP = re.compile(r"<[^>]*>|&#?\w+;")
_GROUPS = re.compile(r"\d[ -]\d|\+\d")
"""A number of several groups, or with a sign before it."""


def isolated(value: Any) -> Any:
    """The value, set apart if it has what is read from the left; addresses and whole paragraphs stay as they are."""
    if not isinstance(value, str) or not value.strip() or "\n" in value or FIRST in value:
        return value
    text = str(value)
    if "://" in text or text.startswith("/") or not (_GROUPS.search(text) or _has_left(text)):
        return value
    return FIRST + value + LAST  # what is escaped already stays so


def from_the_right(message: str) -> str:
    """The message, shown from the right even if a name that is not stands first in it.

    A chat goes by the first letter, and many look for it inside of what is set apart: U+200F stands before that.
    """
    return message if is_read_from_right(_MARKUP.sub("", message)) else _FROM_RIGHT + message


def as_it_is(value: Any) -> Any:
    """In a text that is read from the left nothing needs to be set apart."""
    return value


def _has_left(text: str) -> bool:
    return any(unicodedata.bidirectional(mark) == "L" for mark in text)
