"""The heads of papers: days behind and before their labels, several on one line, and labels printed for short."""

from __future__ import annotations

import tomllib

import pytest

from bot.documents.recognition import Rules, facts_of
from tests.recognition.measuring import HERE, Score

AROUND = {
    "en": "Patient: Jane Doe\nDOB: 04/17/1964\nPATHOLOGY REPORT\n{}\nDIAGNOSIS\nA fictitious finding.",
    "es": "Paciente: Ana Ruiz\nNacimiento: 17/04/1964\nINFORME DE ANATOMÍA PATOLÓGICA\n{}\nDIAGNÓSTICO\nInventado.",
    "ar": "اسم المريض: سامي حداد\nتاريخ الميلاد: 17/04/1964\nتقرير التشريح المرضي\n{}\nالتشخيص\nنتيجة وهمية",
}
LEAST = {"headers": 1.0, "headers_held_back": 0.85}


@pytest.mark.parametrize("half", LEAST)
def test_the_day_of_a_paper_is_found_in_its_head_and_none_but_that(rules: Rules, half: str) -> None:
    total, wrong = Score(), list[str]()
    for language, heads in tomllib.loads((HERE / f"{half}.toml").read_text(encoding="utf-8")).items():
        for head, day in heads:
            told = facts_of([AROUND[language].format(head)], rules).date
            total += Score(int(bool(day) and told == day), int(bool(told)), int(bool(day)))
            wrong += [head] if told not in ("", day) else []
    assert wrong == []
    assert total.recall >= LEAST[half]


@pytest.mark.parametrize(
    "head",
    [
        "Received by: J. Lin on 11/22/2025",
        "Last updated by R. Osei on 11/23/2025",
        "Previous report signed by R. Osei on 03/17/2024",
        "Her mother was seen by R. Osei on 03/17/2024",
        "Relapse Scan Date: 03/17/2024",
        "Transplant Date 03/17/2024 Clinic Northfield",
        "He has had 2 scans performed 03/17/2024",
        "03/17/2024\nDate of diagnosis",
        "03/17/2024 - admission date",
        "See the study of 03/17/2024 (scan date)",
        "Sex: F 03/17/2024",
    ],
)
def test_what_only_looks_like_a_head_tells_no_day(rules: Rules, head: str) -> None:
    facts = facts_of([AROUND["en"].format(head)], rules)
    assert (facts.date, facts.either) == ("", ())


def test_a_signature_says_the_day_only_where_nothing_else_does(rules: Rules) -> None:
    heads = "Reported: 11/22/2025\nElectronically signed by: R. Osei, MD on 11/23/2025"
    assert facts_of([AROUND["en"].format(heads)], rules).date == "2025-11-22"
