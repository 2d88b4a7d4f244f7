"""What is said about reminders, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

_PLANNED = {
    *("every_days", "left", "due", "how_many", "zone", "from_hour", "to_hour", "days_off", "quiet_until"),
}
_REQUEST = {"record", "request"}
MESSAGES: Messages = {
    "reminders": _PLANNED,
    "reminders_zone": set(),
    "reminders_country": set(),
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
    "reminder": {"left"},
    "note_missing": _REQUEST,
    "note_chase": _REQUEST,
    "note_waiting": _REQUEST,
    "note_clock_10": _REQUEST,
    "note_clock_25": _REQUEST,
    "note_clock_30": _REQUEST,
    "note_after": set(),
    "note_put_off": _PLANNED,
    "note_stopped": set(),
    "note_have": {"record"},
    "note_settled": {"record", "standing"},
    "note_asked": {"record"},
}
BUTTONS = frozenset({"remind_me", "show", "tomorrow", "next_week", "pick_day", "stop_this", "pause_all"})
