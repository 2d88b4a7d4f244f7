"""Every message the bot can say and the values its template may use: the contract of `dialogs/` and `content/`."""

from __future__ import annotations

from collections.abc import Mapping

_RECORD = {"record", "number", "of", "most_important", "files", "pages"}
_CHECKLIST = {"groups", "answered", "of", "start_with"}
_FILES = {"record", "files", "total", "checked", "readable", "pages", "troubles"}
_SUMMARY = _CHECKLIST | {"decision", "questions", "next_steps", "bring_forward"}

MESSAGES: Mapping[str, frozenset[str]] = {
    name: frozenset(values)
    for name, values in {
        # The path
        "welcome": set[str](),
        "consent": set[str](),
        "declined": set[str](),
        "decision": {"decision"},
        "record": _RECORD,
        "record_explained": _RECORD,
        "record_sending": _RECORD,
        "record_asked": _RECORD,
        "record_missing": _RECORD,
        "record_finding": _RECORD,
        "questions": {"questions", "at_most"},
        "review": _CHECKLIST,
        "reminders": {"every_days", "left", "due", "how_many"},
        "summary": _SUMMARY,
        # Said before a step, in the same message
        "recap": {"answered", "of", "files"},
        "noted": {"record", "standing"},
        "decision_noted": set[str](),
        "question_added": {"questions", "at_most"},
        "reminders_set": {"every_days", "how_many", "due"},
        "reminders_paused": set[str](),
        "reminders_stopped": set[str](),
        "old_button": set[str](),
        "please_tap": set[str](),
        "nothing_sent_yet": set[str](),
        "cancelled": set[str](),
        "consent_first": set[str](),
        "storage_changed": {"keeps_files"},
        "too_long": {"at_most", "length"},
        "questions_full": {"at_most"},
        "cannot_use": {"kind"},
        "edit_seen": set[str](),
        "stumbled": set[str](),
        "kept": set[str](),
        # Files
        "receipt": _FILES,
        "file_trouble": {"record", "name", "state"},
        "files_not_kept": set[str](),
        "files_full": {"at_most"},
        # Text that was not an answer
        "text_unplaced": {"text", "answers"},
        "emergency": set[str](),
        "call_team": set[str](),
        # Errands, as the patient sees them
        "errands": {"errands", "most"},
        "errands_new": {"days"},
        "errands_given": {"days"},
        "errands_one": {"record", "state", "helper", "files"},
        "errands_own_link": set[str](),
        "errand_ended": set[str](),
        "errand_taken": {"helper"},
        "errand_done": {"helper"},
        "errand_file": {"helper"},
        "errand_returned": {"helper"},
        "errand_left": {"helper"},
        "errand_over": {"helper"},
        # Errands, as a helper sees them
        "errand_link": {"link", "days"},
        "errand_hello": {"days"},
        "errand_card": {"record", "takes_files"},
        "errand_only": set[str](),
        "errand_which": set[str](),
        "errand_send": set[str](),
        "errand_passed_on": set[str](),
        "errand_unreadable": {"state"},
        "errand_no_files": set[str](),
        "errand_thanks": set[str](),
        "errand_given_back": set[str](),
        "errand_gone": set[str](),
        "errand_call_team": set[str](),
        "errand_forgotten": set[str](),
        # Always there
        "checklist": _CHECKLIST,
        "help": set[str](),
        "sources": set[str](),
        "privacy": {"keeps_files", "files"},
        "delete_confirm": {"files"},
        "deleted": set[str](),
        "reminder": {"left"},
        "summary_sheet": set[str](),
        "group": set[str](),
    }.items()
}
