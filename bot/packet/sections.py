"""The records of one part of the packet: which files' pages stand there, under which marks, and on which page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.packet.binding import Bound
from bot.packet.pdf.pages import Placed
from bot.packet.pdf.part import Mark

Plan = Mapping[str, Any]
Place = dict[str, Any]
DIVIDED = 4
"""Pages of a record of several reports from which on a divider stands before it: before fewer it is in the way."""


@dataclass(frozen=True)
class Section:
    """One record in one part: each of its files that is there, with its pages, in the order of the plan."""

    record: Plan
    runs: list[tuple[int, list[Placed]]]

    @property
    def title(self) -> str:
        return str(self.record["title"])

    @property
    def reports(self) -> list[Plan]:
        """The reports of which there are pages here."""
        here = {file for file, _ in self.runs}
        return [report for report in self.record["reports"] if here & {*report["files"]}]

    @property
    def pages(self) -> list[Placed]:
        return [page for _, placed in self.runs for page in placed]

    @property
    def divided(self) -> bool:
        return len(self.reports) > 1 and len(self.pages) >= DIVIDED

    def marks(self, plan: Plan) -> list[Mark]:
        """A line of the outline for each report, and below it one for each photo where there are several."""
        first = {file: placed[0].page for file, placed in self.runs}
        marks = []
        for report in self.reports:
            here = [Mark(plan["files"][file]["title"], first[file]) for file in report["files"] if file in first]
            marks.append(Mark(report["line"], here[0].page, here if len(report["files"]) > 1 else ()))
        return marks


def sections_of(plan: Plan, bound: Bound) -> list[Section]:
    """The records of one part, in the order of the plan."""
    found = []
    for record in plan["records"]:
        runs = [(file, placed) for file, placed in bound.runs if file in record["files"]]
        if runs:
            found.append(Section(record, runs))
    return found


def places_of(plan: Plan, parts: Sequence[Bound]) -> dict[int, Place]:
    """Where each file begins: its part, its page counted from the first one after the front pages, and its object."""
    places: dict[int, Place] = {}
    for number, bound in enumerate(parts, start=1):
        at = 1
        for section in sections_of(plan, bound):
            at += section.divided
            for file, placed in section.runs:
                places.setdefault(file, {"part": number, "place": at, "page": placed[0].page})
                at += len(placed)
    return places
