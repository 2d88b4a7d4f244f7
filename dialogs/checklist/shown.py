"""What the messages show of the checklist, and of all that a doctor should know."""

from __future__ import annotations

from typing import Any

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.checklist.checklist import GROUPS, Checklist, checklist, next_steps
from dialogs.checklist.planning import plan
from dialogs.checklist.wishes import named
from dialogs.content.guide import Guide
from dialogs.days.zones import today
from dialogs.effects import Keyboard, aside, share_message
from dialogs.understanding.paper_size import paper_size
from dialogs.understanding.patient import about_patient, name_for_readers
from dialogs.understanding.questions import beside_the_decision, is_the_decision_alone

CHECKLIST = frozenset({"groups", "answered", "of", "start_with", "ask_by", "unsorted"})
SUMMARY = CHECKLIST | {
    "destinations",
    "deliveries",
    "decision",
    "questions",
    "decision_alone",
    "next_steps",
    "bring_forward",
    "destination",
    "date",
}
"""The names of what is shown."""
OUTPUTS: Keyboard = ((aside("sheet"),), (share_message("button.share_summary", "summary_shared"),), (aside("pack"),))
"""What can be done with a summary: print it, pass it on, have all documents with it."""


def checklist_values(guide: Guide, case: Case) -> dict[str, Any]:
    here: Checklist = checklist(guide, case)
    return {
        "groups": {name: here.group(name) for name in GROUPS},
        "answered": here.answered,
        "of": here.of,
        "start_with": guide.start_with,
        "unsorted": sum(each.state == "readable" and not guide.record(each.record) for each in case.documents),
        "ask_by": {step.record: step for step in plan(guide, case, today(case), here)},
    }


def sheet_values(guide: Guide, case: Case) -> dict[str, Any]:
    """What the summary shows as a page of its own: beside the rest, whose it is, for who files it by that."""
    about = replace(about_patient(case), name=name_for_readers(case))
    return {**summary_values(guide, case), "patient": about, "country": case.country, "paper": paper_size(case)}


def summary_values(guide: Guide, case: Case) -> dict[str, Any]:
    return {
        **checklist_values(guide, case),
        "decision": case.decision,
        "destination": case.destination,
        "destinations": named(guide, case),
        "deliveries": case.deliveries,
        "date": case.date,
        "questions": beside_the_decision(case),
        "decision_alone": is_the_decision_alone(case),
        "next_steps": next_steps(guide, case),
        "bring_forward": guide.bring_forward,
    }
