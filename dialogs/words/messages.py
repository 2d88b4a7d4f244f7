"""Every message the bot can say and the values its template may use: the contract of `dialogs/` and `content/`."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.checklist.shown import CHECKLIST
from dialogs.roads.every import ROADS
from dialogs.roads.road import Messages

_ALWAYS: Messages = {
    # Commands, and the buttons that work at any step
    "recap": {"answered", "of", "files"},
    "checklist": CHECKLIST,
    "help": set(),
    "language": set(),
    "sources": set(),
    "privacy": {"keeps_files", "files", "days"},
    "storage_changed": {"keeps_files"},
    "delete_confirm": {"files"},
    "deleted": set(),
    "kept": set(),
    "cancelled": set(),
    "summary_sheet": set(),
    "group": set(),
    "costs": set(),
    "how_to_send": set(),
    # What was not an answer
    "old_button": set(),
    "please_tap": set(),
    "tap_first": set(),
    "greeted": {"thanks"},
    "so_tiring": set(),
    "so_heavy": set(),
    "good_news": set(),
    "until_later": set(),
    "nothing_undone": set(),
    "consent_first": set(),
    "consent_in_short": set(),
    "welcome_in_short": set(),
    "welcome_in_words": set(),
    "too_long": {"at_most", "length"},
    "cannot_use": {"kind"},
    "edit_seen": set(),
    "stumbled": set(),
    "away": set(),
    "unprinted": {"letters"},
    "behind": set(),
    "taken": {"button"},
    "sorting": {"lots", "more", "files", "pages"},
    "sort_one": {"document", "files", "name", "left"},
    "sort_name": {"document", "files", "name", "left"},
    "sort_which": set(),
    "sorted": {"files", "hints"},
    "text_unplaced": {"text", "chooses", "cry", "about", "place"},
    "not_ours": {"text", "hopes"},
    # What is heard before anything else
    "emergency": {"line", "country"},
    "crisis": {"line", "country"},
    "call_team": {"line", "country"},
    "maybe_urgent": {"line", "kept"},
    "unwell": {"lines", "country"},
    "stopped": set(),
    "after_card": {"calls", "crisis", "told", "country", "kept"},
    "gone": set(),
    "grieving": {"again", "told", "kept", "guessed"},
    "lost": {"plainly", "pauses", "reminds"},
}
MESSAGES: Mapping[str, frozenset[str]] = {
    name: frozenset(values) for said in (_ALWAYS, *(road.messages for road in ROADS)) for name, values in said.items()
}
