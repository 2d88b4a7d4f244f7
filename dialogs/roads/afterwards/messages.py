"""What is said about what comes after, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "after": set(),
    "after_whose": set(),
    "after_outcome": set(),
    "after_differs": {"questions"},
    "after_done": {"slides", "returned"},
    "after_not_yet": set(),
    "back_page": set(),
}
BUTTONS = frozenset({"afterwards", "back_page"})
