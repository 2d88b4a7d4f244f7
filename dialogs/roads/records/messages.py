"""What is said about the records, the decision and the questions, and the values that each message may use."""

from __future__ import annotations

from dialogs.checklist.shown import CHECKLIST, SUMMARY
from dialogs.roads.road import Messages

_RECORD = {"record", "number", "of", "most_important", "files", "pages", "note", "images"}
MESSAGES: Messages = {
    "welcome": set(),
    "consent": set(),
    "declined": set(),
    "decision": {"decision"},
    "decision_noted": {"decision"},
    "record": _RECORD,
    "record_explained": _RECORD,
    "record_sending": _RECORD,
    "record_asked": _RECORD,
    "record_transfer": _RECORD,
    "record_link": _RECORD,
    "record_shipped": _RECORD,
    "record_missing": _RECORD,
    "record_finding": _RECORD,
    "noted": {"record", "standing"},
    "nothing_sent_yet": set(),
    "questions": {"questions", "at_most"},
    "question_added": {"questions", "at_most"},
    "questions_full": {"at_most"},
    "review": CHECKLIST,
    "summary": SUMMARY,
}
BUTTONS = frozenset({"decide"})
