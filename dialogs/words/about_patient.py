"""The lines about the patient as they stand on what others read: only those that are known, each with its label."""

from __future__ import annotations

from dialogs.case.patient import Patient
from dialogs.understanding.patient import LINES, line_in
from dialogs.words.wording import Wording


def about_patient(wording: Wording, patient: Patient, country: str) -> list[dict[str, str]]:
    """Label and value of each line that is known but the name, as they are called and written in a country."""
    known = ((line, line_in(patient, line)) for line in LINES if line != "name")
    return [_line(wording, line, value, country) for line, value in known if value]


def _line(wording: Wording, line: str, value: str, country: str) -> dict[str, str]:
    words = wording.words["patient"]
    label = words.get(f"{line}_{country}", words[line])
    written = wording.day_in(value, country) if line == "born" else value
    return {"label": wording.said_of(label, "").rstrip(), "value": written}
