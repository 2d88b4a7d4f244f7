"""Letters as they are printed: really typeset, and read again."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from pypdf import PdfReader

from bot.papers.page import typeset
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.facts import Facts
from dialogs.case.patient import Patient
from dialogs.composed.contents import Content
from dialogs.roads.letters.facts import letter_values
from dialogs.words.papers import Papers

NOW = datetime(2026, 11, 27, tzinfo=UTC)
ALEX = Patient(
    "Alexandra Example",
    "Alexandra Miller",
    "1954-02-07",
    "4471123",
    "Dr. Lee Sample",
    "Example Hospital",
    "555-010-0199",
)


def a_case(name: str = "Alex Example", **changes: Any) -> Case:
    """Someone whose papers have been read, and to whom everything else is missing."""
    facts = Facts(patient=name, born="1961-04-09", specimens=("S26-01234",), date="2026-03-12", study="CT of the chest")
    records = ("pathology", "imaging_reports")
    documents = tuple(
        Document(number, "a", "x.pdf", record, "readable", 1, facts=facts) for number, record in enumerate(records)
    )
    case = Case(step="review", keeps_files=True, documents=documents, country="us", **changes)
    for record in ("slides", "imaging_files", "labs", "staging", "treatment_plan"):
        case = case.answering(record, "finding")
    return case


def letter_words(content: Content, case: Case, kind: str) -> dict[str, Any]:
    words = Papers(content.wording).words("letter", letter_values(content.guide, case, kind), NOW)
    return dict(words["letter"])


async def read(content: Content, case: Case, kind: str) -> PdfReader:
    return PdfReader(io.BytesIO(await typeset("letter", letter_words(content, case, kind))))


async def text_of(content: Content, case: Case, kind: str) -> str:
    reader = await read(content, case, kind)
    assert len(reader.pages) == 1
    return flat(reader)


def flat(reader: PdfReader) -> str:
    return " ".join(reader.pages[0].extract_text().replace("\u200b", "").split())


def lines_drawn(reader: PdfReader) -> int:
    """How many lines to write on there are: thin filled shapes, while letters and boxes are drawn otherwise."""
    return reader.pages[0].get_contents().get_data().split().count(b"f")
