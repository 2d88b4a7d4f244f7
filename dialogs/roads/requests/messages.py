"""What is said about requests, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

_REQUEST = {"record", "request"}
MESSAGES: Messages = {
    "requests": {"requests", "country"},
    "requests_place": {"whom", "requests"},
    "requests_one": {"request"},
    "requests_promised": {"request"},
    "requests_reference": {"request"},
    "request_noted": _REQUEST,
    "request_changed": _REQUEST,
    "request_chased": {"record"},
    "request_arrived": {"record"},
    "request_refused": {"record"},
    "request_removed": {"record"},
}
BUTTONS = frozenset({"my_requests"})
