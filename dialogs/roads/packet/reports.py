"""Reports in the order of the packet, and the day that each is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogs.case import report
from dialogs.case.document import Document
from dialogs.case.report import Report


def reports(documents: Iterable[Document], days: Mapping[int, str]) -> tuple[Report, ...]:
    """The files of one record as reports: by the day they are of, then as they stand in the case.

    `days`: of each file that has one (ISO 8601), by its number.
    """
    return tuple(sorted(report.reports(documents), key=lambda each: day_among(each, days) or "9999"))


def day_among(report: Report, days: Mapping[int, str]) -> str:
    """The day of the first of its files that has one; empty if none has."""
    return next((days[each.number] for each in report if each.number in days), "")
