"""What is shown when all is here, or the day has passed."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.opinion import OUTCOMES
from dialogs.checklist.loans import on_loan
from dialogs.checklist.wishes import label_of
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard, aside
from dialogs.journey.road import CHOICES, Layout
from dialogs.roads.afterwards.path import AFTER, DIFFERS, DONE, OUTCOME, WHOSE, awaited, offered

LAYOUT: Layout = {
    AFTER: (("yes",), ("not_yet",), ("not_now",)),
    WHOSE: (CHOICES, ("skip",)),
    OUTCOME: (*((each,) for each in OUTCOMES), ("skip",)),
    DIFFERS: (CHOICES, ("done",)),
    DONE: (("given_back",), ("one_more_opinion",), ("done",)),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    if case.step == DONE:
        return {"slides": bool(on_loan(guide, case)), "returned": case.slides_returned}
    if case.step == DIFFERS:
        return {"questions": case.questions}
    return {}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """Whose opinion it is; questions for doctors who differ; a page for the first team, and what may be deleted now."""
    if case.step == WHOSE:
        return tuple((Button(f"{WHOSE}/of/{key}", label_of(case, key)),) for key in awaited(guide, case))
    if case.step == DIFFERS:
        return tuple((Button(f"{DIFFERS}/bring/{key}", f"question.{key}"),) for key in offered(guide, case)[:3])
    return ((aside("back_page"),), (aside("delete"),)) if case.step == DONE else ()
