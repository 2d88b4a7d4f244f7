"""What is shown of the patient: all lines that are known as one card, and each line with what stands there now."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from dialogs.case.case import Case
from dialogs.case.copies import replace
from dialogs.case.document import readable
from dialogs.case.patient import NOBODY_YET
from dialogs.checklist.wishes import named
from dialogs.content.guide import Guide
from dialogs.effects import Button, Keyboard, Say, aside
from dialogs.journey.road import CHOICES, Layout
from dialogs.roads.patient.path import FIRST, MORE, PATIENT, STEP_OF, button, line_of
from dialogs.understanding.patient import (
    LINES,
    about_patient,
    line_in,
    names_differ,
    offered,
    offered_numbers,
    shown,
)
from dialogs.understanding.record_numbers import RecordNumber, written

LAYOUT: Layout = {
    PATIENT: (("patient_right",), ("skip",), tuple(map(button, FIRST[:2])), (button(FIRST[2]), "patient_more")),
    MORE: (*((button(line),) for line in LINES if line not in FIRST), ("back",)),
    **dict.fromkeys(STEP_OF.values(), (CHOICES, ("patient_blank",), ("back",))),
}
ALL = "all"


def values(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the message of the patient's step."""
    lines = shown(case)
    if line := line_of(case.step):
        read = {"read": tuple((each.number, each.place, each.records) for each in several_numbers(case))}
        return {"line": line_in(lines, line), **(read if line == "number" else {})}
    return {} if case.step == MORE else card(guide, case)


def choices(_: Guide, case: Case, __: date | None = None) -> Keyboard:
    """Below the line of the number, where several were read: each of them, and all, but what stands there now."""
    if line_of(case.step) != "number":
        return ()
    ways = {key: line for key, line in numbers_to_pick(case).items() if line != shown(case).number}
    labels = {key: f"in_own_words.{line}" for key, line in ways.items()} | {ALL: "button.patient_all"}
    return tuple((Button(f"{case.step}/pick/{key}", labels[key]),) for key in ways)


def numbers_to_pick(case: Case) -> dict[str, str]:
    """What the line of the number can say where several were read, by what tells one button from the others."""
    numbers = several_numbers(case)
    if not numbers:
        return {}
    return {_short(written(each)): written(each) for each in numbers} | {ALL: offered(case).number}


def several_numbers(case: Case) -> tuple[RecordNumber, ...]:
    numbers = offered_numbers(case)
    return numbers if len(numbers) > 1 and offered(case).number else ()


def card(guide: Guide, case: Case) -> dict[str, Any]:
    """The values of the card."""
    lines = shown(case)
    return {
        "lines": tuple((each, line_in(lines, each)) for each in LINES if line_in(lines, each)),
        "unsure": not lines.name and names_differ(case),
        "is_read": lines != about_patient(case),
        "date": case.date,
        "destination": case.destination,
        "destinations": named(guide, case),
    }


def argument(case: Case, move: str) -> str:
    """To which lines a Yes agrees: to those of its own card, and to none that came since."""
    return mark(case) if move == "patient_right" else ""


def mark(case: Case) -> str:
    """What tells the lines of one card from those of another, as 8 characters that tell nobody what they are."""
    return _short(repr(shown(case)))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def asked_once(guide: Guide, case: Case) -> tuple[Case, tuple[Say, ...]]:
    """The card beside another, the first time that something is about to be made with these lines; later nothing."""
    if case.patient_seen or not readable(case.documents):
        return case, ()
    known = shown(case) != NOBODY_YET
    yes = ((aside("patient_yes", "patient_right", mark(case)),),) if known else ()
    change = ((aside("patient", "patient_change" if known else "patient_add"),),)
    return replace(case, patient_seen=True), (Say("patient", card(guide, case), (*yes, *change)),)
