"""A copy of the packet's contents for programs: a FHIR document (R4) of what the patient confirmed.

A Bundle of type "document" (https://hl7.org/fhir/R4/documents.html): a Composition that lists the records, the Patient,
and a DocumentReference for each report, labelled as shared by the patient. The files themselves lie beside it: each
attachment names its file. What was only read on a file, and never confirmed, is not in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "jp2": "image/jp2",
    **{kind: f"image/{kind}" for kind in ("png", "heic", "tiff", "webp", "avif", "gif", "bmp")},
    "text": "text/plain",
    "csv": "text/csv",
    "html": "text/html",
    "rtf": "application/rtf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "dicom": "application/dicom",
    "dicom_zip": "application/zip",
    "ccda": "application/hl7-cda+xml",
    "fhir": "application/fhir+json",
    "apple_health": "application/xml",
}
"""By what a file is; of others it is not said."""
_SHARED = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
            "code": "PATAST",
            "display": "patient asserted",
        }
    ]
}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
Resource = dict[str, Any]


@dataclass(frozen=True)
class Attached:
    """One file as it lies beside the document."""

    name: str
    """Its name there; empty: it lies inside another."""
    kind: str
    size: int


def document_bundle(data: Mapping[str, Any], files: Sequence[Attached], seed: str) -> bytes:
    """The document as JSON; `data` is from `dialogs.words.packet_data`, `seed` makes its ids, the same for the same."""

    def identity(part: str) -> str:
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{seed}/{part}')}"

    who = {"reference": identity("patient")}
    references: list[tuple[str, Resource]] = []
    sections = []
    for number, section in enumerate(data["sections"]):
        listed = [(identity(f"report {number}.{place}"), report) for place, report in enumerate(section["reports"])]
        sections.append({"title": section["title"], "entry": [{"reference": where} for where, _ in listed]})
        references += [(where, _reference(data, report, files, who)) for where, report in listed]
    composition = {
        "resourceType": "Composition",
        "language": data["language"],
        "status": "final",
        "type": {"coding": [{"system": "http://loinc.org", "code": "11503-0", "display": "Medical records"}]},
        "subject": who,
        "date": data["made"],
        "author": [who],
        "title": data["title"],
        "section": sections,
    }
    resources = [(identity("composition"), composition), (who["reference"], _patient(data)), *references]
    bundle = {
        "resourceType": "Bundle",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": identity("bundle")},
        "type": "document",
        "timestamp": data["made"],
        "entry": [{"fullUrl": where, "resource": resource} for where, resource in resources],
    }
    return json.dumps(bundle, ensure_ascii=False, indent=1).encode()


def _patient(data: Mapping[str, Any]) -> Resource:
    """The lines that the patient agreed to; a Patient without any says that there are records of one, and no more."""
    known = data["patient"]
    names = [{"text": known["name"]}] if known["name"] else []
    names += [{"use": "old", "text": known["former"]}] if known["former"] else []
    contact = known["contact"]
    lines: Resource = {
        "identifier": [_identifier(data["number_label"], each) for each in data["numbers"]],
        "name": names,
        "telecom": [{"system": "email" if "@" in contact else "phone", "value": contact}] if contact else [],
        "birthDate": known["born"] if _DAY.fullmatch(known["born"]) else "",
        "generalPractitioner": [{"display": each} for each in (known["doctor"], known["hospital"]) if each],
    }
    return {"resourceType": "Patient", **_without_empty(lines)}


def _identifier(label: str, known: Mapping[str, str]) -> Resource:
    """The number by which a hospital knows them, and which hospital that is, if that was said."""
    assigner = {"display": known["place"]} if known["place"] else {}
    return _without_empty({"type": {"text": label}, "value": known["number"], "assigner": assigner})


def _reference(
    data: Mapping[str, Any], report: Mapping[str, Any], files: Sequence[Attached], who: Resource
) -> Resource:
    day = report["day"]
    known: Resource = {
        "type": {"text": report["kind"]} if report["kind"] else {},
        "description": report["title"],
        "context": {"period": {"start": day, "end": day}} if day else {},
    }
    return {
        "resourceType": "DocumentReference",
        "status": "current",
        "category": [{"text": "Patient-shared"}],
        "subject": who,
        "date": data["made"],
        "author": [who],
        "securityLabel": [_SHARED],
        "content": [{"attachment": attachment} for attachment in _attachments(report, files)],
        **_without_empty(known),
    }


def _attachments(report: Mapping[str, Any], files: Sequence[Attached]) -> Iterator[Resource]:
    for place in report["files"]:
        file = files[place]
        yield _without_empty(
            {
                "contentType": MEDIA_TYPES.get(file.kind, ""),
                "url": quote(file.name),
                "size": file.size,
                "title": report["title"] or report["kind"] or str(place + 1),
            }
        )


def _without_empty(resource: Resource) -> Resource:
    """FHIR has no empty values."""
    return {key: value for key, value in resource.items() if value}
