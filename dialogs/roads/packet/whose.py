"""Whose papers these are: the name on the cover."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.understanding.patient import name_for_readers

MAX_NAME = 60
"""Characters of the name on the cover."""


def needs_name(case: Case) -> bool:
    """A helper makes a packet of somebody else's papers, and nothing says whose they are."""
    return case.for_another and not case.unnamed and not name_for_readers(case)
