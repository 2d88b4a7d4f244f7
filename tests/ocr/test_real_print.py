"""Print on real pictures, read by the real engine in its confined child; `make test-ocr` installs and runs it."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import img2pdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from bot.documents import print_reading
from bot.documents.inspection import inspect
from bot.documents.print_reading import HEIGHT, MOST_PAGES, read_print
from bot.documents.thumbnails import pictures
from bot.rehearsal.telegram.limits import Limits
from dialogs.case.facts import NOTHING_READ, Facts
from tests import real
from tests.makers.made import saved
from tests.system.running import RunningBot, until
from tests.system.walk import WALK
from tests.telegram import RehearsalServer

pytestmark = pytest.mark.ocr

REPORT = (
    "General Hospital, Department of Pathology",
    "SURGICAL PATHOLOGY REPORT",
    "Patient: DOE, JANE    DOB: 14 May 1961",
    "Accession: S26-01234",
    "Collected: 12 March 2026    Reported: 15 March 2026",
    "SPECIMEN: a fictitious one, for a test",
    "GROSS DESCRIPTION",
    *(f"Received in formalin, labeled with the name of the patient, part {part}." for part in range(1, 15)),
    "MICROSCOPIC DESCRIPTION",
)


@cache
def rules() -> bytes:
    return json.dumps(real.content().recognition).encode()


def a_page(lines: Sequence[str]) -> Image.Image:
    """A page of paper, 150 dots an inch, a little grey and a little crooked."""
    page = Image.new("RGB", (1240, 1754), "#f4f4f0")
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(26)
    for number, line in enumerate(lines):
        pen.text((90, 90 + number * 46), line, font=font, fill="#202020")
    return page.rotate(0.4, fillcolor="#f4f4f0")


async def read(content: bytes, kind: str, pages: int = 1) -> Facts:
    drawn = await pictures([content], kind, 1, MOST_PAGES, 0, HEIGHT)
    return (await read_print(drawn, pages, rules())).facts


async def test_who_when_and_which_are_read_from_a_photo() -> None:
    facts = await read(saved(a_page(REPORT), "JPEG", quality=70), "jpeg")
    assert facts.record == "pathology"
    assert facts.date == "2026-03-12"
    assert facts.patient == "DOE, JANE"
    assert facts.born == "1961-05-14"
    assert facts.identifiers == ("S26-01234",)


async def test_a_scanned_pdf_has_no_facts_until_its_pictures_are_read() -> None:
    sheets = [(*REPORT[:5], "Page 1 of 2"), ("Accession: S26-01234", "Page 2 of 2")]
    files = [io.BytesIO(saved(a_page(lines), "JPEG")) for lines in sheets]
    scan = img2pdf.convert(files)
    looked_at = await inspect([scan], rules())
    assert (looked_at.remarks, looked_at.facts) == (("scan",), NOTHING_READ)
    facts = await read(scan, "pdf", pages=2)
    assert (facts.patient, facts.identifiers, facts.pages_missing) == ("DOE, JANE", ("S26-01234",), ())


async def test_pages_that_were_not_looked_at_are_not_missed() -> None:
    facts = await read(saved(a_page((*REPORT[:5], "Page 1 of 5")), "PNG"), "png", pages=5)
    assert facts.identifiers == ("S26-01234",)
    assert facts.pages_missing == ()


async def test_a_picture_of_nothing_has_no_facts() -> None:
    assert await read(saved(Image.new("RGB", (900, 1200), "white"), "PNG"), "png") == NOTHING_READ


@pytest.mark.parametrize("limit", [("MEMORY", 200 << 20), ("SECONDS", 0.5)], ids=["memory", "time"])
async def test_too_little_memory_or_time_is_silence(monkeypatch: pytest.MonkeyPatch, limit: tuple[str, float]) -> None:
    monkeypatch.setattr(print_reading, *limit)
    assert await read(saved(a_page(REPORT), "PNG"), "png") == NOTHING_READ


def test_a_patients_photo_is_read_by_the_running_bot(tmp_path: Path) -> None:
    with RehearsalServer(limits=Limits.none()) as telegram:
        bot = RunningBot(telegram, tmp_path / "data", OCR="true").start()
        try:
            ana = telegram.person("Ana")
            for act in WALK[:5]:
                act.do(ana)
                act.wait(ana, bot)
            ana.sends_photo(saved(a_page(REPORT), "JPEG"))
            until(lambda: "DOE, JANE" in str(bot.case()), "the name is read", 60)
            assert bot.kept() == 2, "the photo, and sealed beside it what was read on it"
            assert "JANE" not in bot.log
        finally:
            bot.kill()
