"""A label that nobody told us of is still no label of the paper's day: "Donor collection date", "Copied on"."""

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
