"""Elements of a web page that follow each other with nothing between, and are laid out apart by a style sheet."""

from __future__ import annotations

import re
from typing import Any

from bot.kinds.strict_xml import local

_FIELDS = frozenset({"input", "textarea", "select", "option", "label", "output", "data", "time"})
_RAISED = frozenset({"sup", "sub"})
_LAYS_OUT = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid|table)", re.IGNORECASE)
_STANDS_OUT = re.compile(
    r"display\s*:\s*(?:inline-)?(?:block|flex|grid|table|list-item)|float\s*:\s*(?:left|right)|width\s*:", re.IGNORECASE
)


def are_apart(parent: Any, one: Any, other: Any, written: str) -> bool:
    """Whether two siblings are not one word: "Potassium", "4.2" and "3.5" are three values, wherever they stand.

    `written`: what is written just before the second. Without a word about their looks two are one only where letters
    meet letters: programs for text put half a word into an element of its own, and seldom half a number.
    """
    names = local(one).lower(), local(other).lower()
    if _RAISED.intersection(names):
        return False
    if _FIELDS.intersection(names) or any("-" in name for name in names):
        return True
    if _LAYS_OUT.search(parent.get("style") or "") or any(
        _STANDS_OUT.search(each.get("style") or "") for each in (one, other)
    ):
        return True
    before, after = written[-1:], next((text for text in other.itertext() if text), "")[:1]
    return before.isalnum() and after.isalnum() and (before.isdigit() or after.isdigit())
