"""What is shown when all is here, or the day has passed."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.effects import Keyboard, aside
from dialogs.journey.road import Layout
from dialogs.roads.afterwards.path import AFTER, DONE, on_loan

LAYOUT: Layout = {
    AFTER: (("yes",), ("not_yet",), ("not_now",)),
    DONE: (("given_back",), ("done",)),
}


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    return {"slides": bool(on_loan(guide, case)), "returned": case.slides_returned} if case.step == DONE else {}


def choices(_: Guide, case: Case, __: date | None = None) -> Keyboard:
    """A page for the first team, and what may be deleted now."""
    return ((aside("back_page"),), (aside("delete"),)) if case.step == DONE else ()
