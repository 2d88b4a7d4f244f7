"""What is shown of the files a patient sent: the list, one file, and what can be done with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import Document, opened
from dialogs.content.guide import Guide
from dialogs.days.zones import today
from dialogs.effects import Button, Keyboard
from dialogs.journey.road import Layout
from dialogs.receiving.opening import Holder, papers_of
from dialogs.roads.files.changes import MAX_TITLE, beside, by_record, in_order, next_turn
from dialogs.roads.files.path import DATING, DELETING, FILES, MOVING, ONE, PASSWORD, RENAMING, REPLACING, card
from dialogs.understanding.days import day_of, either_day, read_day
from dialogs.understanding.suggestions import suggestions

PLACES = {"up": -1, "down": 1}
A_PAGE = 8
"""Files on one page of the list: as many buttons as a phone shows at once."""

LAYOUT: Layout = {
    FILES: (("back",),),
    ONE: (
        *(("password",), ("pictures",), ("rename", "move"), ("date", "turn"), ("up", "down")),
        *(("replace", "erase"), ("back", "leave")),
    ),
    RENAMING: (("no_title",), ("back",)),
    MOVING: (("back",),),
    DATING: (("no_day",), ("back",)),
    REPLACING: (("back",),),
    DELETING: (("erase_yes",), ("back",)),
    PASSWORD: (("back",),),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == FILES:
        holders, groups = opened(case.documents), by_record(guide, case)
        return {
            "groups": groups,
            "total": sum(len(files) for _, files in groups),
            "not_here": sum(not each.is_here for each in case.documents),
            "holders": tuple(Holder(each, len(papers_of(case, each))) for each in holders),
            "hints": len(suggestions(guide, case, today(case))),
        }
    document = case.document(case.looking_at)
    shown: dict[str, Any] = {"document": document}
    if case.step == ONE:
        shown |= {"day": day_of(case, document) if document else "", "hints": _suggestions_about(guide, case)}
    if case.step in (ONE, DELETING):
        papers = papers_of(case, document) if document and document.state == "opened" else ()
        shown |= {"papers": len(papers), "holder": case.document(document.container) if document else None}
    if case.step == RENAMING:
        shown |= {"at_most": MAX_TITLE}
    return shown


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """The buttons that come from the files and from the guide."""
    if case.step == FILES:
        left = len(suggestions(guide, case, today(case)))
        return (*_page(guide, case), *(((Button("aside/hints", f"hints.{left}"),),) if left else ()))
    document = case.document(case.looking_at)
    if case.step == MOVING:
        fitting = [record for record in guide.records if "send" in record.answers]
        others = [record for record in fitting if document is None or record.key != document.record]
        return tuple((Button(f"{card(case)}/to/{record.key}", f"record.{record.key}.title"),) for record in others)
    if case.step == DATING and document:
        read = (read_day(case, document), *either_day(case, document))
        return tuple((day_button(case, day),) for day in read if day)
    return ()


def argument(case: Case, move: str) -> str:
    """What a move does to the file: how far it will be turned, or which file it changes places with."""
    document = case.document(case.looking_at) if case.step == ONE else None
    if document is None or move not in ("turn", "up", "down"):
        return ""
    if move == "turn":
        return str(next_turn(document))
    other = beside(case, document, PLACES[move])
    return str(other.number) if other else ""


def day_button(case: Case, day: str) -> Button:
    return Button(f"{card(case)}/day/{day}", f"on_day.{day}")


def file_button(document: Document, data: str) -> Button:
    name = document.title or document.name
    return Button(data, f"file.{document.number}.{document.pages}.{name}")


def _page(guide: Guide, case: Case) -> Keyboard:
    files = in_order(guide, case)
    begin = case.files_from if case.files_from < len(files) else 0
    rows = [(file_button(each, f"{FILES}/look/{each.number}"),) for each in files[begin : begin + A_PAGE]]
    turning = [("earlier_files", begin - A_PAGE)] if begin else []
    turning += [("more_files", begin + A_PAGE)] if begin + A_PAGE < len(files) else []
    leafing = tuple(Button(f"{FILES}/page/{place}", f"button.{name}") for name, place in turning)
    return (*rows, leafing) if leafing else tuple(rows)


def _suggestions_about(guide: Guide, case: Case) -> int:
    return sum(each.document == case.looking_at for each in suggestions(guide, case, today(case)))
