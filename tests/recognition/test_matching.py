"""What a letter needs to be matched: the number of the tissue, the patient's own, an earlier name, who treats them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.documents.recognition import Rules, facts_of
from dialogs.case.facts import Facts


@pytest.fixture
def read(rules: Rules) -> Any:
    def read(*lines: str) -> Facts:
        return facts_of(["\n".join(("Patient Name: Jane Doe", *lines))], rules)

    return read


@pytest.mark.parametrize(
    "label", ["Accession", "Accession #", "Case No.", "Specimen ID", "Pathology No", "Surgical Pathology Case number"]
)
def test_the_number_of_a_specimen_is_one(read: Any, label: str):
    assert read(f"{label}: S26-01234").specimens == ("S26-01234",)


@pytest.mark.parametrize(
    "label",
    ["Order number", "Order no", "Requisition", "Requisition number", "Study ID", "Study number", "Test ID"],
)
def test_the_number_of_an_order_is_read_and_is_none_of_a_specimen(read: Any, label: str):
    facts = read(f"{label}: R26-99817")
    assert (facts.identifiers, facts.specimens) == (("R26-99817",), ())


def test_the_number_of_the_patient_is_their_own(read: Any):
    facts = read("MRN: 4471123   Accession: S26-01234", "Order number: 889911")
    assert (facts.number, facts.specimens) == ("4471123", ("S26-01234",))
    assert facts.identifiers == ("S26-01234", "889911")


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("NHS Number: 943 476 5919", "943 476 5919"),
        ("Hospital No: RX-44812", "RX-44812"),
        ("Medical Record Number\n00447112", "00447112"),
        ("MRN: 4471123\nMRN: 4471123", "4471123"),
        ("MRN: 4471123\nNHS Number: 943 476 5919", ""),
        ("MRN: 03/05/2026", ""),
        ("MRN: pending", ""),
        ("MRN: 12", ""),
    ],
)
def test_of_two_numbers_neither_is_surely_the_patients(read: Any, printed: str, number: str):
    assert read(printed).number == number


@pytest.mark.parametrize(
    ("printed", "doctor"),
    [
        ("Attending Physician: Lee Sample, MD", "Lee Sample"),
        ("Oncologist: Dr. Lee Sample", "Dr. Lee Sample"),
        ("Consultant: Mr Lee Sample", "Mr Lee Sample"),
        ("Ordering Physician: Lee Sample, MD", ""),
        ("Pathologist: Lee Sample, MD", ""),
        ("Attending: Lee Sample\nOncologist: Kim Other", ""),
        ("She was attending school.", ""),
    ],
)
def test_who_treats_the_patient_is_not_who_ordered_or_read_it(read: Any, printed: str, doctor: str):
    assert read(printed).doctor.removesuffix(", MD") == doctor


@pytest.mark.parametrize(
    ("printed", "former"),
    [
        ("Maiden name: Miller", "Miller"),
        ("Previous name: Jane Anne Roe   DOB: 12 March 1958", "Jane Anne Roe"),
        ("Mother's maiden name: Smith", ""),
        ("Maiden name: not known", ""),
    ],
)
def test_an_earlier_name_is_the_patients(read: Any, printed: str, former: str):
    assert read(printed).former == former


REPORT = "FINDINGS: The lungs are clear.\nIMPRESSION: No nodule.\nTECHNIQUE: axial images, contrast."


@pytest.mark.parametrize(
    ("head", "study"),
    [
        ("Exam: CT chest with contrast", "CT chest with contrast"),
        ("MRI BRAIN WITHOUT AND WITH CONTRAST", "MRI BRAIN WITHOUT AND WITH CONTRAST"),
        ("DEPARTMENT OF RADIOLOGY\nEXAMINATION: PET/CT skull base to mid thigh", "PET/CT skull base to mid thigh"),
        ("RADIOLOGY REPORT", ""),
        ("CT REPORT\nComparison: CT abdomen 3 May 2025", ""),
    ],
)
def test_an_imaging_report_says_what_was_examined(read: Any, head: str, study: str):
    assert read(head, "Exam date: 12 March 2026", REPORT).study == study
