"""Reports: a file of its own, or the photos that are one report together, in the order of their pages."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.case.document import Document

Report = tuple[Document, ...]


def reports(documents: Iterable[Document]) -> tuple[Report, ...]:
    """The files as reports, in the order of the case."""
    found: dict[tuple[str, int], list[Document]] = {}
    for each in documents:
        # A photo that was taken out of its report carries its own number there.
        found.setdefault((each.record, each.part_of or -each.number), []).append(each)
    return tuple(map(tuple, found.values()))


def report_of(document: Document, documents: Iterable[Document]) -> Report:
    """The readable photos that are one report with this file; itself alone if there are no others."""
    if not document.part_of:
        return (document,)
    mine = (document.record, document.part_of)
    found = tuple(each for each in documents if each.state == "readable" and (each.record, each.part_of) == mine)
    return found or (document,)
