"""What is said about the records, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages

_RECORD = {
    *("record", "left", "most_important", "start_here", "loan", "files", "pages", "days", "standing", "note", "images"),
    *("ask_by", "may_say", "own_words", "own_day", "wanted", "in_usa"),
}
MESSAGES: Messages = {
    "record": _RECORD,
    "record_sending": _RECORD,
    "record_more": _RECORD,
    "record_asked": _RECORD,
    "record_transfer": _RECORD,
    "record_link": _RECORD,
    "record_shipped": _RECORD,
    "record_missing": _RECORD,
    "record_finding": _RECORD,
    "record_explained": {"record"},
    "noted": {"record", "standing"},
    "nothing_sent_yet": set(),
    "own_words_kept": {"record"},
    "own_words_taken_out": {"text"},
}
