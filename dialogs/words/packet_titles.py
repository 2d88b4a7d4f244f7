"""What the documents of a packet are called: by what they are, where and when they were made, and never "mri.pdf"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.case.document import PICTURES, Document
from dialogs.case.report import Report
from dialogs.roads.packet.plan import PacketPlan
from dialogs.understanding.days import is_day
from dialogs.words.file_names import safe, without_ending
from dialogs.words.wording import Wording


@dataclass(frozen=True, slots=True)
class Titled:
    """One report as a doctor finds it."""

    kind: str
    """What it is: as its patient calls it, else "Imaging report: CT chest"."""
    place: str
    """The hospital or laboratory at its head, as printed; empty if none was read."""
    day: str
    """The day it is of, in words; one that was only read says so; empty if there is none."""
    line: str
    """All of it in one line; of two that would be called alike each has its number."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one language."""

    wording: Wording

    def of(self, planned: PacketPlan) -> dict[Report, Titled]:
        """What every report of a packet is called."""
        found = {report: self._titled(planned, report) for report in planned.reports}
        alike = Counter(each.line for each in found.values())
        pattern, count = str(self._words["untitled"]), Counter[str]()
        for report, each in found.items():
            if alike[each.line] > 1:
                # Where place and day stand below the kind, the kind alone has to tell one from another.
                count[each.kind] += 1
                number = str(count[each.kind])
                numbered = pattern.replace("{title}", each.kind).replace("{number}", number)
                line = pattern.replace("{title}", each.line).replace("{number}", number)
                found[report] = Titled(numbered, each.place, each.day, line)
        return found

    def photos(self, planned: PacketPlan) -> dict[int, str]:
        """Which photo of its report each of several is."""
        words = str(self._words["photo"])
        return {
            each.number: words.replace("{number}", str(number)).replace("{count}", str(len(report)))
            for report in planned.reports
            for number, each in enumerate(report, start=1)
            if len(report) > 1
        }

    def with_photo(self, title: str, photo: str) -> str:
        """What a file is called: as its report; one of several photos also says which it is."""
        words = str(self._words["photo_titled"])
        return words.replace("{title}", title).replace("{photo}", photo) if photo else title

    def stems(self, planned: PacketPlan, titles: Mapping[Report, Titled]) -> dict[int, str]:
        """What each file is called among the originals, without its ending: by its day, so that they stand in order."""
        found = {}
        for report in planned.reports:
            day = planned.day(report)
            known = "read" if planned.is_read(report) else "dated"
            pattern = self._words[f"original_{known}" if is_day(day) else "original_undated"]
            kind = titles[report].kind if self._is_known(report[0]) else without_ending(titles[report].kind)
            title = str(pattern).replace("{title}", kind).replace("{day}", day)
            for number, each in enumerate(report, start=1):
                paged = str(self._words["original_page"]).replace("{title}", title).replace("{number}", str(number))
                found[each.number] = safe(paged if len(report) > 1 else title)
        return found

    def kind(self, document: Document, of: int = 1) -> str:
        """What a document is: as its patient calls it, else its record and what was examined; else its name.

        `of`: how many files its report has. Telegram's photos have no name: those are "6 photos".
        """
        if document.title:
            return document.title
        words = self.wording.words["record"]
        kinds = [words[key].get("document") or words[key]["title"] for key in document.records if key in words]
        if not self._is_known(document):
            pictures = self.wording.count(of, "photo") if document.kind in PICTURES else str(self._words["unsorted"])
            return document.name or pictures
        kind, study = self.wording.listed(kinds), self._study(document)
        return self.wording.said_of(kind, study) if study else kind

    def _is_known(self, document: Document) -> bool:
        """What it is was said, or told by its record: its name need not stand for it."""
        words = self.wording.words["record"]
        return bool(document.title or (document.record and any(key in words for key in document.records)))

    def _titled(self, planned: PacketPlan, report: Report) -> Titled:
        named = next((each for each in report if each.title), report[0])
        kind, day = self.kind(named, len(report)), self._day(planned, report)
        place = next((each.facts.institution for each in report if each.facts.institution), "")
        return Titled(kind, place, day, self.wording.listed([each for each in (kind, place, day) if each]))

    def _study(self, document: Document) -> str:
        """What was examined and how, as the report's title or the disc has it."""
        if document.facts.study:
            return document.facts.study
        known: Mapping[str, Any] = self.wording.words["modality"]
        modalities = dict.fromkeys(each.modality for each in document.facts.studies if each.modality)
        return self.wording.listed(known.get(each.replace("/", "_"), each) for each in modalities)

    def _day(self, planned: PacketPlan, report: Report) -> str:
        day = planned.day(report)
        said = (
            self.wording.day_in(day, planned.country) if is_day(day) else day
        )  # not a whole date: as it was confirmed
        return str(self._words["day_read"]).replace("{day}", said) if planned.is_read(report) else said

    @property
    def _words(self) -> Mapping[str, Any]:
        words: Mapping[str, Any] = self.wording.words["packet"]
        return words
