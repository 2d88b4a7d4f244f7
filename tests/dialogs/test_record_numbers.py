"""Several numbers of one patient stand on one line, and are read from it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.understanding.record_numbers import RecordNumber, number_at, numbers_in, on_one_line, read_numbers


def files(*printed: tuple[str, str]) -> list[Document]:
    return [
        Document(at, "b", "a.pdf", "labs", "readable", facts=Facts(number=number, institution=place))
        for at, (number, place) in enumerate(printed, start=1)
    ]


def test_one_number_in_several_spellings_is_one() -> None:
    (one,) = read_numbers(files(("445-12", ""), ("0044512", "River"), ("445 12", ""), ("445-12", ""), ("", "Hill")))
    assert (one.number, one.place) == ("445-12", "River")
    assert on_one_line((one,), 120) == "445-12"


@pytest.mark.parametrize(
    ("most", "line"), [(120, "1 (Hill Hospital); 2 (River)"), (27, "1; 2"), (3, "")], ids=["whole", "bare", "none"]
)
def test_where_the_line_is_too_long_the_hospitals_are_left_out_and_never_half_a_number(most: int, line: str) -> None:
    assert on_one_line(read_numbers(files(("1", "Hill (Hospital)"), ("2", "River"))), most) == line


@pytest.mark.parametrize("line", ["12345", "445-12, ward 3", "ask my daughter (555 0100", "()", "(445)", ""])
def test_what_a_patient_wrote_stays_one(line: str) -> None:
    assert [each.number for each in numbers_in(line)] == ([line] if line else [])


def test_the_number_of_a_hospital_is_known_by_its_name_alone() -> None:
    line = "1 (Hill Hospital); 2 (River Clinic)"
    assert number_at(line, "The River Clinic, records office") == "2"
    assert number_at(line, "Sea Hospital") == line
    assert number_at("1 (Hill); 2 (Hill)", "Hill") == "1 (Hill); 2 (Hill)"
    assert number_at("12", "River Clinic") == "12"


PRINTED = st.tuples(st.text("0123456789-ABC ", max_size=12), st.text("abc ();", max_size=12))


@given(st.lists(PRINTED, max_size=6))
def test_whatever_is_read_can_be_read_from_its_line_again(printed: list[tuple[str, str]]) -> None:
    numbers = read_numbers(files(*printed))
    line = on_one_line(numbers, 1000)
    if len(numbers) > 1:
        assert numbers_in(line) == tuple(RecordNumber(each.number, each.place) for each in numbers)
