"""Reports in the order of the packet, and the day that each is of."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.case import report
from dialogs.case.document import Document
from dialogs.case.report import Report


def reports(documents: Iterable[Document]) -> tuple[Report, ...]:
    """The files of one record as reports: by the day they are of, then as they stand in the case."""
    return tuple(sorted(report.reports(documents), key=lambda each: dated(each).date or "9999"))


def dated(report: Report) -> Document:
    """The first of its files whose day is known; the first of all if none is."""
    return next((each for each in report if each.date), report[0])
