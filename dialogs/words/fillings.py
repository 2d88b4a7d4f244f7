"""What is filled into which words, and how the names of files end: part of what words.toml is checked against."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.words.messages import MESSAGES
from dialogs.words.pages import PAGES
from dialogs.words.sizes import UNITS

FILLED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("next_step.ask_for", "next_step.follow_up", "next_step.bring"), ("title",)),
    **dict.fromkeys(("request.asked_on", "request.promised", "request.chased", "plan.by"), ("day",)),
    **dict.fromkeys(("sheet.prepared", "packet.prepared", "packet.written_on", "packet.day_read"), ("day",)),
    **dict.fromkeys(("request.reference", "file.unnamed", "packet.more"), ("number",)),
    **dict.fromkeys(("delivery.sent", "delivery.arrived", "delivery.returned"), ("day",)),
    "delivery.to": ("what", "place"),
    "request.letter_for": ("letter",),
    "wish.by": ("places",),
    "wish.recent": ("months",),
    "asks.recent": ("title", "months"),
    "asks.days": ("least", "most"),
    "asks.page": ("day",),
    "hours.between": ("begins", "ends"),
    **dict.fromkeys(("trouble.too_big", "left_out.too_big"), ("largest",)),
    **dict.fromkeys((f"size.{unit}" for unit in UNITS), ("number",)),
    "reader.in_language": ("language",),
    **dict.fromkeys(("packet.part", "packet.file_name_part", "packet.archive_name_part"), ("part", "parts")),
    "export.file_name_part": ("part", "parts"),
    "packet.part_page": ("part",),
    "packet.born_on": ("day",),
    "packet.more_on_page": ("number", "page"),
    **dict.fromkeys(("packet.named_file_name", "packet.named_archive_name"), ("name",)),
    **dict.fromkeys(("packet.named_file_name_part", "packet.named_archive_name_part"), ("name", "part", "parts")),
    **dict.fromkeys(("packet.original_dated", "packet.original_read"), ("day", "title")),
    "packet.original_undated": ("title",),
    "packet.original_page": ("title", "number"),
    **dict.fromkeys(("why.asked_on", "why.promised"), ("day",)),
    "packet.untitled": ("title", "number"),
    "packet.drawn_pages": ("pages",),
    **dict.fromkeys(("packet.photo", "packet.page_of"), ("number", "count")),
    "packet.photo_titled": ("title", "photo"),
}
"""What is filled into a word, in curly brackets: all of it, and nothing else but whose it is."""
TAKEN = frozenset(
    {"words", "sources", "numbers", "number", "name", "said"}.union(
        *FILLED.values(), *MESSAGES.values(), *PAGES.values()
    )
)
"""Names that stand for something else, in the words or in a message."""
ENDINGS: Mapping[str, str] = {
    **dict.fromkeys(("sheet.file_name", "packet.file_name", "packet.file_name_part"), ".pdf"),
    **dict.fromkeys(("packet.named_file_name", "packet.named_file_name_part"), ".pdf"),
    **dict.fromkeys(("packet.archive_name", "packet.archive_name_part"), ".zip"),
    **dict.fromkeys(("packet.named_archive_name", "packet.named_archive_name_part"), ".zip"),
    "packet.data_name": ".json",
    **dict.fromkeys(("export.file_name", "export.file_name_part"), ".zip"),
    **dict.fromkeys(("packet.list_name", "export.list_name"), ".txt"),
    "export.page_name": ".html",
    "export.record_name": ".json",
    "calendar.file_name": ".ics",
}
