"""The lines about the patient as they stand on what others read: only those that are known, each with its label."""

from __future__ import annotations

from dialogs.case.patient import Patient
from dialogs.understanding.patient import LINES, line_in
from dialogs.words.wording import Wording


def patient_lines(wording: Wording, patient: Patient, country: str, treated_in: str = "") -> list[dict[str, str]]:
    """Label and value of each line that is known but the name; its number is called as the hospital calls it."""
    known = ((line, line_in(patient, line)) for line in LINES if line != "name")
    return [_line(wording, line, value, country, treated_in or country) for line, value in known if value]


def _line(wording: Wording, line: str, value: str, country: str, treated_in: str) -> dict[str, str]:
    words = wording.words["patient"]
    label = words.get(f"{line}_{treated_in}", words[line])
    written = wording.day_in(value, country) if line == "born" else value
    return {"label": wording.said_of(label, "").rstrip(), "value": wording.apart(written)}
