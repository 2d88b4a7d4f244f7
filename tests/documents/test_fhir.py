"""FHIR is read as its results and reports say, whole and once, never as what programs read."""

from __future__ import annotations

import base64
import json
from typing import Any

from bot.kinds import fhir
from dialogs.case.facts import Facts
from tests.documents.manuscripts import contents, tables, told
from tests.makers import made, records


def test_results_are_shown_as_they_are_written() -> None:
    bundle = records.a_bundle().replace(b"12.1,", b"12.10,")
    found = contents(fhir.read, bundle)
    rows = [row for table in tables(found) for row in table]
    assert ["Hemoglobin", "12.10 g/dL", "12.0–15.5 g/dL", "2026-03-12", ""] in rows
    assert ["Platelets", "140 g/dL (preliminary)", "12.0–15.5 g/dL", "2026-03-12", ""] in rows
    assert ["Blood pressure: Systolic", "120 mmHg", "", "", ""] in rows
    assert ["tamoxifen", "20 mg daily", "active", "2026-03-12"] in rows
    assert ["Penicillin", "rash", "active", ""] in rows
    assert ["Fictitious condition", "", "2025-11", ""] in rows


def test_what_is_noted_beside_a_result_or_a_medicine_stands_there() -> None:
    high = [{"text": "High"}]
    parts = [
        {"code": {"text": "Systolic"}, "valueQuantity": {"value": 150, "unit": "mmHg"}, "interpretation": high},
        {"code": {"text": "Diastolic"}, "valueQuantity": {"value": 80, "unit": "mmHg"}},
    ]
    pressure = {"resourceType": "Observation", "code": {"text": "BP"}, "component": parts, "note": [{"text": "seated"}]}
    old = records.observation(comments="hemolyzed sample")
    medicine = {
        "resourceType": "MedicationOrder",
        "medicationCodeableConcept": {"text": "letrozole"},
        "note": [{"text": "stopped for a week"}],
        "dateWritten": "2026-03-13",
    }
    rows = [row for table in tables(contents(fhir.read, records.a_bundle(pressure, old, medicine))) for row in table]
    assert ["BP: Systolic", "150 mmHg", "", "", "High; seated"] in rows
    assert ["BP: Diastolic", "80 mmHg", "", "", ""] in rows
    assert ["Hemoglobin", "12.1 g/dL", "12.0–15.5 g/dL", "2026-03-12", "hemolyzed sample"] in rows
    assert ["letrozole", "stopped for a week", "", "2026-03-13"] in rows


def test_the_day_on_which_a_portal_made_a_summary_is_not_that_of_a_paper() -> None:
    def told_of(code: str) -> Facts:
        composition = {"resourceType": "Composition", "title": "Summary", "date": "2026-11-20", "type": coding(code)}
        return contents(fhir.read, records.a_bundle(composition)).facts

    def coding(code: str) -> dict[str, object]:
        return {"coding": [{"system": "http://loinc.org", "code": code}]}

    assert told_of("60591-5").date == ""
    assert told_of("11506-3").date == "2026-11-20"


def test_a_result_of_a_report_stands_with_it_and_once() -> None:
    found = contents(fhir.read, records.a_bundle())
    assert told(found).count("Hemoglobin") == 1
    assert told(found).index("Surgical pathology report") < told(found).index("Hemoglobin")


def test_what_holds_no_words_is_named_and_not_dumped() -> None:
    found = contents(fhir.read, records.a_bundle())
    assert "Provenance (1)" in told(found)
    assert "entries" in found.lost
    assert "Next visit in May" in told(found)


def test_a_patient_alone_is_no_loss() -> None:
    assert contents(fhir.read, json.dumps(records.PATIENT).encode()).lost == frozenset()


def test_lines_and_xml_are_read_alike() -> None:
    lines = contents(fhir.read, records.a_line_each())
    assert told(lines) == told(contents(fhir.read, records.a_bundle()))
    xml = contents(fhir.read, records.a_bundle_in_xml())
    assert ["Hemoglobin", "12.10 g/dL", "", "2026-03-12", ""] in [row for table in tables(xml) for row in table]
    assert "Next visit in May" in told(xml)
    assert (xml.facts.patient, xml.facts.born) == ("Ana Q. Example", records.BORN)


def test_forms_of_several_reports_are_all_there() -> None:
    found = contents(fhir.read, records.a_bundle_with_several_forms())
    assert len(found.papers) == 1
    assert made.FICTITIOUS in told(found)


def test_a_record_in_xml_that_lies_in_another_is_its_words_and_a_torn_one_costs_nothing_else() -> None:
    def attached(data: bytes) -> dict[str, Any]:
        file = {"contentType": "application/xml", "data": base64.b64encode(data).decode()}
        return {"resourceType": "DocumentReference", "description": "Visit note", "content": [{"attachment": file}]}

    note = records.a_ccda([records.section("Plan", "Next visit in May.")], "Progress note")
    whole = records.a_bundle(attached(note), attached(note[:-300]), records.report(conclusion="Seen."))
    said = told(contents(fhir.read, whole))
    assert "Next visit in May." in said
    assert "Seen." in said
    assert "ClinicalDocument" not in said


def test_a_file_that_lies_elsewhere_is_told() -> None:
    data = records.a_bundle(records.report(presentedForm=[{"url": "https://x.example/1.pdf"}]))
    assert contents(fhir.read, data).lost == {"parts"}
