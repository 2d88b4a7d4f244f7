"""Letters as whoever gets them sees them; with PICTURES set to a folder, the pictures of the README."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from bot.papers.page import typeset
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.roads.letters.facts import letter_values
from dialogs.words.papers import Papers
from tests.packet.desk import CONTENT
from tests.packet.printed import ALEX, NOW

CT = Facts(date="2026-09-14", study="CT chest with contrast")
TISSUE = Facts(date="2026-09-02", specimens=("S26-01234",))


@pytest.mark.parametrize("kind", ["disc", "slides", "records"])
async def test_a_letter_as_it_is_read_where_it_goes(kind: str):
    found = (("imaging_reports", CT), ("imaging_reports", replace(CT, study="MRI brain")), ("pathology", TISSUE))
    files = tuple(
        Document(number, "a", "a.pdf", record, "readable", 1, facts=facts)
        for number, (record, facts) in enumerate(found, start=1)
    )
    case = Case(step="review", documents=files, country="us", date="2026-12-03", patient=ALEX, heard=NOW)
    case = case.answering("labs", "missing").answering("visit_notes", "missing")
    words = Papers(CONTENT.wording).words("letter", letter_values(CONTENT.guide, case, kind), NOW)["letter"]
    page = pypdfium2.PdfDocument(await typeset("letter", words))[0]
    picture = page.render(scale=1.5).to_pil().convert("L")
    assert sum(picture.histogram()[:100]) > 1000, "there is something on it"
    if folder := os.environ.get("PICTURES"):
        picture.save(Path(folder) / f"letters-{kind}.png", optimize=True)
