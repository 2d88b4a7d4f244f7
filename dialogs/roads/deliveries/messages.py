"""What is said about what was sent, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

_ONE = {"delivery", "destination"}
MESSAGES: Messages = {
    "deliveries": {"deliveries", "destination"},
    "deliveries_one": _ONE,
    "deliveries_where": _ONE,
    "deliveries_how": _ONE,
}
BUTTONS = frozenset({"deliveries"})
