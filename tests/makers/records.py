"""Makers of what patient portals export: records in XML and FHIR, Apple's health export; all of nobody."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape

from tests.makers.made import FICTITIOUS, a_png, a_printed_pdf

NAME, BORN, DAY = ("Ana Q.", "Example"), "1961-03-14", "2026-03-12"
_PLAIN_DAY = DAY.replace("-", "")

RESULTS = """<paragraph>Collected on 12 March.</paragraph>
<table><caption>Blood count</caption><thead><tr><th>Test</th><th>Value</th><th>Range</th></tr></thead>
<tbody><tr><td ID="r1">Hemoglobin</td><td>12.1 g/dL</td><td>12.0-15.5</td></tr>
<tr><td>Platelets</td><td>140 x 10<sup>9</sup>/L</td><td>150-400</td></tr></tbody></table>
<list listType="ordered"><item>first<list><item>within</item></list></item><item>second</item></list>"""


def section(title: str, text: str, more: str = "") -> str:
    return f"<component><section><title>{escape(title)}</title><text>{text}</text>{more}</section></component>"


def a_ccda(
    sections: Iterable[str] = (section("Results", RESULTS),),
    title: str = "Pathology report",
    code: str = "11526-1",
    body: str = "",
) -> bytes:
    """A record in XML, its sections as given, or a body in place of them."""
    body = body or f"<structuredBody>{''.join(sections)}</structuredBody>"
    given, family = NAME
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="CDA.xsl"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<code code="{code}" codeSystem="2.16.840.1.113883.6.1"/><title>{escape(title)}</title>
<effectiveTime value="{_PLAIN_DAY}101500-0500"/>
<recordTarget><patientRole><id extension="12345"/><patient><name use="L"><given>{given}</given><family>{family}</family>
</name><birthTime value="{BORN.replace("-", "")}"/></patient></patientRole></recordTarget>
<author><time value="{_PLAIN_DAY}"/><assignedAuthor><representedOrganization><name>Fictitious Clinic</name>
</representedOrganization></assignedAuthor></author><component>{body}</component></ClinicalDocument>""".encode()


def a_ccda_with_a_pdf() -> bytes:
    """A record whose only body is a PDF."""
    pdf = base64.b64encode(a_printed_pdf("PATHOLOGY REPORT\nMargin 1 mm")).decode()
    return a_ccda(body=f"<nonXMLBody><text mediaType='application/pdf' representation='B64'>{pdf}</text></nonXMLBody>")


def a_ccda_with_a_picture() -> bytes:
    """A record with a picture in a section, as base64 beside its text."""
    picture = base64.b64encode(a_png()).decode()
    entry = (
        f"<entry><observationMedia ID='MM1'><value representation='B64'>{picture}</value></observationMedia></entry>"
    )
    return a_ccda([section("Endoscopy", "Seen: <renderMultiMedia referencedObject='MM1'/>", entry)])


def a_ccda_with_empty_sections() -> bytes:
    """A record of which one section has entries for programs and no text."""
    silent = "<component><section nullFlavor='NI'><title>Vital signs</title><entry/></section></component>"
    return a_ccda([section("Results", RESULTS), silent, section("Plan", "No information")])


def a_long_ccda(sections: int = 200) -> bytes:
    """A record with that many sections, a table in each."""
    return a_ccda([section(f"Section {number}", RESULTS) for number in range(sections)])


def a_ccda_with_entities() -> bytes:
    """A record that declares entities which multiply."""
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return a_ccda().replace(b"<ClinicalDocument", declared + b"<ClinicalDocument", 1)


def a_deep_ccda(depth: int = 5_000) -> bytes:
    """A record whose elements stand in one another without end."""
    return a_ccda([section("Deep", "<content>" * depth + "x" + "</content>" * depth)])


def a_bundle(*resources: Mapping[str, Any]) -> bytes:
    """A FHIR bundle of a patient and these resources, in JSON."""
    entries = [{"resource": each} for each in (PATIENT, *(resources or RESOURCES))]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


PATIENT = {
    "resourceType": "Patient",
    "id": "p1",
    "name": [{"use": "official", "given": [NAME[0]], "family": NAME[1]}],
    "birthDate": BORN,
}


def observation(name: str = "Hemoglobin", value: float = 12.1, **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": name.lower(),
        "status": "final",
        "code": {"text": name},
        "valueQuantity": {"value": value, "unit": "g/dL"},
        "referenceRange": [{"low": {"value": 12.0, "unit": "g/dL"}, "high": {"value": 15.5, "unit": "g/dL"}}],
        "effectiveDateTime": f"{DAY}T08:00:00Z",
        **more,
    }


def report(**more: Any) -> dict[str, Any]:
    return {
        "resourceType": "DiagnosticReport",
        "id": "d1",
        "status": "final",
        "code": {"text": "Surgical pathology report"},
        "effectiveDateTime": DAY,
        **more,
    }


def attachment(content: bytes, kind: str = "application/pdf") -> dict[str, str]:
    return {"contentType": kind, "data": base64.b64encode(content).decode()}


