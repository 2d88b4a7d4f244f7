"""What is shown of the patient: all lines that are known as one card, and each line with what stands there now."""

from __future__ import annotations

from typing import Any

from dialogs.case.case import Case
from dialogs.content.guide import Guide
from dialogs.journey.road import Layout
from dialogs.roads.patient.path import FIRST, MORE, PATIENT, STEP_OF, button, line_of
from dialogs.understanding.patient import LINES, about_patient, line_in, shown

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
    if case.step == MORE:
        return {}
    return {
        "lines": tuple((each, line_in(lines, each)) for each in LINES if line_in(lines, each)),
        "is_read": lines != about_patient(case),
        "date": case.date,
        "destination": case.destination,
    }
