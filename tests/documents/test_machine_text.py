"""Mail, markup, data and links are told from words for people: a page of base64 is no record."""

from __future__ import annotations

import json
from email.message import EmailMessage

import pytest

from bot.kinds.every import examine
from bot.kinds.findings import Finding
from bot.kinds.machine_text import machine_kind
from tests.makers.made import FICTITIOUS


def a_mail() -> str:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "portal@clinic.example", "ana@mail.example", "Your report"
    mail.set_content("See the file that comes with this message.")
    mail.add_attachment(b"%PDF-1.7 not really" * 400, maintype="application", subtype="pdf", filename="report.pdf")
    return mail.as_string()


FOR_MACHINES = [
    (a_mail(), "mail"),
    ("Return-Path: <a@b.example>\nReceived: from x\n by y\nSubject: hi\n\ntext", "mail"),
    ("From ana Mon Nov 23 2026\nFrom: a@b.example\nMessage-ID: <1@b>\n\nhello", "mail"),
    ("X-Portal-Queue: 7\nX-Apparently-To: ana@b.example\nFrom: a@b.example\n\nhello", "mail"),
    ("Received-SPF: pass\n receiver=x\nSubject: hi\nquite Odd: line\n\ntext", "mail"),
    ("Subject: =?utf-8?B?SW5mb3JtZQ==?=\nTo: ana@b.example\n\nhello", "mail"),
    ("Subject: =?NONE?B?SW5mb3JtZQ==?=\n\nhello", "mail"),
    (r"{\pard \ql \f0 \fs24 Pathology report\par}", "data"),
    (r"{\*\generator Office;}{\pard Pathology\par}", "data"),
    ("Content-Type: text/plain\nSubject: hi\n\ntext", "mail"),
    ("From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example\nMIME-Version: 1.0\n\n<html>", "mht"),
    ("<html><body>Report</body></html>", "web_page"),
    ("  <!-- saved --><div><h1>Pathology report</h1><p>A</p></div>", "web_page"),
    ("Results\n<table><tr><td>Hb</td><td>12.1</td></tr><tr><td>WBC</td><td>5</td></tr></table>", "web_page"),
    (
        '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>CCD</title></ClinicalDocument>',
        "record_xml",
    ),
    ("<Bundle><entry><resource><Observation/></resource></entry></Bundle>", "record_xml"),
    ("<svg><g><path d='M0 0'/></g></svg>", "record_xml"),
    (json.dumps({"resourceType": "Bundle", "entry": [{"resource": {"id": n}} for n in range(50)]}), "data"),
    ("\n".join(json.dumps({"id": n, "value": 3}) for n in range(5)), "data"),
    ('[{"test": "Hb", "value": "12.1"}, {"test": "WB', "data"),
    ("test,value,unit\nHb,12.1,g/dL\nWBC,5.0,10^9/L\nPLT,140,10^9/L\n", "data"),
    ('"test";"value";"unit"\n"Hb";"12,1";"g/dL"\n"WBC";"5,0";"G/L"\n', "data"),
    ("MSH|^~\\&|LAB|HOSP|||20261125||ORU^R01|1|P|2.3\nPID|1||123\n", "data"),
    ("BEGIN:VCARD\nFN:Ana Bell\nEND:VCARD\n", "data"),
    ("\n".join("QUJD" * 19 for _ in range(40)), "data"),
    ("https://portal.example/report/12345\n", "link"),
    ("[InternetShortcut]\nURL=https://portal.example\n", "link"),
    ('{"url": "https://docs.example/open?id=abc", "doc_id": "abc"}', "link"),
]
FOR_PEOPLE = [
    FICTITIOUS,
    "From: Dr. Kahn\nTo: Dr. Bell\nDate: 12 March 2026\nSubject: Ana Bell\n\nDear colleague, I saw her today.",
    "X-ray: left knee\nTo: Dr. Bell\nX-ray-guided: no\n\nNo fracture is seen.",
    "Margin < 1 mm, nodes > 2 cm. <5 cells seen; <LOQ for CEA.",
    "Findings: a, b, and c.\nImpression: d, e, and f.\nPlan: g, h, and i.\n",
    "Medications, allergies, notes\n\n- tamoxifen 20 mg, daily, since March\n- none\n",
    "Hemoglobin\t12.1\tg/dL\nWBC\t5.0\t10^9/L\nPlatelets\t140\t10^9/L\n",
    "# Visit\n\n* asked about trials\n* see https://trials.example for more\n",
    "See my portal: https://portal.example/report and call the office about it please.",
    "{ this is a note in braces }",
    "[x] pathology\n[ ] imaging\n[x] labs",
    "Name: Ana Bell\nBorn: 1961-03-14\nReceived: two slides\nDiagnosis: see below\n",
    "Hb 12,1; WBC 5,0; PLT 140; all on 3 March.\n",
    "病理报告：浸润性导管癌\n",
    "12 March; seen; well\n",
]


@pytest.mark.parametrize(("text", "kind"), FOR_MACHINES)
def test_what_machines_write_is_named(text: str, kind: str) -> None:
    assert machine_kind(text) == kind


@pytest.mark.parametrize("text", FOR_PEOPLE)
def test_what_people_write_stays_text(text: str) -> None:
    assert machine_kind(text) is None


@pytest.mark.parametrize("letters", ["QUJD" * 3000, "\n".join(["QUJDRUZHSElKS0xN" * 4] * 40)])
def test_a_page_of_a_file_that_is_written_out_as_letters_is_no_paper(letters: str) -> None:
    page = f"<html><body><p>Report</p><p>{letters}</p></body></html>".encode()
    assert next(examine(page)) == Finding("unknown_kind", "data")


def test_an_arabic_text_of_windows_is_read_though_it_does_not_say_so() -> None:
    words = "تقرير علم الأمراض\nاسم المريضة: سارة الأحمد\nالتشخيص: ورم في الثدي الأيسر، والعينة من الثدي الأيسر\n" * 3
    (*_, found) = examine(words.encode("cp1256"))
    assert (found.state, found.kind, found.text) == ("readable", "text", (words,))
    (*_, western) = examine(
        "Größe 3 cm, Befund: unauffällig. Überweisung nach München für die Nachsorge.\n".encode("cp1252")
    )
    assert "unauffällig" in western.text[0]
