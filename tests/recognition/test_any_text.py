"""Whatever text a file holds: facts come back, short and in one line each, and soon."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.child.child import run_child
from bot.documents.recognition import Rules, facts_of
from dialogs.case.facts import Facts, from_plain, to_plain
from tests.recognition.measuring import pages, papers
from tests.recognition.templates import a_scan_report

PIECES = """Patient: DOB Date Name Accession# Status FINAL Collected 03/05/2026 31.12.1999 12-MAR-26 1/2 page of 4 Jane
DOE, Mr CT compared with outside slides addendum to follow Hospital | — ﬁ \u2028 \x1c \u202e \ud800
\ufdfa İ ß 5² \x00 : ____ pathology report gross description formalin margins MRN 1234567 S26-0001
born 29 February 2025 99/99/9999"""
WORDS = st.lists(st.sampled_from(PIECES.replace("\n", " ").split(" ")), max_size=60)
TEXTS = st.one_of(st.text(max_size=400), WORDS.map(" ".join), WORDS.map("\n".join))


def all_is_in_order(facts: Facts) -> bool:
    strings = (
        facts.record, facts.date, facts.status, facts.patient, facts.born, facts.institution,
        *facts.identifiers, *facts.also, *facts.likely,
    )  # fmt: skip
    assert all(len(each) <= 120 and each.isprintable() and each == each.strip() for each in strings)
    assert all(len(each) <= 280 and each.isprintable() and each == each.strip() for each in facts.pointers)
    assert len(facts.pointers) == len(facts.targets) <= 5
    assert len(facts.either) in (0, 2)
    assert len(facts.identifiers) <= 5
    assert len(facts.pages_missing) < 200
    days = (facts.date, facts.born, *facts.either, *(target.date for target in facts.targets))
    assert all(date.fromisoformat(each) for each in days if each)
    assert facts.status in ("", "preliminary", "final", "amended")
    return True


@given(st.lists(TEXTS, max_size=5))
def test_any_text_gives_facts_that_can_be_shown_and_kept(rules: Rules, texts: list[str]):
    facts = facts_of(texts, rules)
    assert all_is_in_order(facts)
    assert from_plain(json.loads(json.dumps(to_plain(facts)))) == facts


@given(st.data())
def test_a_paper_torn_anywhere_gives_facts_too(rules: Rules, data: st.DataObject):
    text = data.draw(st.sampled_from(papers("tuned")))["text"]
    start, end = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))
    assert all_is_in_order(facts_of([text[start:end], text[:start]], rules))


LONG, LONGER = 50_000, 200_000
ENDLESS = [
    "a", " ", "1", "\n", "|", "1/", "a ", "a-", "A,", ". ", "12/12/2026 ", "Patient ", "Patient: ", "Patient:\n",
    "DOB ", "DOB: 1 ", "date of ", "accession A1-", "page 1 of ", "Hospital ", "compared with. ", "\ufdfa", "e\u0301",
    "final - ", "sent for HER2 ", "sent for HER2\n", "compared with CT. ", "A. ", "FINDINGS: ", "FINDINGS:\n",
    "path-\nology ", "Sodium 140 mmol/L 135 - 145\n", "ER: positive\n", "aspirin 81 mg tablet daily\n", "CAPITALS ",
    "a:", "1:1", "3 " * 44 + "\n",
]  # fmt: skip


@pytest.mark.parametrize("length", [LONG, pytest.param(LONGER, marks=pytest.mark.soak)])
@pytest.mark.parametrize("piece", ENDLESS)
def test_an_endless_line_is_read_to_its_end(rules: Rules, piece: str, length: int):
    text = (piece * (length // len(piece) + 1))[:length]
    assert all_is_in_order(facts_of([text], rules))


def test_the_work_grows_with_the_text_and_not_with_the_languages_known(rules: Rules):
    ten = [a_scan_report(random.Random(number)) for number in range(10)]
    assert _work(ten, rules) < 2.5 * _work(ten[:5], rules)
    assert _work(ten, rules) < 1.1 * _work(ten, replace(rules, others=()))


def test_the_work_grows_with_the_lines_of_figures_and_no_faster(rules: Rules):
    line = "3 " * 44 + "\n"
    assert _work([line * 80], rules) < 2.5 * _work([line * 40], rules)


def _work(texts: list[str], rules: Rules) -> int:
    """How many calls it takes: the same on every machine."""
    calls: Counter[str] = Counter()
    before = sys.getprofile()
    sys.setprofile(lambda _frame, event, _called: calls.update((event,)))
    try:
        facts_of(texts, rules)
    finally:
        sys.setprofile(before)
    return calls["call"] + calls["c_call"]


@pytest.mark.usefixtures("fresh_children")
async def test_it_runs_in_a_confined_child_with_nothing_but_our_code_and_the_standard_library(rules: Rules, plain):
    paper = papers("tuned")[0]
    asked = json.dumps({"rules": plain, "pages": pages(paper)}).encode()
    answer = await run_child("tests.recognition.in_a_child", [asked])
    assert answer.outcome == "done"
    told = json.loads(answer.output)
    assert from_plain(told["facts"]) == facts_of(pages(paper), rules)
    assert not {"telegram", "sqlalchemy", "pypdf", "jinja2", "PIL", "transitions"} & {*told["foreign"]}
