"""A record for programs counts for what its codes say it is and holds, in any language, and for nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from bot.kinds.fhir_facts import facts_of
from bot.kinds.fhir_source import Resource
from dialogs.case.facts import Facts, surer
from tests.documents.manuscripts import last
from tests.makers import records
from tests.makers.records import coded, coded_section, medicine, observation, report, value

SUMMARY = "34133-9"
MEDICINES, RESULTS, PROCEDURES = "10160-0", "30954-2", "47519-4"
PATHOLOGY_STUDY, CONSULTATION = "11526-1", "11488-4"
TOLD = "Tres cilindros de la mama izquierda con un carcinoma; los márgenes se describen más abajo. " * 3
TWO_VALUES = value() + value()
WORDS = value("ST", "")


def counts(data: bytes) -> tuple[str, ...]:
    facts = last(data).facts
    return tuple(filter(None, (facts.record, *facts.also)))


@pytest.mark.parametrize(
    ("sections", "right"),
    [
        ([coded_section(MEDICINES, medicine()), coded_section(RESULTS, TWO_VALUES)], ("medications", "labs")),
        ([coded_section(RESULTS, TWO_VALUES)], ("labs",)),
        ([coded_section(MEDICINES, medicine("true"), "No known medications")], ()),
        ([coded_section(MEDICINES, medicine(product='<code nullFlavor="NI"/>'), "No information")], ()),
        ([coded_section(MEDICINES, "", "No information")], ()),
        ([coded_section(RESULTS, WORDS + WORDS)], ()),
        ([coded_section(RESULTS, value("PQ", 'nullFlavor="UNK"') * 3)], ()),
        ([coded_section(PROCEDURES, "<entry/>", "Appendectomy 2001")], ()),
        ([coded_section("29549-3", medicine(), "Given during the visit")], ()),
        ([coded_section(PATHOLOGY_STUDY, "", TOLD)], ("pathology",)),
        ([coded_section(PATHOLOGY_STUDY, "", TOLD), coded_section(RESULTS, TWO_VALUES)], ("pathology", "labs")),
        ([coded_section(CONSULTATION, "", TOLD), coded_section(MEDICINES, medicine())], ("visit_notes", "medications")),
        ([coded_section(CONSULTATION, "", "No notes of this kind exist.")], ()),
        ([coded_section(PROCEDURES, "<entry/>", TOLD)], ()),
    ],
)
def test_a_summary_counts_for_what_its_sections_hold(sections: list[str], right: tuple[str, ...]) -> None:
    assert counts(records.a_ccda(sections, "Resumen", SUMMARY)) == right


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("11526-1", "pathology"), ("18748-4", "imaging_reports"), ("11502-2", "labs"), ("11504-8", "procedures"),
        ("18842-5", "procedures"), ("11506-3", "visit_notes"), ("34117-2", "visit_notes"), ("52521-2", ""),
    ],
)  # fmt: skip
def test_a_document_is_what_its_code_says_whatever_its_title_is(code: str, right: str) -> None:
    section = records.section("Sección", "Nada que decir.")
    assert last(records.a_ccda([section], "Documento", code)).facts.record == right


def test_a_code_of_one_s_own_leaves_it_to_the_template() -> None:
    template = b'<templateId root="2.16.840.1.113883.10.20.22.1.4"/><code code="34805-2"'
    data = records.a_ccda([records.section("A", "Seen.")], "B", "34805-2").replace(b'<code code="34805-2"', template, 1)
    assert counts(data) == ("visit_notes",)


def test_a_note_with_a_list_of_medicines_is_both() -> None:
    sections = [records.section("A", "Seen."), coded_section(MEDICINES, medicine())]
    assert counts(records.a_ccda(sections, "B", "11488-4")) == ("visit_notes", "medications")


def test_what_lies_in_another_file_counts_for_nothing() -> None:
    body = '<nonXMLBody><text mediaType="application/pdf"><reference value="note.pdf"/></text></nonXMLBody>'
    found = last(records.a_ccda(code="11504-8", body=body))
    assert (found.facts.record, "lost_parts" in found.remarks) == ("", True)


def test_a_body_of_plain_words_is_all_there() -> None:
    body = '<nonXMLBody><text mediaType="text/plain">The knee was seen.</text></nonXMLBody>'
    found = last(records.a_ccda(code="11504-8", body=body))
    assert (found.facts.record, found.remarks) == ("procedures", ())


LABORATORY = observation("Hb", category=coded("laboratory")), observation("Plt", category=coded("laboratory"))
VITAL = tuple(observation(name, category=coded("vital-signs")) for name in ("Weight", "Height", "Pulse"))
UNSORTED = observation("Hb", referenceRange=[{"text": "12 - 16"}]), observation("Plt", specimen={"display": "Blood"})
BARE = tuple(observation(name, referenceRange=[]) for name in ("Weight", "Height", "Pulse"))
MEDICINE: dict[str, Any] = {"resourceType": "MedicationRequest", "medicationCodeableConcept": {"text": "tamoxifen"}}


@pytest.mark.parametrize(
    ("resources", "right"),
    [
        (LABORATORY, ("labs",)),
        (LABORATORY[:1], ()),
        (VITAL, ()),
        (UNSORTED, ("labs",)),
        (BARE, ()),
        (tuple({**each, "referenceRange": [{"text": "60 - 80"}]} for each in VITAL), ()),
        ((MEDICINE, *LABORATORY), ("medications", "labs")),
        (({**MEDICINE, "status": "entered-in-error"},), ()),
        ((report(conclusion="Seen.", category=coded("RAD")), MEDICINE), ("imaging_reports", "medications")),
        ((report(conclusion="Seen.", category=coded("SP")),), ("pathology",)),
        ((report(conclusion="Seen.", code=coded("18748-4")[0]),), ("imaging_reports",)),
        ((report(category=coded("RAD"), presentedForm=[{"url": "https://x.example/1.pdf"}]),), ()),
        ((report(conclusion="Seen.", category=coded("RAD", "LAB")),), ()),
    ],
)
def test_resources_count_for_what_can_be_shown_of_them(resources: tuple[Any, ...], right: tuple[str, ...]) -> None:
    assert counts(records.a_bundle(*resources)) == right


def test_the_day_of_one_report_is_no_day_of_all_that_is_in_a_file() -> None:
    one = report(conclusion="Seen.", result=[{"reference": "Observation/hb"}])
    assert last(records.a_bundle(one, observation("Hb"))).facts.date == records.DAY
    assert last(records.a_bundle(one, observation("Hb"), MEDICINE)).facts.date == ""
    assert last(records.a_bundle(one, observation("Hb"), observation("Plt"))).facts.date == ""


def test_what_is_known_leaves_nothing_open() -> None:
    read = Facts(
        likely=("labs", "visit_notes"), either=("2026-03-05", "2026-05-03"), unclear=("record", "date", "born")
    )
    found = surer(Facts(record="visit_notes", date="2026-03-05"), read)
    assert (found.record, found.also, found.likely, found.either, found.unclear) == (
        "visit_notes", (), (), (), ("born",),
    )  # fmt: skip


def test_what_a_known_record_holds_is_read_in_its_words() -> None:
    read = Facts(record="pathology", also=("biomarkers",))
    assert surer(Facts(record="pathology"), read).also == ("biomarkers",)
    assert surer(Facts(record="labs"), read).also == ()
    assert surer(
        Facts(record="medications", also=("labs",)), Facts(record="medications", also=("procedures",))
    ).also == ("labs",)


def test_the_day_on_which_a_paper_was_filed_gives_way_to_the_one_that_is_printed_with_its_label() -> None:
    filed = Facts(record="procedures", date="2026-11-03", dated_by="alone")
    assert surer(filed, Facts(date="2026-07-19", dated_by="examined")).date == "2026-07-19"
    open_ = surer(filed, Facts(dated_by="examined", either=("2026-03-05", "2026-05-03"), unclear=("date",)))
    assert (open_.date, open_.either, open_.unclear) == ("", ("2026-03-05", "2026-05-03"), ("date",))
    assert surer(filed, Facts()).date == "2026-11-03"
    sure = Facts(date="2026-03-12", dated_by="dated")
    assert surer(sure, Facts(date="2026-07-19", dated_by="examined")).date == "2026-03-12"


def test_a_file_that_a_record_wraps_has_the_day_on_which_it_was_filed_only_for_want_of_another() -> None:
    body = '<nonXMLBody><text mediaType="text/plain">The knee was seen.</text></nonXMLBody>'
    assert last(records.a_ccda(code="11504-8", body=body)).facts.dated_by in ("", "alone")
    file = {"contentType": "text/plain", "data": "VGhlIGtuZWUgd2FzIHNlZW4u"}
    listed = {"resourceType": "DocumentReference", "date": "2026-11-03", "content": [{"attachment": file}]}
    assert last(records.a_bundle(listed)).facts.dated_by == "alone"
    visited = {**listed, "context": {"period": {"start": "2026-07-19", "end": "2026-07-19"}}}
    facts = last(records.a_bundle(visited)).facts
    assert (facts.date, facts.dated_by) == ("2026-07-19", "dated")


def a_report(display: object) -> Resource:
    return {"resourceType": "DiagnosticReport", "subject": {"reference": "Patient/1", "display": display}}


def test_a_name_beside_a_reference_counts_only_where_no_patient_is_told():
    one = {"resourceType": "Patient", "name": [{"text": "Jane Doe"}], "birthDate": "1964-04-17"}
    other = {"resourceType": "Patient", "name": [{"text": "John Roe"}], "birthDate": "1950-01-01"}
    report = a_report("Jane Doe")
    assert facts_of([report], [], [report], ()).patient == "Jane Doe"
    assert facts_of([one, other, report], [], [report], ()).patient == ""
    for odd in (None, {"text": "Jane"}, "J" * 5000):
        assert facts_of([a_report(odd)], [], [a_report(odd)], ()).patient == ""
