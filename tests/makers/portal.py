"""Makers of a portal's whole export: each visit as a record in XML, as the page made of it, as a PDF; all of nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from xml.sax.saxutils import escape

from tests.makers.made import a_photo, a_png, a_printed_pdf, zipped
from tests.makers.records import BORN, DAY, NAME, a_ccda, section

_HOSPITAL = "Fictitious Clinic"


@dataclass(frozen=True)
class Visit:
    """One paper, whatever form it is given in."""

    title: str
    code: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    """Sections: a title and its lines; of a line with bars each part is a cell."""
    day: str = DAY

    @property
    def as_xml(self) -> bytes:
        sections = [section(title, _markup(lines)) for title, lines in self.parts]
        return a_ccda(sections, self.title, self.code).replace(DAY.replace("-", "").encode(), _plain(self.day).encode())

    @property
    def as_page(self) -> bytes:
        """As a style sheet shows it: with a table of its head above."""
        head = {"Patient": " ".join(NAME), "Date of birth": BORN, "Document Created": f"{self.day}, 10:15", "Sex": "F"}
        head |= {"Document maintained by": _HOSPITAL}
        rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in head.items())
        body = "".join(f"<h2>{escape(title)}</h2>{_markup(lines, 'p')}" for title, lines in self.parts)
        title = f"<title>{escape(self.title)}</title></head><body><h1>{escape(self.title)}</h1>"
        return f"<!DOCTYPE html><html><head>{title}<table>{rows}</table>{body}</body></html>".encode()

    @property
    def as_pdf(self) -> bytes:
        head = [_HOSPITAL, self.title, f"Patient: {' '.join(NAME)}   Date of birth: {BORN}", f"Date: {self.day}"]
        body = [line.replace("|", "   ") for title, lines in self.parts for line in (title, *lines)]
        return a_printed_pdf("\n".join([*head, "", *body]))


def _plain(day: str) -> str:
    return day.replace("-", "")


def _markup(lines: tuple[str, ...], paragraph: str = "paragraph") -> str:
    said = [f"<{paragraph}>{escape(line)}</{paragraph}>" for line in lines if "|" not in line]
    rows = [line.split("|") for line in lines if "|" in line]
    cells = ["<tr>" + "".join(f"<td>{escape(cell.strip())}</td>" for cell in row) + "</tr>" for row in rows]
    return "".join(said) + (f"<table><tbody>{''.join(cells)}</tbody></table>" if cells else "")


CT = Visit(
    "CT chest report",
    "18748-4",
    (
        ("Technique", ("Helical images of the chest with contrast; this examination is invented for a test.",)),
        ("Findings", ("No nodule in the left lung. A nodule of 4 mm in the right lung, as before.",)),
        ("Impression", ("Nothing that was ever seen in anybody.",)),
    ),
)
PATHOLOGY = Visit(
    "Surgical pathology report",
    "11526-1",
    (
        ("Specimen", ("A. Breast, left, core biopsy. Accession S26-0101.",)),
        ("Gross description", ("Received in formalin: two invented cores of 11 and 9 mm.",)),
        ("Diagnosis", ("A. Breast, left, core biopsy: no diagnosis, for this is a test and nobody's tissue.",)),
    ),
)
LABS = Visit(
    "Laboratory report",
    "11502-2",
    (
        (
            "Blood count",
            ("Test | Result | Range", "Hemoglobin | 12.1 g/dL | 12.0-15.5", "Platelets | 240 K/uL | 150-400"),
        ),
        ("Chemistry", ("Test | Result | Range", "Creatinine | 0.8 mg/dL | 0.5-1.1", "Sodium | 139 mmol/L | 135-145")),
        ("Comment", ("These values are invented; the sample was drawn from nobody.",)),
    ),
)
NOTE = Visit(
    "Progress note",
    "11506-3",
    (
        ("Reason for visit", ("Follow-up of an invented illness, three weeks after an invented operation.",)),
        ("History", ("She feels as invented people do. No fever, no pain, and she walks every day.",)),
        ("Plan", ("Return in three months with new blood tests.",)),
    ),
)


def an_export(papers: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Ten papers and more, most of them in two forms, with the furniture of an exchange around them."""
    visits = [CT, replace(CT, day="2025-09-01"), PATHOLOGY, LABS, NOTE, replace(NOTE, day="2026-01-20")]
    forms = {
        "README - Open for instructions.TXT": b"Open INDEX.HTM",
        "INDEX.HTM": b"<html><body>Documents</body></html>",
    }
    forms |= {
        "IHE_XDM/Ana1/METADATA.XML": b"<?xml version='1.0'?><SubmitObjectsRequest/>",
        "HTML/IMAGES/L.PNG": a_png(20, 20),
    }
    for number, visit in enumerate(visits, start=1):
        forms[f"IHE_XDM/Ana1/DOC{number:04}.XML"] = visit.as_xml
        forms[f"HTML/DOC{number:04}.HTM"] = visit.as_page
    forms["PDF/Pathology.pdf"] = PATHOLOGY.as_pdf
    forms["PDF/Letter.pdf"] = a_printed_pdf("Letter\nDear Ana, this is an invented letter. Date: 2026-02-02")
    return zipped({**forms, "Media/SCAN0001.JPG": a_photo(), **papers})
