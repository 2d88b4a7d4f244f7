"""Every message about the lines about the patient, as conversations over the real guide bring it about."""

from __future__ import annotations

from dataclasses import replace

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.case.patient import NOBODY_YET
from dialogs.proofreading.chat import Chat
from dialogs.roads.patient.path import MORE, PATIENT, STEP_OF


def patient(chat: Chat, words: str) -> None:
    """What is said before anything is known, at each line, and once all lines are."""
    chat.case = replace(chat.case, patient=NOBODY_YET, patient_seen=False, name="")
    files, names = chat.case.documents, ("Ana Example", "Bert Sample")
    two = (
        Document(900 + at, "b", "a.pdf", state="readable", facts=Facts(patient=each)) for at, each in enumerate(names)
    )
    chat.case = replace(chat.case, documents=tuple(two))
    chat.at(PATIENT).patient_commands("start")
    numbers = (Facts(number="445-12", institution=words[:40]), Facts(number="99"))
    chat.case = replace(
        chat.case,
        documents=tuple(Document(900 + at, "b", "a.pdf", "", "readable", facts=f) for at, f in enumerate(numbers)),
    )
    chat.at(STEP_OF["number"]).patient_commands("start")
    chat.case = replace(chat.case, documents=files)
    chat.at(PATIENT).patient_commands("start")
    chat.at(MORE).patient_commands("start")
    for line, step in STEP_OF.items():
        chat.at(step).patient_commands("start")
        chat.at(step).patient_writes(words[:60])
        if line == "born":
            for day in ("02/07/1954", "1954-02-07"):
                chat.at(step).patient_writes(day)
        if line == "name":
            chat.at(step).patient_writes("555 0199")
        if line == "contact":
            chat.at(step).patient_writes("+1 555 010 0199")
        chat.at(step).patient_commands("start")
    chat.at(PATIENT).patient_commands("start")
    chat.patient_presses_here("patient_right")
    chat.case = replace(chat.case, patient_seen=False)
    chat.at("review").patient_commands("packet")
