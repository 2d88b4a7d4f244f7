"""Files of which some facts were read, and what is suggested about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.understanding.suggestions import Suggestion, suggestions
from tests.chat import SMALL_GUIDE

TODAY = date(2026, 11, 25)
RECENT_DAY = "2026-11-01"


def a_file(number: int, record: str = "report", **facts: object) -> Document:
    """A readable file with these facts; it is like no other."""
    digest = f"{number:032x}"
    read = Facts(**facts)  # type: ignore[arg-type]
    return Document(number, "b", f"{number}.pdf", record, "readable", 1, facts=read, kind="pdf", digest=digest)


def suggested(*documents: Document, **case: object) -> list[Suggestion]:
    return list(suggestions(SMALL_GUIDE, replace(Case(documents=documents), **case), TODAY))  # type: ignore[arg-type]


def kinds(*documents: Document, **case: object) -> list[str]:
    return [each.kind for each in suggested(*documents, **case)]
