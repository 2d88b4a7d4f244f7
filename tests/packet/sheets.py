"""Sheets with everything on them, and what a reader sees of them."""

import io
from typing import Any

from pypdf import PdfReader

from bot.papers.sheet import make_sheet


def a_sheet(**changes: Any) -> dict[str, Any]:
    """An ordinary sheet of a fictitious patient."""

    def section(heading: str, *titles: str) -> dict[str, Any]:
        return {
            "heading": heading,
            "items": [{"title": title, "note": "2 pages"} for title in titles],
            "empty": "None yet",
        }

    return {
        "language": "en",
        "title": "Records for a second opinion",
        "prepared": "Prepared on 14 November 2026",
        "name": "Alex Example",
        "letter": a_letter(),
        "sections": [
            section("Ready", "Pathology report", "CT report"),
            section("On its way", "Biopsy slides"),
            section("Missing", "Operation report"),
            section("Not needed"),
        ],
        "bring_forward": {"heading": "Please look at first", "items": []},
        "next_steps": {"heading": "Next steps", "items": ["Call the fictitious hospital."]},
        "disclaimers": ["This is a test and no advice."],
        "page_label": "1 / 1",
    } | changes


def a_letter(decision: str = "An operation first, or medicines?", *questions: str) -> dict[str, Any]:
    return {
        "heading": "What I ask",
        "decision_label": "The decision",
        "decision": decision,
        "questions_label": "My questions",
        "questions": list(questions),
    }


def the_fullest_sheet(counts: tuple[int, ...]) -> dict[str, Any]:
    """Everything at the limits its caller promises."""
    words = "could another order of treatments be as good for me, or better, "
    item = {
        "title": "Molecular and genetic tests of the tumour",
        "note": "asked for on 3 November, Example University Hospital",
    }
    return a_sheet(
        name="W" * 64,
        goes=[{"label": "It goes to", "value": "W" * 120}, {"label": "Important date", "value": "3 December"}],
        letter=a_letter((words * 9)[:500], *[(words * 9)[:300]] * 5),
        sections=[
            {"heading": heading, "items": [item] * count, "empty": "None yet"}
            for heading, count in zip(("Ready", "On its way", "Missing", "Not needed"), counts, strict=True)
        ],
        bring_forward={"heading": "Please look at first", "items": ["The pathology report and its second reading"] * 3},
        next_steps={"heading": "Next steps", "items": ["Call the fictitious hospital's records office on Monday."] * 3},
        disclaimers=["This is a test, no advice, and no medical judgement of any kind. " * 2] * 3,
    )


async def read(sheet: dict[str, Any]) -> PdfReader:
    return PdfReader(io.BytesIO(await make_sheet(sheet)))


async def words_of(sheet: dict[str, Any]) -> str:
    """The sheet's text on one line, without the marks that let long words break."""
    reader = await read(sheet)
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().replace("\u200b", "").split())
