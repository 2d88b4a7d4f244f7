"""Every message the bot can say and the values its template may use: the contract of `dialogs/` and `content/`."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.suggestions import KINDS

_RECORD = {"record", "number", "of", "most_important", "files", "pages", "note", "images"}
_CHECKLIST = {"groups", "answered", "of", "start_with", "ask_by"}
_FILES = {"record", "files", "total", "checked", "readable", "pages", "troubles"}
_NOTHING = frozenset[str]()
_FILE = frozenset({"document"})
_HINT = frozenset({"document", "other", "record", "detail", "numbers"})
_REQUEST = {"record", "request"}
_REMINDERS = {
    *("every_days", "left", "due", "how_many", "zone", "from_hour", "to_hour", "days_off", "quiet_until"),
}
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
        # The side roads
        "requests": {"requests", "country"},
        "requests_one": {"request"},
        "requests_promised": {"request"},
        "requests_reference": {"request"},
        "requests_country": set[str](),
        "date": {"date", "steps"},
        "reminders": _REMINDERS,
        "reminders_zone": set[str](),
        "reminders_country": set[str](),
        "reminders_hours": _REMINDERS,
        "reminders_day": set[str](),
        "reminders_rest": set[str](),
        "reminders_treatment": _REMINDERS,
        "after": set[str](),
        "after_done": {"slides", "returned"},
        "summary": _SUMMARY,
        # Letters
        "letters": {"country"},
        "letters_country": set[str](),
        "letters_one": {"letter"},
        "letters_to": {"letter", "addressed"},
        "letter_text": {"letter"},
        "phone_script": {"letter", "records"},
        # Said before a step, in the same message
        "recap": {"answered", "of", "files"},
        "noted": {"record", "standing"},
        "decision_noted": set[str](),
        "question_added": {"questions", "at_most"},
        "reminders_set": _REMINDERS,
        "zone_noted": _REMINDERS,
        "hours_noted": _REMINDERS,
        "rest_noted": _REMINDERS,
        "zone_unclear": set[str](),
        "zone_which": set[str](),
        "day_confirm": {"day"},
        "day_which": set[str](),
        "day_unclear": set[str](),
        "day_past": set[str](),
        "day_too_far": set[str](),
        "date_noted": {"date"},
        "date_forgotten": set[str](),
        "request_noted": _REQUEST,
        "request_changed": _REQUEST,
        "request_chased": {"record"},
        "request_arrived": {"record"},
        "request_refused": {"record"},
        "request_removed": {"record"},
        "after_not_yet": set[str](),
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
        # The packet
        "packet": {"files", "pages", "missing", "refused", "name", "megabytes"},
        "packet_naming": {"name", "at_most"},
        "packet_progress": {"done", "of"},
        "packet_under_way": set[str](),
        "packet_again": set[str](),
        "packet_sent": {"pages", "parts", "left_out", "more"},
        "packet_failed": set[str](),
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
        "note_missing": _REQUEST,
        "note_chase": _REQUEST,
        "note_waiting": _REQUEST,
        "note_clock_10": _REQUEST,
        "note_clock_25": _REQUEST,
        "note_clock_30": _REQUEST,
        "note_after": set[str](),
        "note_put_off": _REMINDERS,
        "note_stopped": set[str](),
        "note_have": {"record"},
        "note_settled": {"record", "standing"},
        "note_asked": {"record"},
        "plan": {"date", "steps"},
        "back_page": set[str](),
        "summary_sheet": set[str](),
        "group": set[str](),
    }.items()
}
