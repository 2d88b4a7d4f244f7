"""Odd inputs that an adversary tried: each is shown as what it is, or refused for what it is."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject, PdfObject

from bot.kinds.every import examine
from bot.kinds.findings import Finding
from bot.packet.alone import pack_alone
from tests.documents.containing import names
from tests.makers import containers, made, pages, records

REPORT = "FICTITIOUS REPORT\nPatient: Jane Doe"
VALUES = "Prueba;Resultado;Unidad\r\nHemoglobina;12,1;g/dL\r\nPlaquetas;140;10^9/L\r\n"
ELSEWHERE = {
    "resourceType": "DocumentReference",
    "status": "current",
    "type": {"text": "Pathology report"},
    "date": "2026-03-12",
    "content": [{"attachment": {"url": "https://example.org/Binary/1", "title": "Biopsy report"}}],
}


def looked_at(content: bytes) -> Finding:
    return [*examine(content)][-1]


def in_json(*resources: dict[str, Any]) -> bytes:
    entries = [{"resource": each} for each in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def a_page_with(key: str, value: PdfObject) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.a_printed_pdf(REPORT))))
    writer.pages[0][NameObject(key)] = value
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def box(*sides: float) -> ArrayObject:
    return ArrayObject(map(FloatObject, sides))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("/Rotate", NumberObject(degrees)) for degrees in (90, -90, 450, 45)),
        ("/MediaBox", box(0, 0, 14_400, 14_400)),
        ("/MediaBox", box(0, 0, 2, 2)),
        ("/MediaBox", box(-100, -100, 495, 742)),
        ("/MediaBox", box(595, 842, 0, 0)),
        ("/CropBox", box(2_000, 2_000, 3_000, 3_000)),
        ("/UserUnit", NumberObject(10)),
    ],
)
def test_a_page_of_any_size_and_turn_is_a_page_of_the_packet(key: str, value: PdfObject) -> None:
    data = a_page_with(key, value)
    assert (looked_at(data).state, pack_alone(data, "pdf", 20).reason) == ("readable", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_table_with_decimal_commas_is_one_in_every_encoding(encoding: str, mark: str) -> None:
    found = looked_at(VALUES.replace(";", mark).encode(encoding))
    assert (found.state, found.kind) == ("readable", "csv")
    assert "Hemoglobina | 12,1 | g/dL" in found.text[0]


@pytest.mark.parametrize("content", [b"\x01\0\x02\0" * 400, b"A\0\x05\0" * 400, b"\xff\0" * 7, b"a\0b"])
def test_numbers_of_two_bytes_are_no_words(content: bytes) -> None:
    assert looked_at(content).state != "readable"


def test_of_documents_that_lie_elsewhere_it_is_said_which_and_they_are_no_record() -> None:
    found = looked_at(in_json(ELSEWHERE, {**ELSEWHERE, "description": "Scan of the chest"}))
    said = "\n".join(found.text)
    assert "Biopsy report" in said
    assert "Scan of the chest" in said
    assert (found.remarks, found.facts.record) == (("lost_parts",), "")


def test_a_document_that_leads_to_a_file_of_its_bundle_is_that_file() -> None:
    held = base64.b64encode(made.a_printed_pdf(REPORT)).decode()
    leading = {**ELSEWHERE, "content": [{"attachment": {"url": "Binary/b1"}}]}
    found = looked_at(in_json(leading, {"resourceType": "Binary", "id": "b1", "data": held}))
    assert (found.remarks, found.text[0].split()) == ((), REPORT.split())


def test_what_a_server_says_to_a_program_is_no_record() -> None:
    wrong = {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "diagnostics": "Token expired"}]}
    assert looked_at(in_json(wrong)).state == "unknown_kind"
    assert looked_at(json.dumps(wrong).encode()).state == "unknown_kind"
    assert looked_at(in_json(wrong, ELSEWHERE)).remarks == ("lost_parts",)


def test_sections_that_say_that_nothing_is_known_are_shown_as_written() -> None:
    empty = (
        '<component><section nullFlavor="NI"><title>Allergies</title><text>No information</text></section></component>'
    )
    silent = '<component><section nullFlavor="NI"><title>Vaccines</title></section></component>'
    found = looked_at(records.a_ccda([records.section("Results", records.RESULTS), empty, silent]))
    assert found.state == "readable"
    assert "No information" in "\n".join(found.text)


def test_an_email_in_an_email_gives_what_was_attached_to_it() -> None:
    inner = containers.an_email(attached={"inner.pdf": made.a_pdf()})
    assert "inner.pdf" in names(containers.an_email(attached={"forwarded": inner}))


def test_a_page_that_was_saved_with_its_folder_comes_without_what_dresses_it() -> None:
    dress = {"Results_files/a.css": b"p {}", "Results_files/x.js": b"var a", "Results_files/logo.gif": made.a_gif()}
    assert names(made.zipped({"Results.html": pages.a_web_page(), **dress})) == ["Results.html"]
