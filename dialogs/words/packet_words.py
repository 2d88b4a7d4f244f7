"""A packet's plan in words: what its cover, contents and dividers say, and what its files are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogs.case.document import Document
from dialogs.checklist.checklist import Line
from dialogs.roads.packet.plan import PacketPlan
from dialogs.words.vocabulary import LEFT_OUT
from dialogs.words.wording import Wording


@dataclass(frozen=True, slots=True)
class PacketWords:
    """The words of one language for any packet."""

    wording: Wording

    def order(self, planned: PacketPlan, now: datetime) -> dict[str, Any]:
        """What `bot.packet` is asked to bind, ready for JSON; files are numbered from 0 in the packet's order."""
        words = self.wording.words["packet"]
        place = {document.number: number for number, document in enumerate(planned.documents)}
        titles = self._titles(planned.documents)
        return {
            "limit": planned.megabytes * 1_000_000,
            "files": [
                {
                    "title": titles[each.number],
                    "name": each.name,
                    "kind": each.kind,
                    "turned": each.turned,
                    "pages": each.pages,
                    "drawn": list(each.drawn),
                    "compared": each.compared,
                }
                for each in planned.documents
            ],
            "records": [
                {
                    "title": self.wording.title(section.record) if section.record else words["unsorted"],
                    "files": [place[document.number] for document in section.documents],
                }
                for section in planned.sections
            ],
            "timeline": [
                {"day": self._day(each.date), "title": self._kind(each), "file": place[each.number]}
                for each in planned.timeline
            ],
            "lists": self._lists(planned, words),
            "refused": [
                {"title": each.name or self._kind(each), "note": self.wording.words["left_out"][each.state]}
                for each in planned.refused
            ],
            "book": self._book(planned, words, now),
            "words": {
                **{key: value for key, value in words.items() if isinstance(value, str)},
                "language": self.wording.language,
                "reason": {key: self.wording.words["left_out"][key] for key in LEFT_OUT},
            },
            "left_out": [],
        }

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
            "prepared": words["prepared"].replace("{day}", self.wording.long_day(now)),
            "continued": words["continued"],
            "letter": {
                "heading": sheet["letter"],
                "decision_label": sheet["decision"],
                "decision": planned.decision or sheet["no_decision"],
                "questions_label": sheet["questions"],
                "questions": [self.wording.question(each) for each in planned.questions] or [sheet["no_questions"]],
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

    def _titles(self, documents: Sequence[Document]) -> dict[int, str]:
        """What each file is called: as its patient calls it, else its kind and date, else its name or a number."""
        words, titles = self.wording.words["packet"], {}
        for number, document in enumerate(documents, start=1):
            kind = self._kind(document)
            dated = words["titled"].replace("{title}", kind).replace("{day}", self._day(document.date))
            plain = words["untitled"].replace("{title}", kind).replace("{number}", str(number))
            titles[document.number] = document.title or (dated if document.date else document.name or plain)
        return titles

    def _kind(self, document: Document) -> str:
        if document.title:
            return document.title
        known = document.record in self.wording.words["record"]
        return (
            self.wording.title(document.record)
            if known
            else document.name or str(self.wording.words["packet"]["unsorted"])
        )

    def _day(self, day: str) -> str:
        if not day:
            return ""
        try:
            parsed = date.fromisoformat(day)
        except ValueError:  # not a whole date: shown as it was confirmed
            return day
        return self.wording.long_day(datetime(parsed.year, parsed.month, parsed.day))  # noqa: DTZ001 - a day, no moment
