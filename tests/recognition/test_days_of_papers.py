"""The day a paper is about: labelled, never in a sentence; and what could not be told is not the same as none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.documents.recognition import days


@pytest.mark.parametrize(
    "line",
    [
        "She is status post right total hip replacement performed on 27 August 2025 at another hospital.",
        "He was last seen on 8 April 2025 with back pain.",
        "She was discharged on 2 May 2025.",
        "The biopsy was taken 3 June 2025.",
        "Specimen was collected 3 June 2025 in the operating room and sent.",
        "We compared it with the study. Exam performed 3 June 2025 elsewhere, as we were told by her daughter.",
        "Prior exam date: 3 June 2025",
        "Printed on: 3 June 2025",
        "Faxed: 3 June 2025 10:22",
        "Birth date: 3 June 1950",
    ],
)
def test_a_day_in_a_sentence_or_of_something_else_is_not_that_of_the_paper(read, line: str):
    facts = read(f"Patient: Jane Doe\nCLINIC NOTE\n{line}")
    assert (facts.date, facts.either) == ("", ())


def test_a_label_at_the_head_of_a_broken_sentence_is_none(read):
    text = "Patient: Jane Doe\nShe has had a total replacement of the right hip that was\nPerformed on 27 August 2025."
    assert read(text).date == ""


@pytest.mark.parametrize(
    "line",
    [
        "Taken: 27 November 2025",
        "Collect Date: 27 November 2025",
        "Patient class: X   Collected: 27 November 2025   Received: 28 November 2025",
        "Collected: 27 November 2025 Received: 28 November 2025",
        "Collected 27 November 2025",
        "Exam date\n27 November 2025",
        "Received: 28 November 2025 Collected: 27 November 2025",
    ],
)
def test_a_labelled_day_is_read(read, line: str):
    assert read(f"Patient: Jane Doe\n{line}").date == "2025-11-27"


def test_how_the_day_was_found_is_told(read):
    assert read("Exam date: 3 March 2026").dated_by == "examined"
    assert read("Report date: 3 March 2026").dated_by == "reported"
    assert read("Date: 3 March 2026").dated_by == "dated"
    assert read("Dr. Marsh\n3 March 2026\nRe: Jane Doe").dated_by == "alone"


def test_a_day_that_may_be_two_is_both_and_not_none(read):
    facts = read("Patient: Jane Doe\nCollected: 06/02/2026   Reported: 06/05/2026")
    assert facts.date == ""
    assert facts.either == ("2026-02-06", "2026-06-02")
    assert "date" in facts.unclear


def test_two_days_of_one_weight_are_unclear_and_not_none(read):
    facts = read("Patient: Jane Doe\nCollected: 9 March 2026\nCollected: 10 April 2026")
    assert (facts.date, facts.either) == ("", ())
    assert "date" in facts.unclear


def test_where_nothing_is_printed_nothing_is_unclear(read):
    assert read("Patient: Jane Doe\nGross description: in formalin").unclear == ()


@pytest.mark.parametrize(
    "head", ["EXAM: CT CHEST 8/23/2026 10:15 AM", "Study: MRI brain 3T with contrast, 23 August 2026"]
)
def test_the_day_behind_the_name_of_an_examination_is_its_day(read, head: str):
    facts = read(f"Patient: Jane Doe\n{head}\nReported: 08/25/2026")
    assert (facts.date, facts.dated_by) == ("2026-08-23", "examined")
    assert read(f"Patient: Jane Doe\n{head}\nExam date: 08/22/2026").date == "2026-08-22", "a label says it surer"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Boston, March 3, 2026\nDear Dr. Smith\nPatient: Jane Doe", "2026-03-03"),
        ("Patient: Jane Doe\nDate of visit: Monday, the 3rd of March 2026", "2026-03-03"),
        ("Patient: Jane Doe\nDate: Tuesday, March 3rd, 2026 at 10:15 AM", "2026-03-03"),
        ("Patient: Jane Doe\nReport date: 3 / 3 / 2026", "2026-03-03"),
        ("Manchester, 14th October 2025\nRe: John Roe\nPatient: John Roe", "2025-10-14"),
        ("Patient: John Roe\nDate of discharge: Fri, 14 Nov 2025", "2025-11-14"),
        ("Patient: John Roe\nDate of procedure: the 2nd of July, 2025", "2025-07-02"),
        ("Patient: John Roe\nCollected: 14 / Oct / 2025", "2025-10-14"),
    ],
)
def test_a_day_that_is_written_out_is_read(read, text: str, day: str):
    assert read(text).date == day


@pytest.mark.parametrize(
    "text",
    [
        "Patient: Jane Doe\nSurgery, March 3, 2026",
        "Patient: John Roe\nChemotherapy, October 14, 2025",
        "Patient: John Roe\nLast seen in Boston, October 14, 2025",
    ],
)
def test_a_day_behind_what_was_done_is_not_that_of_a_letter(read, text: str):
    assert read(text).date == ""


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe, April 17, 1964",
        "Juan Pérez, 17 de abril de 1964",
        "María del Carmen Ruiz, 1964-04-17",
        "Died, April 17, 2026",
        "Jane Doe\nApril 17, 1964",
        "04/17/1964",
    ],
)
def test_a_person_before_a_day_is_no_place(read, line: str):
    facts = read(f"CT CHEST\n{line}\nFindings: a nodule of 14 mm.")
    assert (facts.date, facts.either) == ("", ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Boston, March 3, 2005\nDear Dr. Brown\nRe: Jane Doe, DOB 04/17/1964", "2005-03-03"),
        ("New York, March 3, 2005\nDear Dr. Brown\nPatient: Jane Doe", "2005-03-03"),
        ("Patient: Jane Doe\nCT CHEST\nDoe Jane M., April 17, 1964", ""),
        ("DOB: April 17, 1964\nCT CHEST\nJane Doe, April 17, 1964", ""),
    ],
)
def test_an_old_letter_is_told_from_a_birth_by_what_the_paper_says_of_its_patient(read, text: str, day: str):
    assert read(text).date == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You were seen in the Medical Oncology Clinic on 3/13/2026 by Dr. Alan Smith.", "2026-03-13"),
        ("Today's Visit\nYou saw Alan Smith, MD on Friday March 13, 2026.", "2026-03-13"),
        ("You were seen in the Medical Oncology Clinic of Main Street\nHospital on March 13, 2026.", "2026-03-13"),
        ("Thank you for visiting us. You were evaluated by Dr. Brown on 13 March 2026.", "2026-03-13"),
        ("Visit on March 13, 2026 with Alan Smith, MD", "2026-03-13"),
        ("Seen 3/13/26 by: Alan Smith, MD", "2026-03-13"),
        ("Thank you for choosing Main Street Oncology for your visit on 3/13/2026.", "2026-03-13"),
        ("Usted fue atendida en Oncología el 13/03/2026 por la Dra. López.\nMotivo de consulta: control", "2026-03-13"),
        ("You were last seen on 3/13/2026.", ""),
        ("She was evaluated elsewhere, and you were seen there on 3/13/2026.", ""),
        ("You were seen for a cough. Next appointment: 4/13/2026", ""),
        ("Collected: 3/10/2026\nYou were seen on 3/13/2026.", "2026-03-10"),
    ],
)
def test_the_summary_of_a_visit_tells_its_day_in_a_sentence(read, text: str, day: str):
    assert read(f"Patient: Jane Doe\n{text}").date == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jane Doe DOB 04/17/1964 Date: 03/13/2026", "2026-03-13"),
        ("Patient: Jane Doe MRN: 4471123 Date: 03/13/2026", "2026-03-13"),
        ("Patient: Jane Doe Date: 03/13/2026", "2026-03-13"),
        ("Paciente: Ana Ruiz Gil Fecha: 13/03/2026", "2026-03-13"),
        ("Paciente: Ana Ruiz Gil Fecha de inicio: 13/03/2026", ""),
        ("Patient: Jane Doe Start Date: 03/13/2026", ""),
        ("Patient: Jane Q. Doe Relapse Date: 03/13/2026", ""),
        ("Patient: Jane Doe DOB: 04/17/1964 Start Date: 03/13/2026", ""),
        ("Patient: Jane Doe DOB: 04/17/1964 Relapse Date: 03/13/2026", ""),
        ("Patient: Jane Doe MRN: 4471123 Transplant Date: 03/13/2026", ""),
    ],
)
def test_a_day_behind_the_value_of_another_label_is_that_of_the_paper(read, line: str, day: str):
    title = "LISTA DE MEDICAMENTOS" if line.startswith("Paciente") else "MEDICATION LIST"
    assert read(f"{title}\n{line}").date == day


def test_a_day_that_is_to_come_is_not_that_of_a_paper(read):
    soon = (datetime.now(UTC).date() + timedelta(days=40)).isoformat()
    facts = read(f"Patient: Jane Doe\nCollected: {soon}")
    assert (facts.date, facts.unclear) == ("", ("date",))
    assert read(f"Patient: Jane Doe\nCollected: 3 March 2026\nVisit date: {soon}").date == "2026-03-03"


def test_of_two_ways_to_read_a_day_the_one_that_is_to_come_is_none(read, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(days, "_today", lambda: date(2026, 6, 15))
    assert read("Patient: Jane Doe\nCollected: 03/12/2026").date == "2026-03-12"
    assert read("Patient: Jane Doe\nCollected: 03/04/2026").either == ("2026-04-03", "2026-03-04")
    assert read("Patient: Jane Doe\nCollected: 08/12/2026").unclear == ("date",)


def test_the_patient_before_a_day_is_no_place_either(read):
    assert read("Patient: Jane Doe\nCT CHEST\nDoe, March 3, 2026").date == ""
    assert read("Patient: Jane Doe\nCT CHEST\nBoston, March 3, 2026").date == "2026-03-03"
