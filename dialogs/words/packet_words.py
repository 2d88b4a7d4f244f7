"""A packet's plan in words: what its first pages, contents and dividers say, and what its files are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogs.case.document import Document
from dialogs.case.report import Report
from dialogs.roads.packet.plan import PacketPlan
from dialogs.words import packet_cover, packet_data
from dialogs.words.file_names import named_for
from dialogs.words.packet_titles import Titled, Titles
from dialogs.words.page_words import LEFT_OUT
from dialogs.words.wording import Wording


@dataclass(frozen=True, slots=True)
class PacketWords:
    """The words of one language for any packet."""

    wording: Wording

    def order(self, planned: PacketPlan, now: datetime) -> dict[str, Any]:
        """What `bot.packet` is asked to bind, ready for JSON; files are numbered from 0 in the packet's order."""
        words = self.wording.words["packet"]
        place = {document.number: number for number, document in enumerate(planned.documents)}
        titles = Titles(self.wording).of(planned)
        return {
            "limit": planned.megabytes * 1_000_000,
            "files": self._files(planned, titles),
            "containers": [{"name": each.name, "kind": each.kind} for each in planned.containers],
            "records": [
                {
                    "title": self.wording.title(section.record) if section.record else words["unsorted"],
                    "files": [place[document.number] for document in section.documents],
                    "reports": [self._report(titles[report], report, place) for report in section.reports],
                }
                for section in planned.sections
            ],
            "timeline": [self._report(titles[report], report, place) for report in planned.timeline],
            "lists": packet_cover.lists(self.wording, planned),
            "refused": packet_cover.refused(self.wording, planned),
            "book": packet_cover.book(self.wording, planned, now),
            "data": packet_data.confirmed(self.wording, planned, place, now),
            "stamp": packet_cover.stamp(self.wording, planned),
            "words": {
                **self.on_pages(),
                "paper": planned.paper,
                "reason": {key: self.wording.words["left_out"][key] for key in LEFT_OUT},
            },
            "left_out": [],
        }

    def on_pages(self) -> dict[str, Any]:
        """What may stand on any page that we set, by name, and the language it is in."""
        words = self.wording.words["packet"]
        written = {key: value for key, value in words.items() if isinstance(value, str)}
        return {**written, "language": self.wording.language}

    def piece(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """One file of a packet that was built: what it is called, and its number in the vault."""
        key = {"pages": "file_name", "originals": "archive_name"}[values["kind"]]
        name = self._named(f"{key}_part" if values["of"] > 1 else key, values.get("name", ""))
        name = name.replace("{part}", str(values["part"])).replace("{parts}", str(values["of"]))
        return {"file_name": name, "document": values["document"]}

    def _named(self, key: str, name: str) -> str:
        """The name of a file with that of its patient, where it can be written in it."""
        words = self.wording.words["packet"]
        pattern = str(words[f"named_{key}"])
        return named_for(pattern, name) or str(words[key])

    def _files(self, planned: PacketPlan, titles: Mapping[Report, Titled]) -> list[dict[str, Any]]:
        title, holding = Titles(self.wording), {each.number for each in planned.containers}
        photos, stems = title.photos(planned), title.stems(planned, titles)
        return [
            {
                **_as_it_came(each),
                "title": title.with_photo(titles[report].line, photos.get(each.number, "")),
                "photo": photos.get(each.number, ""),
                "stem": stems[each.number],
                "inside": each.container in holding,
            }
            for report in planned.reports
            for each in report
        ]

    def _report(self, titled: Titled, report: Report, place: Mapping[int, int]) -> dict[str, Any]:
        return {
            "title": titled.kind,
            "place": titled.place,
            "day": titled.day,
            "line": titled.line,
            "files": [place[each.number] for each in report],
        }


def _as_it_came(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "kind": document.kind,
        "turned": document.upright,
        "sheet": list(document.sheet),
        "pages": document.pages,
        "drawn": list(document.drawn),
        "compared": document.compared,
    }
