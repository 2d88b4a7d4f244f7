"""The first page of a packet: who, where it goes and when, what is asked, and what is missing, in a doctor's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dialogs.checklist.checklist import Line
from dialogs.roads.packet.plan import PacketPlan
from dialogs.words.packet_titles import Titles
from dialogs.words.patient_lines import patient_lines
from dialogs.words.script import is_read_from_right
from dialogs.words.wording import Wording

MOST_QUESTIONS = 5
"""On the first page; the others follow on a page that it names."""


def book(wording: Wording, planned: PacketPlan, now: datetime) -> dict[str, Any]:
    """The words of bot/papers/book.typ that hang on no page of the packet."""
    words, sheet = wording.words["packet"], wording.words["sheet"]
    questions = [wording.question(each) for each in planned.questions]
    return {
        "language": wording.language,
        "from_right": is_read_from_right(words["title"]),
        "paper": planned.paper,
        "title": words["title"],
        "name": planned.patient.name,
        "patient": patient_lines(wording, planned.patient, planned.country, planned.treated_in),
        "goes": going(wording, wording.bound(planned.destinations, planned.destination), planned.date, planned.country),
        "prepared": words["prepared"].replace("{day}", wording.day_in(now, planned.country)),
        "continued": words["continued"],
        "letter": {
            "heading": sheet["letter"],
            "decision_label": sheet["decision"],
            "decision": planned.decision or sheet["no_decision"],
            "questions_label": sheet["questions"],
            "questions": questions[:MOST_QUESTIONS],
            "no_questions": "" if planned.decision_alone else sheet["no_questions"],
            "further": questions[MOST_QUESTIONS:],
            "further_label": words["further_questions"],
            "more": words["more_on_page"].replace("{number}", str(len(questions) - MOST_QUESTIONS)),
        },
        "own_words": {
            "heading": words["own_words"],
            "note": words["own_words_note"],
            "entries": [
                {
                    "title": wording.title(own.record),
                    "written": words["written_on"].replace(
                        "{day}", wording.day_in(own.day, planned.country) if own.day else ""
                    ),
                    "paragraphs": _paragraphs(own.text),
                }
                for own in planned.own_words
            ],
        },
        "disclaimers": list(words["disclaimers"]),
    }


def stamp(wording: Wording, planned: PacketPlan) -> str:
    """By what a page that fell out of its packet is known to be this patient's."""
    name, born = planned.patient.name, planned.patient.born
    words = str(wording.words["packet"]["born_on"])
    said = words.replace("{day}", wording.day_in(born, planned.country)) if born else ""
    return wording.listed([each for each in (name, said) if each])


def lists(wording: Wording, planned: PacketPlan) -> list[dict[str, Any]]:
    """What is missing and why, and what is at hand but not in the packet."""
    words = wording.words["packet"]
    missing = {
        "heading": words["missing"],
        "items": _lines(wording, planned, planned.missing),
        "empty": words["nothing_missing"],
    }
    elsewhere = {"heading": words["elsewhere"], "items": _lines(wording, planned, planned.elsewhere), "empty": ""}
    return [missing, elsewhere] if planned.elsewhere else [missing]


def refused(wording: Wording, planned: PacketPlan) -> list[dict[str, str]]:
    """Files that were sent and are not kept, and why."""
    kind, why = Titles(wording).kind, wording.words["left_out"]
    return [{"title": each.name or kind(each), "note": why[each.state]} for each in planned.refused]


def going(wording: Wording, destination: str, day: str, country: str = "") -> list[dict[str, str]]:
    """Where the second opinion is to be and the day that matters (ISO 8601), as far as they are known."""
    words = wording.words["sheet"]
    known = (("destination", destination), ("date", wording.day_in(day, country) if day else ""))
    return [{"label": words[key], "value": wording.apart(value)} for key, value in known if value]


def _lines(wording: Wording, planned: PacketPlan, lines: Sequence[Line]) -> list[dict[str, str]]:
    return [{"title": wording.title(line.record), "note": why(wording, line, planned.country)} for line in lines]


def why(wording: Wording, line: Line, country: str) -> str:
    """Why a record is not there: what a doctor can use of it, and nothing of whom was asked or of notes."""

    def said(key: str, day: str) -> str:
        return str(words[key]).replace("{day}", wording.day_in(day, country))

    words: Mapping[str, str] = wording.words["why"]
    request = line.requests[-1] if line.standing == "asked" and line.requests else None
    if request is None:
        return words.get(line.standing, words["missing"])
    asked = said("asked_on", request.when) if request.when else words["asked"]
    promised = said("promised", request.promised) if request.promised else ""
    return wording.listed([each for each in (asked, promised) if each])


def _paragraphs(text: str) -> list[dict[str, Any]]:
    """What was written, by paragraphs and lines, each paragraph with the direction in which its script is read."""
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [{"lines": lines, "from_right": is_read_from_right("".join(lines))} for lines in paragraphs if lines]
