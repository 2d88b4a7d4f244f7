"""A record for programs without codes counts for what its papers say, each by itself, and for what they are called."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.documents.inspection import inspect
from dialogs.case.facts import Facts
from tests import real
from tests.makers import records
from tests.makers.records import attachment, observation, report

pytestmark = pytest.mark.usefixtures("looked_at_here")

PATHOLOGY = "Gross description: three cores\nMicroscopic description: carcinoma\nFinal diagnosis: carcinoma"
OPERATION = "Preoperative diagnosis: breast cancer\nProcedure: lumpectomy\nEstimated blood loss: 20 ml"


@pytest.fixture(scope="module")
def rules() -> bytes:
    return json.dumps(real.content().recognition).encode()


def narrative(*lines: str) -> dict[str, str]:
    said = "".join(f"<p>{line}</p>" for line in lines)
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{said}</div>'}


def document(title: str, text: str, **more: Any) -> dict[str, Any]:
    content = [{"attachment": attachment(text.encode(), "text/plain")}]
    return {
        "resourceType": "DocumentReference",
        "status": "current",
        "type": {"text": title},
        "content": content,
    } | more


def composition(title: str, *sections: tuple[str, str]) -> dict[str, Any]:
    told = [{"title": head, "text": narrative(said)} for head, said in sections]
    return {"resourceType": "Composition", "status": "final", "title": title, "date": records.DAY, "section": told}


IMAGING = report(id="d2", code={"text": "CT Chest"}, text=narrative("Findings: a nodule.", "Impression: stable."))


async def told(rules: bytes, data: bytes) -> Facts:
    return (await inspect([data], rules)).facts


@pytest.mark.parametrize(
    ("resource", "record"),
    [
        (document("Surgical pathology report", PATHOLOGY), "pathology"),
        (report(code={"text": "MRI Brain"}, conclusion="No metastases."), "imaging_reports"),
        (report(code={"text": "TC de tórax"}, text=narrative("Hallazgos: no", "Impresión: no")), "imaging_reports"),
        (composition("Informe de alta", ("Motivo de ingreso", "Dolor"), ("Evolución", "Buena")), "procedures"),
        (composition("", ("Descripción macroscópica", "Tres cilindros"), ("Descripción microscópica", "Carcinoma"),
                     ("Diagnóstico", "Carcinoma")), "pathology"),
        (composition("", ("الوصف العياني", "خزعة"), ("الوصف المجهري", "سرطانة غدية"), ("التشخيص", "سرطانة")),
         "pathology"),
        (document("Appointment reminder for your CT scan", "Your CT scan is soon. Please arrive early."), ""),
        (document("Consent form", "I agree to the procedure: CT of the chest. Signature of patient"), ""),
    ],
)  # fmt: skip
async def test_one_paper_counts_for_what_it_says(rules: bytes, resource: dict[str, Any], record: str) -> None:
    assert (await told(rules, records.a_bundle(resource))).record == record


async def test_each_of_several_papers_counts_beside_what_is_told_by_codes(rules: bytes) -> None:
    medicine = {"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"text": "X"}}
    papers = (document("Pathology", PATHOLOGY, date="2026-03-01"), IMAGING, document("Operative report", OPERATION))
    facts = await told(rules, records.a_bundle(*papers, medicine, observation("Hb"), observation("Plt")))
    assert {facts.record, *facts.also} == {"pathology", "imaging_reports", "procedures", "medications", "labs"}
    assert facts.date == ""


async def test_a_day_that_is_printed_as_two_is_the_one_on_which_it_was_filed(rules: bytes) -> None:
    text = "Admission date: 3/1/2026\nDischarge date: 3/4/2026\nHospital course: She did well."
    assert (
        await told(rules, records.a_bundle(document("Discharge summary", text, date="2026-03-04")))
    ).date == "2026-03-04"


async def test_whose_a_paper_is_stands_beside_it_too(rules: bytes) -> None:
    alone = report(subject={"reference": "Patient/9", "display": "Jane Doe"}, text=narrative("Seen."))
    assert (await told(rules, json.dumps(alone).encode())).patient == "Jane Doe"
