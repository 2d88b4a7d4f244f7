"""Reports: a file of its own, or the photos that are one report together."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.case.document import Document

Report = tuple[Document, ...]


def reports(documents: Iterable[Document]) -> tuple[Report, ...]:
    """The files of one record as reports: by the day they are of, then as they came; photos in their own order."""
    found: dict[tuple[str, int], list[Document]] = {}
    for each in documents:
        # A photo that was taken out of its report carries its own number there.
        key = ("report", each.part_of) if each.part_of else ("file", each.number)
        found.setdefault(key, []).append(each)
    together = (tuple(sorted(report, key=lambda each: each.number)) for report in found.values())
    return tuple(sorted(together, key=lambda report: dated(report).date or "9999"))


def dated(report: Report) -> Document:
    """The first of its files whose day is known; the first of all if none is."""
    return next((each for each in report if each.date), report[0])
