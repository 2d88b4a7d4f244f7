"""What of a packet a program may read: what the patient confirmed, and nothing that was only read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dialogs.case.document import Document
from dialogs.case.report import Report
from dialogs.roads.packet.plan import PacketPlan
from dialogs.understanding.days import is_day
from dialogs.understanding.record_numbers import numbers_in
from dialogs.words.wording import Wording


def confirmed(wording: Wording, planned: PacketPlan, place: Mapping[int, int], now: datetime) -> dict[str, Any]:
    """The patient's lines, and each report with its record, day and title as far as the patient said or agreed to them.

    `place`: the files in the packet's order, by number. Days are ISO 8601, the moment is `now`.
    """
    return {
        "made": now.isoformat(timespec="seconds"),
        "language": wording.language,
        "title": wording.words["packet"]["title"],
        "patient": asdict(planned.confirmed),
        "numbers": [{"number": each.number, "place": each.place} for each in numbers_in(planned.confirmed.number)],
        "number_label": str(wording.words["patient"]["number"]),
        "sections": list(_sections(wording, planned, place)),
    }


def _sections(wording: Wording, planned: PacketPlan, place: Mapping[int, int]) -> Iterator[dict[str, Any]]:
    """The reports under their records: where a document belongs is never noted before the patient said it."""
    for section in planned.sections:
        title = wording.title(section.record) if section.record else wording.words["packet"]["unsorted"]
        yield {"title": title, "reports": [_report(wording, report, place) for report in section.reports]}


def _report(wording: Wording, report: Report, place: Mapping[int, int]) -> dict[str, Any]:
    return {
        "title": next((each.title for each in report if each.title), ""),
        "kind": _kind(wording, report[0]),
        "day": next((each.date for each in report if is_day(each.date)), ""),
        "files": [place[each.number] for each in report],
    }


def _kind(wording: Wording, document: Document) -> str:
    words = wording.words["record"].get(document.record, {})
    return str(words.get("document") or words.get("title", ""))
