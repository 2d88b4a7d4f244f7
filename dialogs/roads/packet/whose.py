"""Whose papers these are: the name on the cover."""

from __future__ import annotations

from dialogs.case.case import Case
from dialogs.understanding.patient import printed_name

MAX_NAME = 60
"""Characters of the name on the cover."""


def name_on_cover(case: Case) -> str:
    """The name the patient wrote or agreed to; else the one printed on their files; empty if they want none."""
    return case.name or ("" if case.unnamed else case.patient.name or printed_name(case))


def needs_name(case: Case) -> bool:
    """A helper makes a packet of somebody else's papers, and nothing says whose they are."""
    return case.for_another and not case.unnamed and not name_on_cover(case)