RESOURCES: tuple[Mapping[str, Any], ...] = (
    report(conclusion="Fictitious conclusion.", result=[{"reference": "Observation/hemoglobin"}]),
    observation(),
    observation("Platelets", 140, status="preliminary"),
    {
        "resourceType": "Observation",
        "status": "final",
        "code": {"text": "Blood pressure"},
        "component": [
            {"code": {"text": "Systolic"}, "valueQuantity": {"value": 120, "unit": "mmHg"}},
            {"code": {"text": "Diastolic"}, "valueQuantity": {"value": 80, "unit": "mmHg"}},
        ],
    },
    {
        "resourceType": "MedicationRequest",
        "status": "active",
        "medicationReference": {"reference": "#m"},
        "contained": [{"resourceType": "Medication", "id": "m", "code": {"text": "tamoxifen"}}],
        "dosageInstruction": [{"text": "20 mg daily"}],
        "authoredOn": DAY,
    },
    {
        "resourceType": "AllergyIntolerance",
        "clinicalStatus": {"coding": [{"code": "active"}]},
        "code": {"coding": [{"display": "Penicillin"}]},
        "reaction": [{"manifestation": [{"text": "rash"}]}],
    },
    {"resourceType": "Condition", "code": {"text": "Fictitious condition"}, "onsetDateTime": "2025-11"},
    {"resourceType": "Procedure", "status": "completed", "code": {"text": "Biopsy"}, "performedDateTime": DAY},
    {"resourceType": "Immunization", "status": "completed", "vaccineCode": {"text": "Influenza"}, "date": DAY},
    {"resourceType": "Encounter", "type": [{"text": "Visit"}], "period": {"start": DAY, "end": DAY}},
    {
        "resourceType": "CarePlan",
        "text": {"div": "<div xmlns='http://www.w3.org/1999/xhtml'><p>Next visit in <b>May</b></p></div>"},
    },
    {"resourceType": "Provenance"},
)


def a_bundle_with_a_pdf() -> bytes:
    """A bundle of one report, whose only form is a PDF."""
    return a_bundle(report(presentedForm=[attachment(a_printed_pdf("PATHOLOGY REPORT"))]))


def a_bundle_with_several_forms() -> bytes:
    """A bundle with results, a note in plain text and a PDF."""
    note = attachment(FICTITIOUS.encode(), "text/plain")
    document = {"resourceType": "DocumentReference", "description": "Visit note", "content": [{"attachment": note}]}
    return a_bundle(observation(), document, report(presentedForm=[attachment(a_printed_pdf("REPORT"))]))


def a_line_each(*resources: Mapping[str, Any]) -> bytes:
    """Resources, one a line (NDJSON)."""
    return b"\n".join(json.dumps(each).encode() for each in resources or (PATIENT, *RESOURCES)) + b"\n"


def a_bundle_in_xml() -> bytes:
    """A FHIR bundle in XML."""
    return f"""<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>
<entry><resource><Patient><id value="p1"/><name><given value="{NAME[0]}"/><family value="{NAME[1]}"/></name>
<birthDate value="{BORN}"/></Patient></resource></entry>
<entry><resource><Observation><status value="final"/><code><coding><display value="Hemoglobin"/></coding></code>
<valueQuantity><value value="12.10"/><unit value="g/dL"/></valueQuantity><effectiveDateTime value="{DAY}"/>
</Observation></resource></entry>
<entry><resource><CarePlan><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">
<p>Next visit in <b>May</b></p></div></text></CarePlan></resource></entry></Bundle>""".encode()


def an_apple_export(records: int = 50) -> bytes:
    """What the Health app of a telephone exports, with that many heart rates."""
    rates = "".join(
        f'<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" startDate="2026-03-{1 + number % 28:02} '
        f'08:00:00 +0000" value="{60 + number % 9}"/>'
        for number in range(records)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- {"What may stand in a file that a telephone gave away. " * 60}-->
<!ELEMENT HealthData (ExportDate,Me,(Record|ClinicalRecord)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="en_US"><ExportDate value="2026-03-20 10:00:00 +0000"/>
<Me HKCharacteristicTypeIdentifierDateOfBirth="{BORN}"/>{rates}
<ClinicalRecord type="HKClinicalTypeIdentifierLabResultRecord" sourceName="Fictitious Clinic"
 receivedDate="{DAY} 08:00:00 +0000" resourceFilePath="/clinical-records/x.json"/></HealthData>""".encode()


LOINC = "2.16.840.1.113883.6.1"


def coded_section(code: str, entries: str, text: str = "See below.") -> str:
    """A section as programs know it: its LOINC code and what they read, whatever its title says."""
    return f"""<component><section><code code="{code}" codeSystem="{LOINC}"/><title>Sección</title><text>{text}</text>
{entries}</section></component>"""


def medicine(negation: str = "false", product: str = '<code code="10324" displayName="tamoxifen"/>') -> str:
    return f"""<entry><substanceAdministration classCode="SBADM" moodCode="EVN" negationInd="{negation}"><consumable>
<manufacturedProduct><manufacturedMaterial>{product}</manufacturedMaterial></manufacturedProduct></consumable>
</substanceAdministration></entry>"""


def value(kind: str = "PQ", said: str = 'value="12.1" unit="g/dL"') -> str:
    """A result in a section for programs: a number, or words of a picture."""
    return f"""<entry><organizer classCode="BATTERY"><component><observation classCode="OBS" moodCode="EVN">
<code code="718-7"/><value xsi:type="{kind}" {said}/></observation></component></organizer></entry>"""


def coded(*codes: str) -> list[dict[str, Any]]:
    """What a FHIR category is: codes, without a name."""
    return [{"coding": [{"code": code} for code in codes]}]
