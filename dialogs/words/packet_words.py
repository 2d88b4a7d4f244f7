"""A packet's plan in words: what its cover, contents and dividers say, and what its files are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogs.case.document import Document
from dialogs.case.report import Report
from dialogs.checklist.checklist import Line
from dialogs.roads.packet.plan import PacketPlan
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
        reports = self._reports(planned)
        photos = self._photos(planned)
        holding = {each.number for each in planned.containers}
        return {
            "limit": planned.megabytes * 1_000_000,
            "files": [
                {
                    "title": self._title(reports[report], photos.get(each.number, "")),
                    "photo": photos.get(each.number, ""),
                    "name": each.name,
                    "kind": each.kind,
                    "turned": each.upright,
                    "sheet": list(each.sheet),
                    "pages": each.pages,
                    "drawn": list(each.drawn),
                    "compared": each.compared,
                    "inside": each.container in holding,
                }
                for report in planned.reports
                for each in report
            ],
            "containers": [{"name": each.name, "kind": each.kind} for each in planned.containers],
            "records": [
                {
                    "title": self.wording.title(section.record) if section.record else words["unsorted"],
                    "files": [place[document.number] for document in section.documents],
                    "reports": [
                        {"title": reports[report], "files": [place[each.number] for each in report]}
                        for report in section.reports
                    ],
                }
                for section in planned.sections
            ],
            "timeline": [
                {
                    "day": self._day_of(planned, report),
                    "title": self._kind(_named(report)),
                    "files": [place[each.number] for each in report],
                }
                for report in planned.timeline
            ],
            "lists": self._lists(planned, words),
            "refused": [
                {"title": each.name or self._kind(each), "note": self.wording.words["left_out"][each.state]}
                for each in planned.refused
            ],
            "book": self._book(planned, words, now),
            "words": {
                **self.on_pages(),
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
        words = self.wording.words["packet"]
        key = {"pages": "file_name", "originals": "archive_name"}[values["kind"]]
        name = str(words[f"{key}_part" if values["of"] > 1 else key])
        name = name.replace("{part}", str(values["part"])).replace("{parts}", str(values["of"]))
        return {"file_name": name, "document": values["document"]}

    def _book(self, planned: PacketPlan, words: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        sheet = self.wording.words["sheet"]
        return {
            "language": self.wording.language,
            "title": words["title"],
            "name": planned.name,
            "goes": going(self.wording, planned.destination, planned.date),
            "prepared": words["prepared"].replace("{day}", self.wording.long_day(now)),
            "continued": words["continued"],
            "letter": {
                "heading": sheet["letter"],
                "decision_label": sheet["decision"],
                "decision": planned.decision or sheet["no_decision"],
                "questions_label": sheet["questions"],
                "questions": [self.wording.question(each) for each in planned.questions] or [sheet["no_questions"]],
            },
            "own_words": {
                "heading": words["own_words"],
                "note": words["own_words_note"],
                "entries": [
                    {
                        "title": self.wording.title(own.record),
                        "written": words["written_on"].replace("{day}", self._day(own.day)),
                        "paragraphs": _paragraphs(own.text),
                    }
                    for own in planned.own_words
                ],
            },
            "disclaimers": list(words["disclaimers"]),
        }

    def _lists(self, planned: PacketPlan, words: Mapping[str, Any]) -> list[dict[str, Any]]:
        lists = [
            {"heading": words["missing"], "items": self._lines(planned.missing), "empty": words["nothing_missing"]}
        ]
        if planned.elsewhere:
            lists.append({"heading": words["elsewhere"], "items": self._lines(planned.elsewhere), "empty": ""})
        return lists

    def _lines(self, lines: Sequence[Line]) -> list[dict[str, str]]:
        return [{"title": self.wording.title(line.record), "note": self.wording.standing(line)} for line in lines]

    def _photos(self, planned: PacketPlan) -> dict[int, str]:
        """Which photo of its report each of several is."""
        words = self.wording.words["packet"]["photo"]
        return {
            each.number: words.replace("{number}", str(number)).replace("{count}", str(len(report)))
            for report in planned.reports
            for number, each in enumerate(report, start=1)
            if len(report) > 1
        }

    def _title(self, title: str, photo: str) -> str:
        """What a file is called: as its report; one of several photos also says which it is."""
        words = str(self.wording.words["packet"]["photo_titled"])
        return words.replace("{title}", title).replace("{photo}", photo) if photo else title

    def _reports(self, planned: PacketPlan) -> dict[Report, str]:
        """What each report is called: as its patient calls it, else its kind and date, else its name or a number."""
        words, titles, number = self.wording.words["packet"], {}, 1
        for report in planned.reports:
            named, day = _named(report), self._day_of(planned, report)
            kind = self._kind(named)
            with_day = words["titled"].replace("{title}", kind).replace("{day}", day)
            plain = words["untitled"].replace("{title}", kind).replace("{number}", str(number))
            name = named.name if len(report) == 1 else ""  # that of one photo says nothing of the others
            titles[report] = named.title or (with_day if day else name or plain)
            number += len(report)
        return titles

    def _kind(self, document: Document) -> str:
        if document.title:
            return document.title
        kinds = [self.wording.title(key) for key in document.records if key in self.wording.words["record"]]
        if not document.record or not kinds:
            return document.name or str(self.wording.words["packet"]["unsorted"])
        return str(self.wording.words["join"]["comma"]).join(kinds)

    def _day_of(self, planned: PacketPlan, report: Report) -> str:
        """The day of a report; one that was only read says so."""
        day = self._day(planned.day(report))
        return str(self.wording.words["packet"]["day_read"]).replace("{day}", day) if planned.is_read(report) else day

    def _day(self, day: str) -> str:
        if not day:
            return ""
        try:
            parsed = date.fromisoformat(day)
        except ValueError:  # not a whole date: shown as it was confirmed
            return day
        return self.wording.long_day(datetime(parsed.year, parsed.month, parsed.day))  # noqa: DTZ001 - a day, no moment


def going(wording: Wording, destination: str, day: str) -> list[dict[str, str]]:
    """Where the second opinion is to be and the day that matters (ISO 8601), as far as they are known."""
    words = wording.words["sheet"]
    known = (("destination", destination), ("date", wording.long_day(day) if day else ""))
    return [{"label": words[key], "value": value} for key, value in known if value]


def _named(report: Report) -> Document:
    """The first of a report's files that the patient gave a title; the first of all if none has one."""
    return next((each for each in report if each.title), report[0])


def _paragraphs(text: str) -> list[dict[str, Any]]:
    """What was written, by paragraphs and lines, each paragraph with the direction in which its script is read."""
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [{"lines": lines, "from_right": _is_read_from_right(lines)} for lines in paragraphs if lines]


def _is_read_from_right(lines: Sequence[str]) -> bool:
    """As the first letter that has a direction says (Unicode Annex 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(one) for one in "".join(lines))
    return next((one != "L" for one in directions if one in ("L", "R", "AL")), False)
