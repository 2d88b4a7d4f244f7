"""A paper is read by the rules of the language it is printed in; an English one as if there were no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.documents.recognition import Rules, facts_of
from tests.recognition.measuring import mistakes, pages, papers
from tests.recognition.test_arabic import PAPER

ENGLISH = ("tuned", "misleading", "held_out", "unseen")
LINES = 3
"""Of a paper, where little of it could be read."""


@pytest.mark.parametrize("half", ENGLISH)
def test_english_papers_and_pieces_of_them_are_read_by_english_rules_alone(rules: Rules, half: str):
    english = replace(rules, others=())
    for paper in papers(half):
        lines = paper["text"].splitlines()
        pieces = (["\n".join(lines[at : at + LINES])] for at in range(0, len(lines), LINES))
        for text in (pages(paper), *pieces):
            assert facts_of(text, rules) == facts_of(text, english), paper["name"]


def test_spanish_papers_are_read_by_spanish_rules_among_all_others(rules: Rules):
    assert list(mistakes("spanish", rules)) == []


def test_an_arabic_paper_is_read_by_arabic_rules_among_all_others(rules: Rules):
    facts = facts_of([PAPER], rules)
    assert (facts.record, facts.date, facts.born) == ("pathology", "2024-03-03", "1964-05-12")
    assert facts.patient == "ليلى محمود حداد"


def test_the_day_stands_first_only_where_the_paper_is_spanish(rules: Rules):
    assert facts_of(["Patient: Ana Ruiz\nHospital Central\nExam date: 03/05/2026"], rules).date == ""
    spanish = "Paciente: Ana Ruiz\nServicio de Radiología\nFecha del estudio: 03/05/2026"
    assert facts_of([spanish], rules).date == "2026-05-03"


def test_a_paper_in_a_language_nobody_has_written_rules_for_is_read_as_english(rules: Rules):
    text = ["Befund vom 12.03.2026\nUniversitätsklinikum\nÜberweisung: 03/05/2026"]
    assert facts_of(text, rules) == facts_of(text, replace(rules, others=()))
