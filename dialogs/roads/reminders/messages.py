"""What is said about reminders, and the values that each message may use."""

from __future__ import annotations

from dialogs.content.guide import CLOCK_DAYS
from dialogs.roads.road import Messages

_PLANNED = {
    *("every_days", "left", "due", "how_many", "zone", "from_hour", "to_hour", "days_off", "quiet_until"),
    "weekdays_off",
}
_REQUEST = {"record", "request", "in_usa"}
OCCASIONS: Messages = {
    "note_after": set(),
    "note_delivery": {"delivery", "destination"},
    "note_chase": _REQUEST,
    **{f"note_clock_{day}": _REQUEST for day in CLOCK_DAYS},
    "note_missing": _REQUEST,
    "note_waiting": _REQUEST,
}
"""What reminders are about, as `occasions` name it."""
MESSAGES: Messages = {
    "reminders": _PLANNED,
    "reminders_settings": _PLANNED,
    "reminders_zone": set(),
    "reminders_hours": _PLANNED,
    "reminders_day": set(),
    "reminders_rest": set(),
    "reminders_treatment": _PLANNED,
    "reminders_set": _PLANNED,
    "reminders_paused": set(),
    "reminders_stopped": set(),
    "zone_noted": _PLANNED,
    "zone_unclear": set(),
    "zone_which": set(),
    "hours_noted": _PLANNED,
    "rest_noted": _PLANNED,
    "weekdays_noted": _PLANNED,
    "reminder": {"left"},
    **OCCASIONS,
    "note_put_off": _PLANNED,
    "note_stopped": set(),
    "note_have": {"record"},
    "note_there": set(),
    "note_settled": {"record", "standing"},
    "note_asked": {"record"},
}
BUTTONS = frozenset({"remind_me", "show", "tomorrow", "next_week", "pick_day", "stop_this", "pause_all"})
ASKS_MORE = frozenset({"zone_which", "zone_unclear"})
ASKS_ASIDE = frozenset({"reminder", *OCCASIONS})
