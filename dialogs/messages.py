"""Every message the bot can say and the values its template may use: the contract of `dialogs/` and `content/`."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.suggestions import KINDS

_RECORD = {"record", "number", "of", "most_important", "files", "pages", "note", "images"}
_CHECKLIST = {"groups", "answered", "of", "start_with"}
_FILES = {"record", "files", "total", "checked", "readable", "pages", "troubles"}
_NOTHING = frozenset[str]()
_FILE = frozenset({"document"})
_HINT = frozenset({"document", "other", "record", "detail", "numbers"})
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
        "record_transfer": _RECORD,
        "record_link": _RECORD,
        "record_shipped": _RECORD,
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
        # Looking after files
        "files": {"groups", "total", "hints"},
        "files_one": {"document", "day", "hints"},
        "files_renaming": {"document", "at_most"},
        **dict.fromkeys(("files_moving", "files_dating", "files_replacing", "files_deleting", "files_password"), _FILE),
        **dict.fromkeys(("file_renamed", "file_moved", "file_turned", "file_dated", "file_deleted"), _FILE),
        **dict.fromkeys(("file_up", "file_down", "file_stays", "file_undone"), _NOTHING),
        **dict.fromkeys(("past_day_unclear", "past_day_future", "past_day_no_day"), _NOTHING),
        "past_day_either": _FILE,
        "pictures": {"document", "at_most"},
        "password_tried": set[str](),
        **dict.fromkeys(("password_wrong", "password_useless", "unlocked"), _FILE),
        "dates_read": {"documents"},
        "dates_which": set[str](),
        "dates_kept": {"total"},
        # Suggestions
        **{f"hint_{kind}": _HINT for kind in KINDS},
        "suggestion": set[str](),
        "left_as_it_is": set[str](),
        "hints_later": {"hints"},
        # Text that was not an answer
        "text_unplaced": {"text", "answers"},
        "emergency": set[str](),
        "call_team": set[str](),
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
