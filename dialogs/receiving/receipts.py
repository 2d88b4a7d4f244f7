"""What a receipt tells of the files that came together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import Document, opened, readable
from dialogs.case.report import Report, reports
from dialogs.receiving import photos
from dialogs.receiving.opening import Holder, papers, papers_of

CHANGES_THE_PACKET = (
    *("signed_out", "needs_reader", "drawn", "not_packed", "unproved", "papers", "active", "attached"),
    *("lost_pictures", "lost_comments", "lost_changes", "lost_parts", "lost_signs"),
    *("lost_formulas", "lost_hidden", "lost_entries", "lost_measures"),
)
"""Remarks that a patient is told at once, with the receipt: the packet will not simply show the record."""


def told_of(case: Case, together: tuple[Document, ...], report: Report) -> dict[str, Any]:
    """Its values: how many are looked at and saved, what is changed, what could not be saved, and what held others."""
    files = papers(together)
    good = readable(files)
    waiting = [each for each in files if each.state == "arriving"]
    records = {each.record for each in files}
    return {
        "record": files[0].record if len(records) == 1 else "",
        "files": files,
        "total": len(files),
        "checked": len(files) - len(waiting),
        "readable": len(good),
        "unseen": sum(each.state == "unseen" for each in files),
        "late": any(each.late for each in waiting),
        "pages": sum(each.pages for each in good),
        "scans": sum(len(each.facts.studies) for each in good),
        "changes": _changes(good),
        "photos": len(report),
        "reports": len(reports(report)),
        "can_part": can_part(report),
        "unclear": photos.unclear(report),
        "troubles": tuple(each for each in files if each.state not in ("readable", "arriving", "unseen", "opened")),
        "holders": tuple(Holder(each, len(papers_of(case, each))) for each in opened(together)),
    }


def can_part(report: Report) -> bool:
    """Whether it can be told here that its photos are no reports together: elsewhere the sorting card asks."""
    return bool(report and report[0].record) and not any(each.placed for each in report)


def _changes(files: Iterable[Document]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the packet will show of these files in another way than they do, or not at all, and their names."""
    files = tuple(files)
    found = {remark: tuple(each.name for each in files if remark in each.remarks) for remark in CHANGES_THE_PACKET}
    return tuple((remark, names) for remark, names in found.items() if names)
