"""The copy of a packet for programs: a FHIR document that is what R4 says it is, of what was confirmed and no more."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from fhir.resources.R4B.bundle import Bundle

from dialogs.case.facts import Facts
from dialogs.case.patient import Patient
from tests.makers import made
from tests.packet.desk import CONTENT, Desk

WHO = Patient("Jane Doe", "Jane Roe", "1954-02-07", "4471123", "Dr Ana Example", "Example Hospital", "jane@example.org")
TWO = "445-12 (Example Hospital); 99"
READ = Facts(
    record="labs",
    date="2026-09-20",
    patient="READ NAME",
    born="1901-01-01",
    institution="READ PLACE",
    study="READ STUDY",
)


def document(desk: Desk) -> dict[str, Any]:
    """The document as the archive has it, and that its references lead somewhere."""
    (data,) = [each for each in desk.originals() if each.name == CONTENT.wording.words["packet"]["data_name"]]
    found: dict[str, Any] = json.loads(b"".join(data.read()))
    known = [entry["fullUrl"] for entry in found["entry"]]
    assert len(set(known)) == len(known)
    assert set(references(found)) <= set(known)
    assert not list(empty(found)), "FHIR has no empty values"
    return found


def references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["reference"]] if "reference" in value else []
        return own + [each for inner in value.values() for each in references(inner)]
    return [each for inner in value for each in references(inner)] if isinstance(value, list) else []


def empty(value: Any) -> Any:
    if value in ("", [], {}, None):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from empty(inner)


def resources(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each["resource"] for each in found["entry"] if each["resource"]["resourceType"] == kind]


def test_it_is_a_document_of_the_patient_and_of_every_report_with_its_file(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "a.pdf", kind="pdf", date="2026-08-20")
    for _ in range(2):
        desk.keep(made.a_photo(), "", "labs", kind="jpeg", part_of=2, title="Blood count")
    desk.case = replace(desk.case, patient=WHO, patient_seen=True)
    found = document(desk)
    assert (found["resourceType"], found["type"]) == ("Bundle", "document")
    assert found["entry"][0]["resource"]["resourceType"] == "Composition", "the first entry of a document"
    (patient,) = resources(found, "Patient")
    assert patient["name"] == [{"text": "Jane Doe"}, {"use": "old", "text": "Jane Roe"}]
    assert patient["birthDate"] == "1954-02-07"
    assert patient["identifier"][0]["value"] == "4471123"
    assert patient["telecom"] == [{"system": "email", "value": "jane@example.org"}]
    pathology, labs = resources(found, "DocumentReference")
    assert pathology["context"]["period"] == {"start": "2026-08-20", "end": "2026-08-20"}
    assert pathology["type"]["text"] == "Pathology report"
    assert [each["attachment"]["contentType"] for each in labs["content"]] == ["image/jpeg"] * 2
    names = [unquote(each["attachment"]["url"]) for each in (*pathology["content"], *labs["content"])]
    assert {*names} < {each.name for each in desk.originals()}, "each names its file beside it"
    assert all(each["securityLabel"][0]["coding"][0]["code"] == "PATAST" for each in (pathology, labs))


def test_what_was_only_read_is_not_in_it(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "a.pdf", "", kind="pdf", facts=READ)
    found = document(desk)
    for attachment in (each["attachment"] for each in resources(found, "DocumentReference")[0]["content"]):
        del attachment["url"]  # the name of the file, which says itself what was read
    said = json.dumps(found)
    assert not [words for words in ("READ", "1901", "2026-09-20", "Lab results") if words in said]
    assert resources(found, "Patient") == [{"resourceType": "Patient"}]


def test_each_of_two_numbers_is_an_identifier_with_its_hospital(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "a.pdf", kind="pdf")
    desk.case = replace(desk.case, patient=replace(WHO, number=TWO), patient_seen=True)
    one, other = resources(document(desk), "Patient")[0]["identifier"]
    assert (one["value"], one["assigner"]) == ("445-12", {"display": "Example Hospital"})
    assert (other["value"], other.get("assigner")) == ("99", None)


def test_the_same_packet_has_the_same_document_and_another_has_another(desk: Desk) -> None:
    desk.keep(made.a_pdf(), "a.pdf", kind="pdf")
    first = document(desk)["identifier"]
    assert document(desk)["identifier"] == first
    desk.case = replace(desk.case, patient=WHO, patient_seen=True)
    assert document(desk)["identifier"] != first


@pytest.mark.parametrize(
    "who", [Patient(), WHO, replace(WHO, born="1954", contact="+1 555 0100"), replace(WHO, number=TWO)]
)
def test_an_independent_validator_agrees(desk: Desk, who: Patient) -> None:
    desk.keep(made.a_pdf(), "a.pdf", kind="pdf", date="2026-08-20")
    desk.keep(made.a_pdf(), "b.pdf", "", kind="pdf", facts=READ)
    desk.case = replace(desk.case, patient=who, patient_seen=True)
    Bundle.model_validate_json(json.dumps(document(desk)))
