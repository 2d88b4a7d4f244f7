"""What a patient sees of their errands: the list, the records that can be handed out, and one errand from near."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.errand import Errand
from dialogs.checklist.checklist import MISSING, ON_ITS_WAY, checklist
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard, Say
from dialogs.journey.road import Layout
from dialogs.roads.errands.path import ERRANDS

LAYOUT: Layout = {ERRANDS: (("done",),)}
SETTLED = {"here": "elsewhere", "asked": "asked", "not_yet": ""}
"""What a patient may say of an errand that its helper calls done, and where the record stands then."""
LINK_DAYS, ERRAND_DAYS = 7, 30
"""How long a link waits to be opened, and how long an errand is its helper's."""
MOST = 10
"""Errands on the list at one time."""
LIST = (Button("errands/list", "button.errand_list"),)


def listed(guide: Guide, case: Case) -> tuple[Errand, ...]:
    """The errands whose record the guide still knows."""
    return tuple(errand for errand in case.errands if guide.record(errand.record))


def is_open(errand: Errand) -> bool:
    return errand.state in ("offered", "taken")


def can_be_given(guide: Guide, case: Case) -> tuple[str, ...]:
    """The records somebody could fetch: missing, asked for, or lying somewhere; one open errand for each at most."""
    given = {errand.record for errand in case.errands if is_open(errand)}
    lines = [line for line in checklist(guide, case).lines if line.record not in given]
    return tuple(
        line.record
        for line in lines
        if line.group == MISSING or line.standing == "elsewhere" or (line.group, line.standing) == (ON_ITS_WAY, "asked")
    )


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the list."""
    return {"errands": listed(guide, case), "most": MOST}


def choices(guide: Guide, case: Case, _: date | None = None) -> Keyboard:
    """A button for each errand, and one for a new one while there is room and something to fetch."""
    known = tuple(
        (Button(f"errands/look/{errand.number}", f"record.{errand.record}.title"),) for errand in listed(guide, case)
    )
    if len(case.errands) >= MOST or not can_be_given(guide, case):
        return known
    return (*known, (Button("errands/new", "button.errand_new"),))


def records_page(guide: Guide, case: Case) -> Say:
    """Which record shall it be? The helper will see its name, and is told so to the patient here."""
    rows = tuple((Button(f"errands/give/{key}", f"record.{key}.title"),) for key in can_be_given(guide, case))
    return Say("errands_new", {"days": LINK_DAYS}, (*rows, LIST), replaces=True)


def errand_page(guide: Guide, case: Case, errand: Errand) -> Say:
    """One errand: who has it, what they did, and what the patient may do about it."""
    sent = (document for document in case.documents if document.errand == errand.number)
    files = [document for document in sent if document.state != "opened"]
    rows: Keyboard = ()
    if errand.state == "done":
        record = guide.record(errand.record)
        answers = record.answers if record else ()
        moves = [move for move, answer in SETTLED.items() if not answer or answer in answers]
        rows = tuple((_button(move, errand),) for move in moves)
    end = "errand_end" if is_open(errand) else "errand_off"
    values = {"record": errand.record, "state": errand.state, "helper": errand.helper, "files": len(files)}
    rows = (*rows, (Button(f"errands/end/{errand.number}", f"button.{end}"),), LIST)
    return Say("errands_one", values, rows, replaces=True)


def _button(move: str, errand: Errand) -> Button:
    return Button(f"errands/{move}/{errand.number}", f"button.errand_{move}")
