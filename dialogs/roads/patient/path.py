"""The lines about the patient: one card, and a step for each line below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogs.case.patient import NOBODY_YET
from dialogs.content.guide import Guide
from dialogs.journey.guards import Guard
from dialogs.journey.road import Text
from dialogs.journey.steps import REVIEW, below, root
from dialogs.journey.table import Row, leaving
from dialogs.understanding.patient import LINES, line_in, shown

PATIENT = "patient"
MORE = below(PATIENT, "more")
FIRST = ("name", "born", "number")
"""The lines that stand on the card; the others wait behind one button."""
STEP_OF: Mapping[str, str] = {line: below(PATIENT, line) for line in LINES}
TAKES_TEXT: Mapping[str, Text] = {step: "day" if line == "born" else "word" for line, step in STEP_OF.items()}
DETOURS = {"patient": PATIENT}
OF_LETTERS = ("name", "former", "doctor", "hospital")
"""Lines that are a name: figures alone are the number that they stand beside on a card."""


def rows(_: Guide) -> Iterator[Row]:
    """The moves between the card and its lines, and out of it."""
    for line, step in STEP_OF.items():
        yield Row(button(line), PATIENT if line in FIRST else MORE, step)
        yield Row("patient_line", step, PATIENT)
        yield Row("patient_blank", step, PATIENT, _says_something(line))
        yield Row("back", step, PATIENT)
    yield Row("patient_more", PATIENT, MORE)
    yield Row("back", MORE, PATIENT)
    yield from leaving(("patient_right",), PATIENT, REVIEW, lambda position: shown(position.case) != NOBODY_YET)
    yield from leaving(("skip",), PATIENT, REVIEW, lambda position: shown(position.case) == NOBODY_YET)
    yield from leaving(("back",), PATIENT, REVIEW)


def button(line: str) -> str:
    """The move that leads to a line."""
    return f"patient_{line}"


STEP_BY_WISH: Mapping[str, str] = {button(line): step for line, step in STEP_OF.items()}
"""What asks for a line: the name of its button, wherever that is asked in words."""


def line_of(step: str) -> str:
    """The line that a step asks for; empty at the card."""
    line = step.removeprefix(f"{PATIENT}.")
    return line if root(step) == PATIENT and line in STEP_OF else ""


def _says_something(line: str) -> Guard:
    return lambda position: bool(line_in(shown(position.case), line))
