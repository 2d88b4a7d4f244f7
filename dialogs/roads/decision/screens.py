"""What is shown at the decision and at the questions."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard
from dialogs.journey.road import CHOICES, Layout
from dialogs.roads.decision.path import DECISION, QUESTIONS

MAX_QUESTIONS = 5
"""A reviewer has about an hour: one or two key questions, five at most."""
AT_ONCE = 3
"""Questions to pick that are shown together, beside one that is on the list already one less: five buttons in all."""

LAYOUT: Layout = {
    DECISION: (("not_sure",), ("back",)),
    QUESTIONS: (CHOICES, ("done",)),
}


def values(_: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == DECISION:
        return {"decision": case.decision}
    return {"questions": case.questions, "at_most": MAX_QUESTIONS}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """Some of the questions of the guide, and the way to the others; the newest of those on the list can be removed."""
    return picks(guide, case, 0) if case.step == QUESTIONS else ()


def picks(guide: Guide, case: Case, begin: int) -> Keyboard:
    """Those questions to pick that are not on the list yet, from one of them on."""
    asked = {question.example for question in case.questions}
    left = [key for key in (*guide.example_questions, *guide.bring_forward) if key not in asked]
    begin = begin if begin < len(left) else 0
    full = len(case.questions) >= MAX_QUESTIONS
    at_once = AT_ONCE - bool(case.questions)
    shown = () if full else tuple((_pick(guide, key),) for key in left[begin : begin + at_once])
    turn = [Button(f"{QUESTIONS}/page/{begin + at_once}", "button.more_questions")] if len(left) > at_once else []
    newest = str(case.questions[-1].number) if case.questions else ""
    gone = [Button(f"{QUESTIONS}/remove/{newest}", "button.remove")] if newest else []
    below = ([] if full else turn) + gone
    return (*shown, tuple(below)) if below else shown


def _pick(guide: Guide, key: str) -> Button:
    table = "question" if key in guide.example_questions else "bring_forward"
    return Button(f"{QUESTIONS}/add/{key}", f"{table}.{key}")
