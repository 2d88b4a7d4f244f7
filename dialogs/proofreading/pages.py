"""The pages that are printed, with the words of the emptiest and the fullest case, and the file each is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.patient import Patient
from dialogs.composed.contents import Content
from dialogs.content.guide import LETTERS
from dialogs.effects import SendPaper
from dialogs.letters import COUNTRIES
from dialogs.proofreading.chat import Chat
from dialogs.proofreading.fullest import fullest
from dialogs.roads.keeping.accesses import KINDS, Access
from dialogs.roads.letters.facts import back_values, letter_values
from dialogs.roads.packet.plan import plan
from dialogs.roads.the_date.calendar import EVENTS, calendar
from dialogs.words.everything import Everything, Known
from dialogs.words.papers import Papers

LINE = "Maximiliana Ω by the river " * 2
PATIENT = Patient(LINE, LINE, "1954-02-07", "4471123", LINE, LINE, LINE)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Page:
    """A page to set: its layout, its words, and where they are written."""

    layout: str
    words: dict[str, Any]
    file: Path


def pages(content: Content, folder: Path) -> Iterator[Page]:
    """Every page of one language (its folder), small and large, asked for by a patient and by who cares for one.

    Raises what filling in a wrong word raises.
    """
    empty = Case(keeps_files=True)
    full = replace(fullest(content, note="Ω" * 60).case, decision="Now, or after the summer? " * 19, name="W" * 60)
    full = replace(full, destination="The hospital by the river " * 4, patient=PATIENT)
    both = [Papers(content.wording.of(for_another)) for for_another in (False, True)]
    for papers, case in ((papers, case) for papers in both for case in (empty, full)):
        sheet = papers.words("sheet", _summary(content, case), NOW)
        yield Page("sheet", sheet["sheet"], folder / "words.toml")
        back = papers.words("back", back_values(content.guide, case), NOW)
        yield Page("back", back["back"], folder / "letters" / "back.toml")
        for kind in LETTERS if papers is both[0] else ():  # a patient signs them, whoever asked for them
            for country in COUNTRIES:
                wanting = _wanting_all(content, replace(case, country=country), kind) if case is full else case
                values = letter_values(content.guide, replace(wanting, country=country), kind)
                yield Page("letter", papers.words("letter", values, NOW)["letter"], folder / "letters" / f"{kind}.toml")
        yield Page("book", _book(content, papers, case), folder / "words.toml")


def copies(content: Content) -> list[str]:
    """The page that a copy of everything begins with, of the emptiest and the fullest case, in each form."""
    everything, made = Everything(content.guide, content.wording), list[str]()
    full = replace(fullest(content).case, documents=(Document(1, "a", "a.pdf", state="readable", pages=2),))
    full = replace(full, zone="Europe/Paris", agreed_on="2026-03-02")
    for case, parts in ((Case(keeps_files=False), 1), (full, 2)):
        noted = tuple(Access(case.heard, kind, 1) for kind in KINDS) if parts > 1 else ()
        known = Known(90 if parts > 1 else 0, case.heard, noted, {1: (1, "001 a.pdf")}, parts)
        made += [
            everything.page(replace(case, for_another=each, language=content.language.code), known, case.heard)
            for each in (False, True)
        ]
    return made


def calendar_words(content: Content) -> str:
    """The calendar's text with one day of each kind."""
    days = [("2026-03-0" + str(number), event) for number, event in enumerate(EVENTS, start=1)]
    words = Papers(content.wording).words("calendar", {"days": days}, NOW)
    return calendar([(date.fromisoformat(day), said) for day, said in words["days"]], "s" * 32, NOW)


def _summary(content: Content, case: Case) -> dict[str, Any]:
    chat = Chat(dialogue=content.dialogue, case=replace(case, step="summary", returns_to=()))
    chat.patient_presses_data("aside/sheet")
    (paper,) = (effect for effect in chat.turn.effects if isinstance(effect, SendPaper))
    return dict(paper.values)


def _wanting_all(content: Content, case: Case, kind: str) -> Case:
    for record in content.guide.records:
        case = case.answering(record.key, "missing")
    return replace(case, addressed={kind: "Ω & < > " * 25})


def _book(content: Content, papers: Papers, case: Case) -> dict[str, Any]:
    """What `bot.packet.finishing` makes of a plan, without the files."""
    if case.decision:
        kept = [
            Document(number, "a", "n.pdf", record.key, "readable", 2, date="2026-03-01")
            for number, record in enumerate(content.guide.records, start=1)
        ]
        for record in content.guide.records:
            case = case.in_own_words(record.key, "Twice a day.\n" * 9, "2026-03-01")
        case = replace(case, documents=(*kept, Document(99, "a", "x.pdf", "", "locked")))
    order = papers.words("packet", {"plan": plan(content.guide, case)}, NOW)
    words = order["words"]
    own_words = enumerate(order["book"]["own_words"]["entries"])
    contents: list[dict[str, Any]] = [{"kind": "own", "title": own["title"], "number": at} for at, own in own_words]
    for record in order["records"]:
        contents += [{"kind": "record", "title": record["title"]}, *map(_entry, record["reports"])]
    left_out = {"heading": words["left_out_heading"], "items": order["refused"], "empty": ""}
    more = {"more": str(words["more_on_page"]).replace("{number}", "9")}
    return {
        **order["book"],
        "part": 1,
        "parts": 2,
        "part_label": words["part"].replace("{part}", "1").replace("{parts}", "2"),
        "lists": [*order["lists"], *([{**left_out, **more}] if order["refused"] else [])],
        "about_files": [left_out] if order["refused"] else [],
        "contents": {"heading": words["contents"], "entries": contents},
        "timeline": {
            "heading": words["timeline"],
            "note": words["timeline_note"],
            "entries": [*map(_entry, order["timeline"])],
        },
        "dividers": [
            {"title": record["title"], "entries": [*map(_entry, record["reports"])]} for record in order["records"]
        ],
        "words": {key: words[key] for key in ("part_page", "more")},
    }


def _entry(report: Mapping[str, Any]) -> dict[str, Any]:
    said = {"title": report["title"], "line": report["line"], "at": report["place"], "day": report["day"]}
    return {"kind": "file", **said, "note": "", "goes": "packet:0", "part": 1, "place": 2}
