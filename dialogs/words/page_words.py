"""The names of all words that stand on pages we set and in names of files: the summary, the packet, the export."""

from __future__ import annotations

from dialogs.understanding.patient import LINES

PATIENT = (*LINES, "number_us", "number_uk")
"""The lines about the patient, on their card and on papers; the number is called otherwise by country."""
LOST = (
    *("lost_pictures", "lost_comments", "lost_changes", "lost_parts", "lost_signs"),
    *("lost_formulas", "lost_hidden", "lost_entries", "lost_measures"),
)
"""What a file shows and our pages of it do not: said in the receipt, and above the page."""
SHEET = (
    *("title", "prepared", "letter", "decision", "no_decision", "questions", "no_questions", "bring_forward"),
    *("next_steps", "none", "page", "file_name", "not_all", "sources", "destination", "date", "unsorted"),
)

LABELS = (
    *("patient", "born", "from", "day", "made", "no_text", "others"),
    *("results", "test", "value", "range", "remarks", "standing"),
    *("problems", "problem", "medications", "medication", "dose", "allergies", "substance", "reaction", "elsewhere"),
    *("procedures", "procedure", "vaccines", "vaccine", "visits", "visit", "place"),
    *("records", "record", "measured", "what", "how_often"),
)
"""What stands beside values on a page that is set from a record for computers."""
PACKET = (
    *("title", "prepared", "part", "part_page", "continued", "cover", "contents", "timeline", "timeline_note"),
    *("missing", "nothing_missing", "elsewhere", "left_out_heading", "left_out", "in_archive", "unsorted", "text_note"),
    *("word_file_note", "file_name", "file_name_part", "archive_name", "archive_name_part", "list_name", "list_note"),
    *("untitled", "day_read", "page_of", "more", "drawn_heading", "drawn_pages", "word_head", "word_note", "word_foot"),
    *("born_on", "further_questions", "more_on_page"),
    *("named_file_name", "named_file_name_part", "named_archive_name", "named_archive_name_part", "data_name"),
    *("original_dated", "original_read", "original_undated", "original_page"),
    *LOST,
    *("own_words", "own_words_note", "written_on", "photo", "photo_titled", "set_note", "list_too_large"),
    *(f"label_{label}" for label in LABELS),
)
WHY = (
    *("asked", "asked_on", "promised", "cannot_get", "transfer", "shipped", "sent", "arriving", "missing"),
    *("have", "elsewhere", "disc", "link", "arrived", "returned"),
)
"""Why a record is not in a packet, in a doctor's words."""
MODALITIES = ("CT", "MR", "PT", "PT_CT", "CT_PT", "US", "MG", "CR", "DX", "XA", "NM")
"""How images are made, by DICOM's letters (PS3.3, C.7.3.1.1.1): others stand as they are."""
EXPORT = ("file_name", "file_name_part", "page_name", "record_name", "list_name", "list_note", "lost", "too_large")
LEFT_OUT = ("unreadable", "locked", "too_much", "too_large", "too_long", "disc")
