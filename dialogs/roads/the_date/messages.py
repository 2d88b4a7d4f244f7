"""What is said about the date that matters, and about days, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "date": {"date", "steps"},
    "date_noted": {"date"},
    "date_forgotten": set(),
    "dates_file": set(),
    "plan": {"date", "steps"},
    "day_confirm": {"day"},
    "day_which": set(),
    "day_unclear": set(),
    "day_again": set(),
    "day_past": set(),
    "day_too_far": set(),
}
BUTTONS = frozenset({"the_date", "dates_file", "day_yes", "day_no"})
ASKS_MORE = frozenset({"day_confirm", "day_which", "day_again"})
