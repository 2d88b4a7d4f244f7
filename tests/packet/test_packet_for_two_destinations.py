"""One case and two destinations, a packet for each; with PICTURES set to a folder, the cover in the README."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from dialogs.case.answer import Question
from dialogs.case.case import Case
from dialogs.case.facts import Facts
from tests.makers.made import a_printed_pdf
from tests.packet.desk import Desk
from tests.packet.printed import ALEX

FILES = (
    (
        "pathology",
        "PATHOLOGY REPORT\nCore biopsy",
        Facts(date="2026-09-02", institution="Example Hospital"),
    ),
    (
        "imaging_reports",
        "CT CHEST WITH CONTRAST\nFindings",
        Facts(date="2026-09-14", study="CT chest with contrast", institution="Example Imaging Center"),
    ),
    ("labs", "LABORATORY REPORT\nHemoglobin 12.1", Facts(date="2026-10-01", institution="Example Laboratory")),
    (
        "treatment_plan",
        "TREATMENT PLAN\nOffered",
        Facts(date="2026-10-05", institution="Example Hospital"),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A patient of a hospital in the USA, with four records, who is bound for two places."""
    desk = Desk(tmp_path)
    desk.case = (
        Case(
            keeps_files=True,
            country="us",
            date="2026-12-03",
            destinations=("city_of_hope", "nhs"),
            patient=ALEX,
            patient_seen=True,
            decision="Whether to begin the treatment that was offered, or look for another",
            questions=(Question(example="complete", number=1), Question(text="Is there a trial near me?", number=2)),
        )
        .answering("biomarkers", "asked")
        .answering("staging", "missing")
    )
    for record, text, facts in FILES:
        desk.keep(a_printed_pdf(text), f"{record}.pdf", record, kind="pdf", facts=facts)
    return desk


async def test_each_destination_gets_a_packet_of_its_own(desk: Desk) -> None:
    first = await desk.build()
    covers = []
    for key in desk.case.destinations:
        desk.case = replace(desk.case, packet_for=key)
        packet = await desk.build()
        covers.append(packet.texts[0])
        _drawn(packet.parts[0], key)
    here, there = covers
    assert "City of Hope" in here
    assert "City of Hope" not in there
    assert "Original scan images" not in here, "they do not ask for them"
    assert "Original scan images" in there
    for cover in covers:
        assert "NHS number" not in cover, "the number is of the hospital where they are treated, wherever it is read"
        for known in ("Alexandra Example", "4471123", "Dr. Lee Sample", "Is there a trial near me?"):
            assert known in cover
    assert "City of Hope" in first.texts[0]
    assert "NHS" in first.texts[0]


def _drawn(part: bytes, key: str) -> None:
    """Every page has something on it; the first of one stands in the README."""
    for number, page in enumerate(pypdfium2.PdfDocument(part)):
        picture = page.render(scale=1.5).to_pil().convert("L")
        assert sum(picture.histogram()[:100]) > 300, f"there is something on page {number + 1}"
        if number == 0 and key == "city_of_hope" and (folder := os.environ.get("PICTURES")):
            picture.save(Path(folder) / "packet.png", optimize=True)
        if folder := os.environ.get("EVERY_PAGE"):
            picture.save(Path(folder) / f"{key}-{number + 1}.png")
