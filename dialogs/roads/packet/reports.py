"""Reports: a file of its own, or the photos that are one report together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogs.case.document import Document

Report = tuple[Document, ...]


def reports(documents: Iterable[Document], days: Mapping[int, str]) -> tuple[Report, ...]:
    """The files of one record as reports: by the day they are of, then as they came; photos in their own order.

    `days`: of each file that has one (ISO 8601), by its number.
    """
    found: dict[tuple[str, int], list[Document]] = {}
    for each in documents:
        # A photo that was taken out of its report carries its own number there.
        key = ("report", each.part_of) if each.part_of else ("file", each.number)
        found.setdefault(key, []).append(each)
    together = (tuple(sorted(report, key=lambda each: each.number)) for report in found.values())
    return tuple(sorted(together, key=lambda report: day_among(report, days) or "9999"))


def day_among(report: Report, days: Mapping[int, str]) -> str:
    """The day of the first of its files that has one; empty if none has."""
    return next((days[each.number] for each in report if each.number in days), "")
