"""What is shown of the patient: all lines that are known as one card, and each line with what stands there now."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from dialogs.case.case import Case
from dialogs.case.document import readable
from dialogs.case.patient import NOBODY_YET
from dialogs.content.guide import Guide
from dialogs.effects import Say, aside
from dialogs.journey.road import Layout
from dialogs.roads.patient.path import FIRST, MORE, PATIENT, STEP_OF, button, line_of
from dialogs.understanding.patient import LINES, about_patient, line_in, names_differ, shown

LAYOUT: Layout = {
    PATIENT: (("patient_right",), ("skip",), tuple(map(button, FIRST[:2])), (button(FIRST[2]), "patient_more")),
    MORE: (*((button(line),) for line in LINES if line not in FIRST), ("back",)),
    **dict.fromkeys(STEP_OF.values(), (("patient_blank",), ("back",))),
}


def values(_: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    lines = shown(case)
    if line := line_of(case.step):
        return {"line": line_in(lines, line)}
    return {} if case.step == MORE else card(case)


def card(case: Case) -> dict[str, Any]:
    """The values of the card."""
    lines = shown(case)
    return {
        "lines": tuple((each, line_in(lines, each)) for each in LINES if line_in(lines, each)),
        "unsure": not lines.name and names_differ(case),
        "is_read": lines != about_patient(case),
        "date": case.date,
        "destination": case.destination,
        "destinations": case.destinations,
    }


def argument(case: Case, move: str) -> str:
    """To which lines a Yes agrees: to those of its own card, and to none that came since."""
    return mark(case) if move == "patient_right" else ""


def mark(case: Case) -> str:
    """What tells the lines of one card from those of another, as 8 characters that tell nobody what they are."""
    return hashlib.sha256(repr(shown(case)).encode()).hexdigest()[:8]


def asked_once(case: Case) -> tuple[Case, tuple[Say, ...]]:
    """The card beside another, the first time that something is about to be made with these lines; later nothing."""
    if case.patient_seen or not readable(case.documents):
        return case, ()
    known = shown(case) != NOBODY_YET
    yes = ((aside("patient_yes", "patient_right", mark(case)),),) if known else ()
    change = ((aside("patient", "patient_change" if known else "patient_add"),),)
    return replace(case, patient_seen=True), (Say("patient", card(case), (*yes, *change)),)
