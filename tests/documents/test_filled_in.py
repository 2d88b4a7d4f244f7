"""What was filled into a form, stamped or written upon a page: an eye reads it with the rest, and so do we."""

from __future__ import annotations

import json

import pytest

from bot.documents.recognition import facts_of, rules_from_plain
from bot.kinds.every import examine
from bot.kinds.findings import Finding
from tests import real
from tests.makers import filled_in, made

REPORT = """SURGICAL PATHOLOGY REPORT
Patient Name: Fontaine, Alma
DOB: 14 March 1961
Collected: 3 February 2026"""


def seen(content: bytes) -> Finding:
    return [*examine(content)][-1]


@pytest.mark.parametrize("drawn", [True, False])
def test_a_form_that_is_nothing_but_what_was_filled_in_is_not_empty(drawn: bool) -> None:
    found = seen(filled_in.a_pdf_with_notes("", {(50, 700): REPORT}, "Widget", drawn=drawn))
    assert (found.text[0].split(), found.remarks) == (REPORT.split(), ())


@pytest.mark.parametrize("kind", ["FreeText", "Stamp"])
def test_what_is_written_upon_a_page_or_stamped_on_it_is_read(kind: filled_in.Note) -> None:
    found = seen(filled_in.a_pdf_with_notes(REPORT, {(50, 500): "AMENDED on 5 February 2026"}, kind))
    assert found.text[0].split() == [*REPORT.split(), "AMENDED", "on", "5", "February", "2026"]
    assert found.remarks == ()


def test_what_is_hidden_upon_a_page_is_not_read() -> None:
    found = seen(filled_in.a_pdf_with_notes(REPORT, {(50, 500): "AMENDED"}, hidden=True))
    assert found.text[0].split() == REPORT.split()


def test_a_form_is_read_line_by_line_whatever_the_order_of_its_fields() -> None:
    labels = "SURGICAL PATHOLOGY REPORT\nPatient Name:\nDate of birth:\nDate collected:\nDate printed:"
    fields = {(150, 752): "10 March 2026", (150, 764): "3 February 2026", (150, 788): "Fontaine, Alma"}
    fields |= {(150, 776): "14 March 1961"}
    found = seen(filled_in.a_pdf_with_notes(labels, fields, "Widget"))
    rules = rules_from_plain(json.loads(json.dumps(real.content().recognition)))
    facts = facts_of(found.text, rules)
    assert (facts.patient, facts.born, facts.date) == ("Fontaine, Alma", "1961-03-14", "2026-02-03")


def test_a_page_that_nothing_was_written_upon_is_told_as_before() -> None:
    assert seen(made.a_printed_pdf(REPORT)).text[0].split() == REPORT.split()
