"""What is said on the walk itself, and the values that each message may use."""

from __future__ import annotations

from dialogs.checklist.shown import CHECKLIST, SUMMARY
from dialogs.roads.road import Messages

MESSAGES: Messages = {
    "welcome": set(),
    "consent": set(),
    "declined": set(),
    "gather": {"files"},
    "enough": {"here", "missing", "left"},
    "review": CHECKLIST,
    "summary": SUMMARY,
    "summary_shared": SUMMARY,
}
