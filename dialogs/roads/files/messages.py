"""What is said about files, as they come and later, and the values that each message may use."""

from __future__ import annotations

from dialogs.roads.road import Messages
from dialogs.understanding.suggestions import KINDS

_RECEIPT = {
    "record",
    "files",
    "total",
    "checked",
    "late",
    "readable",
    "unseen",
    "pages",
    "scans",
    "changes",
    "photos",
    "reports",
    "can_part",
    "unclear",
    "troubles",
    "holders",
}
_NOTHING = frozenset[str]()
_ONE = {"document"}
_HINT = {"document", "other", "record", "detail", "numbers"}
MESSAGES: Messages = {
    # As they come
    "receipt": _RECEIPT,
    "file_trouble": {"record", "name", "state"},
    "files_not_kept": set(),
    "files_full": {"at_most"},
    "files_heavy": set(),
    "files_today": {"at_most"},
    "files_damaged": {"files", "total", "more"},
    "edited_file": set(),
    # Looked after
    "files": {"groups", "total", "not_here", "holders", "hints"},
    "files_one": {"document", "day", "hints", "papers", "holder"},
    "files_deleting": {"document", "papers", "holder"},
    "files_renaming": {"document", "at_most"},
    **dict.fromkeys(("files_moving", "files_dating", "files_replacing", "files_password"), _ONE),
    **dict.fromkeys(("file_renamed", "file_moved", "file_turned", "file_dated", "file_deleted"), _ONE),
    **dict.fromkeys(("file_up", "file_down", "file_stays", "file_undone"), _NOTHING),
    **dict.fromkeys(("past_day_unclear", "past_day_future", "past_day_no_day"), _NOTHING),
    "past_day_either": _ONE,
    "pictures": {"document", "at_most"},
    "pictures_none": {"why"},
    "password_maybe": {"locked"},
    "password_tried": set(),
    **dict.fromkeys(("password_wrong", "password_useless", "unlocked"), _ONE),
    # The days on them, and suggestions
    "dates_read": {"documents"},
    "dates_which": set(),
    "date_which": _ONE,
    "dates_kept": {"total"},
    **{f"hint_{kind}": _HINT for kind in KINDS},
    "suggestion": set(),
    "left_as_it_is": set(),
    "hints_later": {"hints"},
}
BUTTONS = frozenset(
    {
        *("my_files", "undo", "password", "more_files", "earlier_files", "dates_yes", "dates_change"),
        *("hint_leave", "hint_mine", "hint_later", *(f"hint_{kind}" for kind in KINDS)),
    }
)
ASKS_MORE = frozenset({"past_day_either"})
ASKS_ASIDE = frozenset(
    {
        *(
            "files_not_kept",
            "file_trouble",
            "dates_read",
            "dates_which",
            "date_which",
            "password_wrong",
            "password_useless",
        ),
        *(f"hint_{kind}" for kind in KINDS),
    }
)
