"""The same report scanned twice is noticed; two reports of one clinic's template are not taken for one."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from bot.documents.recognition import Rules, facts_of
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.understanding.likeness import NEARLY_THE_SAME, likeness, same_report
from dialogs.understanding.suggestions import suggestions
from tests import real
from tests.recognition.measuring import papers
from tests.recognition.templates import a_scan_report, scanned_again
from tests.test_architecture import PROJECT


def fingerprint(text: str, rules: Rules) -> tuple[int, ...]:
    return facts_of([text], rules).fingerprint


def test_the_same_report_scanned_twice_is_nearly_the_same(rules: Rules, capsys: pytest.CaptureFixture[str]):
    chance = random.Random(11)
    found = []
    for _ in range(100):
        report = a_scan_report(chance)
        found.append(likeness(fingerprint(report, rules), fingerprint(scanned_again(report, chance), rules)))
    with capsys.disabled():
        print(f"\nlikeness, scanned twice, 1 word in 100 misread: {min(found):.2f} at least")
    assert min(found) > 0.8


def test_two_reports_of_one_template_are_less_alike_than_that(rules: Rules, capsys: pytest.CaptureFixture[str]):
    chance = random.Random(12)
    prints = [fingerprint(a_scan_report(chance), rules) for _ in range(40)]
    found = [likeness(a, b) for a, b in combinations(prints, 2)]
    with capsys.disabled():
        print(f"\nlikeness, one template, 4 of 10 organs not normal: {max(found):.2f} at most")
    assert max(found) < NEARLY_THE_SAME


def test_different_papers_have_next_to_nothing_in_common(rules: Rules):
    everything = [paper["text"] for half in ("tuned", "held_out", "unseen", "misleading") for paper in papers(half)]
    prints = [each for text in everything if (each := fingerprint(text, rules))]
    assert len(prints) > 50
    assert max(likeness(a, b) for a, b in combinations(prints, 2)) < 0.4


def test_two_normal_scans_are_told_apart_by_what_is_printed(rules: Rules):
    chance = random.Random(13)
    first, second = (facts_of([a_scan_report(chance, changed=0)], rules) for _ in range(2))
    assert likeness(first.fingerprint, second.fingerprint) >= NEARLY_THE_SAME
    assert not same_report(first, second)
    assert same_report(first, replace(first, identifiers=()))


@pytest.mark.parametrize("unread", [{}, {"date": ""}, {"identifiers": ()}, {"date": "", "identifiers": ()}])
def test_no_two_of_many_normal_scans_are_ever_called_the_same_report(rules: Rules, unread: dict[str, object]):
    chance = random.Random(15)
    texts = [a_scan_report(chance, changed=0) for _ in range(40)]
    facts = [replace(facts_of([text], rules), **unread) for text in texts]  # type: ignore[arg-type]
    days = [each.date for each in facts]
    files = tuple(
        Document(number, "a", f"{number}.pdf", "imaging_reports", "readable", 1, facts=each, digest=str(number))
        for number, each in enumerate(facts, start=1)
        if not each.date or days.count(each.date) == 1
    )
    assert len(files) > 20
    case = Case(documents=files)
    found = {each.kind for each in suggestions(real.content().guide, case, date(2026, 11, 25))}
    assert "same_report" not in found


@pytest.mark.parametrize(
    "printed",
    [{"date": "2026-03-13"}, {"status": "preliminary"}, {"identifiers": ("S26-2",)}],
    ids=lambda each: str(*each),
)
def test_another_day_status_or_number_makes_it_another_report(printed: dict[str, object]):
    one = Facts(date="2026-03-12", status="final", identifiers=("S26-1",), fingerprint=(1, 2, 3))
    assert same_report(one, one)
    assert not same_report(one, replace(one, **printed))  # type: ignore[arg-type]


def test_a_text_too_short_to_compare_is_like_nothing(rules: Rules):
    short = fingerprint("Patient: Jane Doe", rules)
    assert short == ()
    assert likeness(short, short) == 0


def test_a_fingerprint_is_the_same_in_every_process(rules: Rules):
    text = a_scan_report(random.Random(14))
    code = (
        "import json, random; from pathlib import Path; from dialogs.composed.reading import read_content;"
        "from bot.documents.recognition import facts_of, rules_from_plain;"
        "from tests.recognition.templates import a_scan_report;"
        "rules = rules_from_plain(read_content(Path('content')).recognition);"
        "print(json.dumps(facts_of([a_scan_report(random.Random(14))], rules).fingerprint))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, check=True).stdout
    assert told.strip() == str([*fingerprint(text, rules)])
