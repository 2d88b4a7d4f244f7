"""Which words every language must have: what words.toml is checked against before the bot starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dialogs.asides import COMMANDS
from dialogs.calendar import EVENTS
from dialogs.case import WAYS_OUT
from dialogs.checklist import GROUP_OF, GROUPS
from dialogs.guide import LETTERS, ContentError, Guide
from dialogs.requests import HOWS
from dialogs.screens import LAYOUT
from dialogs.suggestions import KINDS

MAX_BUTTON = 40
"""Characters of a label that a phone shows in one line."""

OTHER_KINDS = ("sticker", "voice", "video", "location", "contact", "poll", "other")
TROUBLES = ("locked", "unreadable", "over_limit", "unknown_kind", "too_big", "not_fetched", "unseen", "damaged")
NEXT_STEPS = (
    "ask_for",
    "name_decision",
    "name_question",
    "follow_up",
    "bring",
    "share",
    "ask_what_else",
    "ask_how_soon",
)
ASIDE_BUTTONS = (
    *("continue", "checklist", "summary", "review", "sheet", "remind_me", "sources", "privacy", "delete"),
    *("delete_yes", "delete_no", "text_answer", "text_question", "text_drop", "my_files", "undo", "password", "pack"),
    *("more_files", "earlier_files", "dates_yes", "dates_change", "hint_leave", "hint_mine", "hint_later"),
    *(f"hint_{kind}" for kind in KINDS),
    *("size_50", "size_20", "size_10"),
    *("my_requests", "the_date", "afterwards", "back_page", "dates_file", "day_yes", "day_no"),
    *("show", "tomorrow", "next_week", "pick_day", "stop_this", "pause_all"),
)
REQUEST = (
    *("asked_on", "undated", "promised", "chased", "arrived", "refused", "reference"),
    *HOWS,
)
REMARKS = (
    *("scan", "empty", "blank_pages", "repaired", "rotated", "active", "blurred", "dark", "small", "several_names"),
    *("no_images", "other_lock", "lost_pictures", "lost_comments", "lost_changes", "lost_parts", "lost_signs"),
)
STATUSES = ("preliminary", "final", "amended")
ERRAND_BUTTONS = (
    *("hand_out", "errand_new", "errand_see", "errand_here", "errand_asked", "errand_not_yet", "errand_end"),
    *("errand_off", "errand_list", "errand_done", "errand_send", "errand_return"),
)
ERRAND_WORDS = ("offered", "taken", "done", "returned", "helper")
SHEET = (
    *("title", "prepared", "letter", "decision", "no_decision", "questions", "no_questions", "bring_forward"),
    *("next_steps", "none", "page", "file_name"),
)

PACKET = (
    *("title", "prepared", "part", "part_page", "continued", "cover", "contents", "timeline", "timeline_note"),
    *("missing", "nothing_missing", "elsewhere", "left_out_heading", "left_out", "in_archive", "unsorted", "text_note"),
    *("word_file_note", "file_name", "file_name_part", "archive_name", "archive_name_part", "list_name", "list_note"),
    *("titled", "untitled", "more", "word_head", "word_note", "word_foot"),
    *("lost_pictures", "lost_comments", "lost_changes", "lost_parts", "lost_signs"),
)
LEFT_OUT = ("unreadable", "locked", "too_much", "too_large", "too_long", "disc")


def check_words(file: Path, words: Mapping[str, Any], guide: Guide) -> None:
    """Raise `ContentError` for the first word that is missing, empty, too long for its place, or unknown."""
    moves = {move for rows in LAYOUT.values() for row in rows for move in row}
    needed: dict[str, Iterable[str]] = {
        "button": moves | set(ASIDE_BUTTONS) | set(ERRAND_BUTTONS),
        "open": ("decision", "questions"),
        "question": guide.example_questions,
        "bring_forward": guide.bring_forward,
        "standing": GROUP_OF,
        "mark": GROUP_OF,
        "group": GROUPS,
        "next_step": NEXT_STEPS,
        "trouble": (*TROUBLES, *WAYS_OUT),
        "kind": OTHER_KINDS,
        "command": COMMANDS,
        "about": ("description", "short_description"),
        "sheet": SHEET,
        "letter": LETTERS,
        "calendar": (*EVENTS, "file_name", "earlier", "later", "empty"),
        "remark": REMARKS,
        "status": STATUSES,
        "file": ("unnamed",),
        "packet": PACKET,
        "left_out": (*LEFT_OUT, *TROUBLES),
        "request": REQUEST,
        "plan": ("by", "now"),
        "hours": ("between",),
        "errand": ERRAND_WORDS,
    }
    for table, keys in needed.items():
        for key in keys:
            _text(file, words, table, key)
    for table in words.keys() - needed.keys() - {"record", "count"}:
        raise ContentError(file, table, "is not a table we know; is it misspelt?")
    for noun in ("file", "page", "hint", "study"):
        if not isinstance(forms := words.get("count", {}).get(noun), list) or len(forms) != 2:
            raise ContentError(file, f"count.{noun}", "needs two forms, for one and for many")
    for paper in ("sheet", "packet"):
        if not words[paper].get("disclaimers"):
            raise ContentError(file, f"{paper}.disclaimers", "needs at least one sentence")
    _check_records(file, words.get("record", {}), guide)
    for table, key in (("button", key) for key in needed["button"]):
        _fits(file, f"{table}.{key}", words[table][key])


def _check_records(file: Path, words: Mapping[str, Any], guide: Guide) -> None:
    for record in guide.records:
        for key in ("title", "what", "why", "where"):
            _text(file, words, record.key, key, parent="record.")
        _fits(file, f"record.{record.key}.title", words[record.key]["title"])
        for key, label in words[record.key].get("button", {}).items():
            _fits(file, f"record.{record.key}.button.{key}", label)
    for key in words:
        if guide.record(key) is None:
            raise ContentError(file, f"record.{key}", "is not a record of guide.toml")


def _text(file: Path, words: Mapping[str, Any], table: str, key: str, parent: str = "") -> None:
    value = words.get(table, {}).get(key)
    if not isinstance(value, str) or not value.strip():
        raise ContentError(file, f"{parent}{table}.{key}", "is missing or empty")


def _fits(file: Path, key: str, label: str) -> None:
    if len(label) > MAX_BUTTON:
        raise ContentError(file, key, f"has {len(label)} characters; a button holds {MAX_BUTTON}")
