"""What the way through the records shows: the welcome, the decision, each record, the questions, review and summary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.checklist.checklist import checklist
from dialogs.checklist.shown import checklist_values, summary_values
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard, aside
from dialogs.journey.road import Layout
from dialogs.journey.steps import CONSENT, RECORD, REVIEW, SUMMARY, WELCOME, root
from dialogs.roads.records import path

MAX_QUESTIONS = 5
"""A reviewer has about an hour: one or two key questions, five at most."""

LAYOUT: Layout = {
    WELCOME: (("begin",),),
    CONSENT: (("keep_files",), ("checklist_only",), ("decline",)),
    path.DECISION: (("not_sure",), ("back",)),
    RECORD: (
        *(("send",), ("have",), ("elsewhere",), ("disc",), ("transfer",), ("link",), ("shipped",)),
        *(("arrived",), ("returned",), ("asked",), ("missing",)),
        ("not_applicable", "unsure"),
        ("explain",),
        ("back", "later"),
    ),
    path.SENDING: (("done",), ("back",)),
    **dict.fromkeys(path.NOTED, (("skip",), ("back",))),
    path.MISSING: (("cannot_get",), ("find",), ("remind",), ("back",)),
    path.FINDING: (("letter",), ("asked",), ("done",), ("back",)),
    path.QUESTIONS: (("remove",), ("done",), ("back",)),
    REVIEW: (("go_on",), ("finish",)),
    SUMMARY: (),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if guide.record(root(case.step)):
        return _record(guide, case)
    known: dict[str, Callable[[], dict[str, Any]]] = {
        path.DECISION: lambda: {"decision": case.decision},
        path.QUESTIONS: lambda: {"questions": case.questions, "at_most": MAX_QUESTIONS},
        REVIEW: lambda: checklist_values(guide, case),
        SUMMARY: lambda: summary_values(guide, case),
    }
    return known[case.step]() if case.step in known else {}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """The buttons that come from the guide: a row for each record at review, the example questions."""
    if case.step == REVIEW:
        return (
            *(((aside("my_files"),),) if case.documents else ()),
            *((Button(f"review/open/{each}", f"open.{each}"),) for each in (path.DECISION, path.QUESTIONS)),
            *(
                (Button(f"review/open/{line.record}", f"record.{line.record}.title", line.standing),)
                for line in checklist(guide, case).lines
            ),
        )
    if case.step == path.QUESTIONS and len(case.questions) < MAX_QUESTIONS:
        asked = {question.example for question in case.questions}
        return tuple(
            (Button(f"questions/add/{key}", f"question.{key}"),) for key in guide.example_questions if key not in asked
        )
    if case.step == SUMMARY:
        after = ((aside("afterwards"),),) if case.date or checklist(guide, case).complete else ()
        on_the_path = (Button(f"{SUMMARY}/review", "button.review"),)
        return ((aside("sheet"),), (aside("pack"),), on_the_path, (aside("remind_me"),), *after)
    return ()


def argument(case: Case, move: str) -> str:
    """Which question is taken away: the newest."""
    at_question = case.step == path.QUESTIONS and move == "remove" and case.questions
    return str(case.questions[-1].number) if at_question else ""


def _record(guide: Guide, case: Case) -> dict[str, Any]:
    record = guide.record(root(case.step))
    assert record is not None, "only at a record"
    kept = readable(case.documents_of(record.key))
    return {
        "record": record.key,
        "number": guide.number(record),
        "of": len(guide.numbered),
        "most_important": record.key == guide.most_important,
        "files": len(kept),
        "pages": sum(document.pages for document in kept),
        "note": case.answers[record.key].note if record.key in case.answers else "",
        "images": images_here(case) if record.follows and record.follows == guide.scan_reports else 0,
    }


def images_here(case: Case) -> int:
    """How many examinations have their images in the files."""
    return len({(study.modality, study.date) for each in readable(case.documents) for study in each.facts.studies})
