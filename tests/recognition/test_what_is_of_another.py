"""What stands behind a label that nobody told us of is not the paper's own: "Donor scan date", "Mother's DOB"."""

from __future__ import annotations

import pytest

from bot.documents.recognition import Rules, facts_of

PAPER = "Main Street Hospital\nSURGICAL PATHOLOGY REPORT\nPatient: Jane Doe\n{}\nGross description: in formalin"
SPANISH = "INFORME DE ANATOMÍA PATOLÓGICA\nPaciente: Ana Ruiz\n{}\nDescripción macroscópica: cilindros"
ARABIC = "تقرير علم الأمراض\nاسم المريضة: فاطمة الزهراني\n{}\nالوصف العياني: خزعات"
FORMS = (
    "{}: 13/03/2026",
    "{} 13/03/2026",
    "{}\n13/03/2026",
    "MRN: 4471 {}: 13/03/2026",
    "Breast core {}: 13/03/2026",
)
OF_OTHER_THINGS = (
    *("Next Visit Date", "Prior Imaging Date", "Previous Biopsy Date", "Baseline Scan Date", "Last Clinic Date"),
    *("Repeat Scan Date", "Donor Collection Date", "Comparison Study Date", "Planned Surgery Date", "Copied on"),
    *("Relapse Date", "Date of Menopause", "Date Quit", "Renewed on", "Date last seen", "Enrollment Date"),
    *("Approved Surgery Date", "Date of prior exam", "Date of initial diagnosis", "Viewed on"),
)
OF_THE_PAPER = ("Collected", "Collection Date", "Date of Service", "Exam Date", "Date of Surgery", "Report Date")


@pytest.mark.parametrize("label", OF_OTHER_THINGS)
def test_the_day_of_something_else_is_not_that_of_the_paper(rules: Rules, label: str) -> None:
    for form in FORMS:
        for said in (label, label.upper()):
            line = form.format(said)
            assert facts_of([PAPER.format(line)], rules).date == "", line


@pytest.mark.parametrize("label", OF_THE_PAPER)
def test_its_own_is(rules: Rules, label: str) -> None:
    for form in FORMS[:4]:
        assert facts_of([PAPER.format(form.format(label))], rules).date == "2026-03-13"
    assert facts_of([PAPER.format(f"Specimen: blood {label}: 13/03/2026")], rules).date == "2026-03-13"


@pytest.mark.parametrize(
    ("paper", "label"),
    [
        (SPANISH, "Fecha de recaída"),
        (SPANISH, "Fecha de biopsia previa"),
        (SPANISH, "Fecha del estudio anterior"),
        (SPANISH, "Fecha de envío"),
        (SPANISH, "Fecha prevista"),
        (ARABIC, "تاريخ الانتكاس"),
        (ARABIC, "تاريخ الزيارة القادمة"),
        (ARABIC, "تاريخ الفحص السابق"),
        (ARABIC, "تاريخ آخر دورة"),
    ],
)
def test_in_other_languages_too(rules: Rules, paper: str, label: str) -> None:
    for form in FORMS[:3]:
        assert facts_of([paper.format(form.format(label))], rules).date == "", form


@pytest.mark.parametrize(
    "label",
    ["Mother's DOB", "Infant DOB", "Guarantor DOB", "Insured's Date of Birth", "Donor DOB", "Newborn birth date"],
)
def test_the_birth_of_somebody_else_is_not_that_of_the_patient(rules: Rules, label: str) -> None:
    for form in FORMS[:4]:
        for said in (label, label.upper()):
            assert facts_of([PAPER.format(form.format(said))], rules).born == "", form
    both = facts_of([PAPER.format(f"DOB: 04/17/1964\n{label}: 13/03/1932")], rules)
    assert both.born == "1964-04-17"


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe DOB: 04/17/1964",
        "Patient Name: Fontaine, Alma DOB: 04/17/1964",
        "Name: Jane Q. Doe DOB: 04/17/1964",
        "First Name: Alma DOB: 04/17/1964",
        "Sex: Female DOB: 04/17/1964",
        "Your DOB 04/17/1964",
    ],
)
def test_the_patient_s_own_is(rules: Rules, line: str) -> None:
    assert facts_of([PAPER.format(line)], rules).born == "1964-04-17"


def test_the_standing_of_another_report_is_not_its_own(rules: Rules) -> None:
    assert facts_of([PAPER.format("Report status: Preliminary")], rules).status == "preliminary"
    assert facts_of([PAPER.format("Prior report status: Preliminary")], rules).status == ""


@pytest.mark.parametrize(
    "label", ["Prior Accession", "Previous Case Number", "Outside Accession No", "Original specimen number"]
)
def test_the_number_of_another_paper_is_not_its_own(rules: Rules, label: str) -> None:
    for said in (label, label.upper()):
        facts = facts_of([PAPER.format(f"Accession: S26-01234\n{said}: S25-0991")], rules)
        assert (facts.identifiers, facts.specimens) == (("S26-01234",), ("S26-01234",))
