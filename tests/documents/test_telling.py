import json

from hypothesis import given
from hypothesis import strategies as st

from bot.documents.telling import heard, told
from bot.kinds.findings import REMARKS, Finding, Remark
from dialogs.case.facts import Facts, Study

ANY_STUDY = st.builds(Study, st.text(), st.text(), st.integers(min_value=0), st.integers(min_value=0))
ANY_FACTS = st.builds(
    Facts,
    record=st.text(),
    date=st.one_of(st.text(), st.dates().map(str)),
    status=st.sampled_from(("", "preliminary", "final", "amended")),
    patient=st.text(max_size=1000),
    born=st.text(),
    identifiers=st.lists(st.text(), max_size=100).map(tuple),
    institution=st.text(),
    pages_missing=st.lists(st.integers(min_value=0), max_size=100).map(tuple),
    pointers=st.lists(st.text(), max_size=100).map(tuple),
    studies=st.lists(ANY_STUDY, max_size=100).map(tuple),
    not_images=st.integers(min_value=0),
)


@given(ANY_FACTS, st.lists(st.sampled_from(REMARKS), unique=True))
def test_whatever_stands_on_a_paper_an_honest_child_is_believed(facts: Facts, remarks: list[Remark]) -> None:
    found = heard(json.dumps(told(Finding("readable", "pdf", 1, tuple(remarks), facts))).encode())
    assert found is not None
    assert found.remarks == tuple(remarks)
    assert heard(json.dumps(told(found)).encode()) == found


@given(st.binary())
def test_whatever_a_child_says_is_a_finding_or_nothing(line: bytes) -> None:
    assert heard(line) is None


def test_what_is_printed_comes_through_as_it_is() -> None:
    facts = Facts("ct", "2026-03-12", "final", "Doe, Jané", "1970-01-01", ("S-26/1",), "A hospital", (2,), ("see CT",))
    found = Finding("readable", "dicom_zip", 1, ("scan",), facts, drawn=(1,), compared=1)
    assert heard(json.dumps(told(found)).encode()) == found
