"""What stands beside a label, below it or under the head of its column: the value of that label and of no other."""

from __future__ import annotations

import pytest


def test_two_names_and_two_births_are_unclear(read):
    assert "patient" in read("Patient: Jane Doe\nPatient: John Roe").unclear
    assert "born" in read("Patient: Jane Doe\nDOB: 03/04/1961").unclear


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NAME: Nakagawa, Obinna UNIT #: 4471123 LOC: 4W", "Nakagawa, Obinna"),
        ("NAME: NAKAGAWA, OBINNA WING: 4", ""),
        ("Patient Name:\nMed. Rec. #: 4471123", ""),
        ("Patient Name:\nAccount: 4471123", ""),
        ("Patient Name:\nJane Doe", "Jane Doe"),
    ],
)
def test_the_next_label_is_no_name(read, text: str, name: str):
    assert read(text).patient == name


@pytest.mark.parametrize("size", ["17.3 x 9.0 x 4.1 cm", "12.5 cm", "1200 g", "45 x 30 mm"])
def test_a_size_is_no_number_of_a_specimen(read, size: str):
    assert read(f"Patient: Jane Doe\nSpecimen: {size}, labeled kidney").identifiers == ()


def test_a_standing_in_a_table_is_no_label_of_a_day(read):
    rows = "Vaccine | Status | Day\nInfluenza | completed | 2019-10-01\nTetanus | completed | 2015-04-12"
    assert read(f"Patient: Jane Doe\n{rows}").date == ""
    assert read(f"Patient: Jane Doe\nCollected: 2026-09-28\n{rows}").date == "2026-09-28"
    assert read("Patient: Jane Doe | Collected | 2026-09-28").date == "2026-09-28"


@pytest.mark.parametrize("gap", [" | ", "    "])
def test_under_the_heads_of_a_table_each_value_is_that_of_its_head(read, gap: str):
    def row(*cells: str) -> str:
        return gap.join(cells)

    text = [row("Printed", "Reported", "Collected"), row("11/20/2026", "08/25/2026", "08/23/2026")]
    facts = read("\n".join(["Patient: Jane Doe", *text]))
    assert (facts.date, facts.dated_by) == ("2026-08-23", "examined")
    text = [row("Patient Name", "DOB", "Collected", "Test"), row("Jane Doe", "03/14/1961", "08/23/2026", "Sodium")]
    facts = read("\n".join(text))
    assert (facts.patient, facts.born, facts.date) == ("Jane Doe", "1961-03-14", "2026-08-23")


@pytest.mark.parametrize(
    "label", ["Service Date/Time", "Exam ended", "Collection Date and Time", "Acquired", "This exam"]
)
def test_portals_have_labels_of_their_own(read, label: str):
    assert read(f"Patient: Jane Doe\n{label}: 08/23/2026 10:15").date == "2026-08-23"


def test_labels_in_one_column_have_their_values_in_the_next(read):
    labels = ["Patient Name:", "Date of Birth:", "Ward Clerk:", "Collected:", "Accession:"]
    values = ["Jane Doe", "04/17/1964", "N. Whitlock", "08/23/2026", "S26-01234"]
    facts = read("\n".join(["SURGICAL PATHOLOGY REPORT", *labels, *values, "Gross description: in formalin"]))
    assert (facts.patient, facts.born, facts.date) == ("Jane Doe", "1964-04-17", "2026-08-23")
    assert facts.specimens == ("S26-01234",)


@pytest.mark.parametrize(
    ("lines", "born", "date"),
    [
        (["Date of Birth:", "Collected:", "04/17/1964", "08/23/2026"], "1964-04-17", "2026-08-23"),
        (["Address:", "Date of Birth:", "Collected:", "12 Main Street", "Springfield", "04/17/1964"], "", ""),
        (["Referred by:", "Collected:", "08/23/2026", "Gross: in formalin"], "", "2026-08-23"),
        (["Patient Name:", "Collected:", "08/23/2026", "Jane Doe"], "", "2026-08-23"),
    ],
)
def test_a_value_that_does_not_fit_its_label_leaves_the_column_alone(read, lines: list[str], born: str, date: str):
    facts = read("\n".join(lines))
    assert (facts.born, facts.date) == (born, date)
