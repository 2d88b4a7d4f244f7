"""Whether the paper that a file speaks of is among the others: then it need not be asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Target
from dialogs.understanding.days import day_of

SOON = timedelta(days=60)
"""Within which what was sent or is pending comes back; what is later may be of something else."""


def is_answered(case: Case, document: Document, target: Target, files: Iterable[Document]) -> bool:
    """Whether one of the files is surely the paper that this one speaks of: of its day, or of its kind soon after."""
    others = [each for each in files if each.number != document.number]
    if target.part:
        numbers = {*document.facts.identifiers}
        return any(each.facts.status == "amended" and numbers & {*each.facts.identifiers} for each in others)
    if target.date:
        return any(target.date in _days(case, each) and _fits(each, target) for each in others)
    day = day_of(case, document)
    if not (target.record and day):
        return False
    return any(target.record in each.records and _is_soon_after(day, day_of(case, each)) for each in others)


def _days(case: Case, document: Document) -> set[str]:
    return {day_of(case, document), *(study.date for study in document.facts.studies)}


def _fits(document: Document, target: Target) -> bool:
    """Nothing says that the file is of another kind."""
    return not target.record or not document.record or target.record in document.records or bool(document.facts.studies)


def _is_soon_after(day: str, other: str) -> bool:
    return bool(other) and date.fromisoformat(day) <= date.fromisoformat(other) <= date.fromisoformat(day) + SOON
