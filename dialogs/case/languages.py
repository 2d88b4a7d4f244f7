"""In which language a person is spoken to, and in which that is written what others are to read."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.case.copies import replace

ENGLISH = "en"
_READ_ENGLISH = frozenset({"us", "uk"})
"""Countries whose hospitals read English, whatever their patients speak."""


def spoken(case: Case) -> str:
    """The language of the chat."""
    return case.language or ENGLISH


def read_by_others(case: Case) -> str:
    """The language of letters, packets and summaries: as it was chosen, or that of the hospital, or the chat's."""
    return case.reader_language or (ENGLISH if case.country in _READ_ENGLISH else spoken(case))


def written_for_readers(case: Case, language: str) -> Case | None:
    """The case once others read it in that language; None if it is neither English nor the chat's."""
    return replace(case, reader_language=language) if language in (ENGLISH, spoken(case)) else None


def the_other(case: Case) -> str:
    """The language into which what others read can be changed; empty where there is no choice to make."""
    if spoken(case) == ENGLISH and read_by_others(case) == ENGLISH:
        return ""
    return ENGLISH if read_by_others(case) != ENGLISH else spoken(case)
