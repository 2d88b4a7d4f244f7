"""What is sent as a file: its words as plain values, in the shape that `bot.packet` sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from dialogs.case.document import SET
from dialogs.checklist.checklist import GROUPS, MISSING, NOT_WANTED, ON_ITS_WAY, Line
from dialogs.words.packet_cover import going, why
from dialogs.words.packet_words import PacketWords
from dialogs.words.patient_lines import patient_lines
from dialogs.words.script import is_read_from_right
from dialogs.words.wording import Wording


class Papers:
    """The papers of one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._kinds: Mapping[str, Callable[[Mapping[str, Any], datetime], dict[str, Any]]] = {
            "sheet": self._sheet_paper,
            "letter": self._letter,
            "back": self._back,
            "calendar": self._calendar,
            "packet_piece": self._packet_piece,
            "packet": self._packet,
            "pictures": self._pictures,
            "export": self._export,
        }

    def of(self, for_another: bool, reader: str = "") -> Papers:
        """The papers of who gathers their own records, or those of another; in the language of their `reader`."""
        return Papers(self._wording.read_by(reader).of(for_another))

    def words(self, kind: str, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        """What stands on a paper, ready for JSON; `kind` as in `effects.SendPaper`."""
        return self._kinds[kind](values, now)

    def _sheet_paper(self, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        """The one-page summary; the name of its file names no illness."""
        words = self._wording.words["sheet"]
        return {"file_name": words["file_name"], "sheet": self._sheet(words, values, now)}

    def _letter(self, values: Mapping[str, Any], _: datetime) -> dict[str, Any]:
        """A letter to sign, filled with the values of `dialogs.roads.letters.facts.letter_values`."""
        return {"file_name": self._wording.letters.file_name, "letter": self._wording.letters.letter(values)}

    def _back(self, values: Mapping[str, Any], _: datetime) -> dict[str, Any]:
        """The page to take back to the first team, with the values of `dialogs.roads.letters.facts.back_values`."""
        return {"file_name": self._wording.letters.back_file_name, "back": self._wording.letters.back(values)}

    def _calendar(self, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        """The dates for a calendar: `days` are pairs of a day (ISO 8601) and one of the calendar's `EVENTS`."""
        words = self._wording.words["calendar"]
        days = [[day, words[event]] for day, event in values["days"]]
        return {"file_name": words["file_name"], "days": days, "made": now.isoformat()}

    def _packet_piece(self, values: Mapping[str, Any], _: datetime) -> dict[str, Any]:
        """One file of a packet; its name names no illness."""
        return PacketWords(self._wording).piece(values)

    def _packet(self, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        """What a packet that is planned will say."""
        return PacketWords(self._wording).order(values["plan"], now)

    def _pictures(self, values: Mapping[str, Any], _: datetime) -> dict[str, Any]:
        """Which pages of which file to show, with the packet's words where we set its pages ourselves."""
        if values["kind"] in SET:
            return {**values, "words": {**PacketWords(self._wording).on_pages(), "paper": values.get("paper", "a4")}}
        return dict(values)

    def _export(self, values: Mapping[str, Any], _: datetime) -> dict[str, Any]:
        """One part of all that is kept, `parts` being the numbers of the files in each; its name names no illness."""
        words = self._wording.words["export"]
        name = str(words["file_name_part" if values["of"] > 1 else "file_name"])
        name = name.replace("{part}", str(values["part"])).replace("{parts}", str(values["of"]))
        return {"file_name": name, "part": values["part"], "parts": [list(part) for part in values["parts"]]}

    def _sheet(self, words: Mapping[str, Any], values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
        wording = self._wording

        def items(lines: tuple[Line, ...]) -> list[dict[str, str]]:
            return [{"title": wording.title(line.record), "note": note(line)} for line in lines]

        def note(line: Line) -> str:
            """A doctor reads it too: of what is not here neither notes, nor whom was asked, nor what was put off."""
            awaited = line.group in (MISSING, ON_ITS_WAY)
            return why(wording, line, values.get("country", "")) if awaited else wording.standing(line)

        return {
            "language": wording.language,
            "title": words["title"],
            "prepared": words["prepared"].format(day=wording.long_day(now)),
            "from_right": is_read_from_right(words["title"]),
            "paper": values.get("paper", "a4"),
            "name": values["patient"].name if "patient" in values else "",
            "goes": [
                *(patient_lines(wording, values["patient"], values["country"]) if "patient" in values else ()),
                *going(wording, wording.bound(values["destinations"], values["destination"]), values["date"]),
            ],
            "letter": {
                "heading": words["letter"],
                "decision_label": words["decision"],
                "decision": wording.apart(values["decision"]) or words["no_decision"],
                "questions_label": words["questions"],
                "questions": [wording.apart(wording.question(each)) for each in values["questions"]],
                "no_questions": "" if values.get("decision_alone") else words["no_questions"],
            },
            "sections": [
                {
                    "heading": wording.words["group"][name],
                    "items": items(values["groups"][name]),
                    "empty": words["none"],
                }
                for name in GROUPS
                if name != NOT_WANTED or values["groups"][name]
            ]
            + ([_unsorted(wording, values["unsorted"])] if values["unsorted"] else []),
            "bring_forward": {
                "heading": words["bring_forward"],
                "items": [wording.words["bring_forward"][key] for key in values["bring_forward"]],
            },
            "next_steps": {
                "heading": words["next_steps"],
                "items": [wording.next_step(step) for step in values["next_steps"]],
            },
            "disclaimers": list(words["disclaimers"]),
            "page_label": words["page"],
        }


def _unsorted(wording: Wording, files: int) -> dict[str, Any]:
    """Files that have no place yet are on the page too."""
    heading = str(wording.words["sheet"]["unsorted"]).rstrip(": ")
    items = [{"title": wording.count(files, "file"), "note": ""}]
    return {"heading": heading, "items": items, "empty": "", "mark": "open"}
