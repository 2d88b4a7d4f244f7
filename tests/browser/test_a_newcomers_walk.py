"""A newcomer's first hour: `make run` without a token, and the whole walk in the browser with real files."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Locator, Page, async_playwright, expect

from tests.chromium import CHROMIUM, FLAGS
from tests.makers import made
from tests.recognition import measuring

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = os.environ.get("PICTURES", "")
"""A folder for the README's pictures; `make pictures` sets it."""
SAID_BY_BOT = "[data-testid=message][data-from=bot]"
DOCUMENT = f"{SAID_BY_BOT}[data-kind=document]"


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    settings = {"DATA_DIR": str(tmp_path), "REHEARSAL_PORT": "0", "OPEN_BROWSER": "false", "TELEGRAM_TOKEN": ""}
    rehearsal = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=PROJECT,
        env={**os.environ, **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert rehearsal.stdout
    line = (await asyncio.wait_for(rehearsal.stdout.readline(), 20)).decode()
    address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = await browser.new_page(viewport={"width": 1180, "height": 860}, device_scale_factor=2 if PICTURES else 1)
        page.set_default_timeout(20_000)
        expect.set_options(timeout=20_000)
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(address)
        yield page
        await browser.close()
    rehearsal.terminate()
    assert await asyncio.wait_for(rehearsal.wait(), 15) == 0
    assert not problems


def button(page: Page, data: str) -> Locator:
    return page.locator(f'[data-data="{data}"]').last


async def taps(page: Page, data: str, then: str) -> None:
    await button(page, data).click()
    await expect(button(page, then)).to_be_visible()


async def writes(page: Page, text: str, then: str) -> None:
    said = page.locator(SAID_BY_BOT)
    before = await said.count()
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")
    await expect(said.nth(before)).to_be_visible()
    await expect(button(page, then)).to_be_visible()


async def sends(page: Page, **files: bytes) -> None:
    kinds = {"pdf": "application/pdf", "jpg": "image/jpeg"}
    chosen: list[FilePayload] = [
        {"name": name.replace("_", ".", 1), "mimeType": kinds[name.rpartition("_")[2]], "buffer": data}
        for name, data in files.items()
    ]
    said = page.locator(SAID_BY_BOT)
    before = await said.count()
    await page.get_by_test_id("files").set_input_files(chosen)
    await page.get_by_test_id("send-files").click()
    await expect(said).to_have_count(before + 1)


async def picture(page: Page, name: str, height: int = 860) -> None:
    if PICTURES:
        await page.set_viewport_size({"width": 1180, "height": height})
        await page.get_by_test_id("messages").evaluate("list => list.scrollTo(0, list.scrollHeight)")
        await page.screenshot(path=f"{PICTURES}/{name}.png", animations="disabled")


@pytest.mark.browser
async def test_the_whole_walk_from_start_to_the_summary(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()
    await taps(page, "welcome/begin", "consent/keep_files")
    old = button(page, "consent/keep_files")
    await expect(old).to_be_visible()
    await taps(page, "consent/keep_files", "decision/not_sure")
    await writes(page, "Whether to begin the treatment I was offered, or look for another", "pathology/send")
    await taps(page, "pathology/send", "pathology.sending/done")

    await sends(page, report_pdf=made.a_pdf(pages=4))
    await sends(page, one_jpg=made.a_photo_of_a_page(), two_jpg=made.a_photo_of_a_page(width=630))
    await sends(page, locked_pdf=made.a_locked_pdf())
    await expect(page.locator(SAID_BY_BOT).get_by_text("locked.pdf")).to_be_visible()
    await sends(page, broken_pdf=made.a_broken_pdf())
    await expect(page.locator(SAID_BY_BOT).get_by_text("broken.pdf")).to_be_visible()
    await picture(page, "files")
    await moves_what_is_in_a_wrong_place(page)
    await looks_at_the_pages_of_a_file(page)

    await taps(page, "pathology.sending/done", "slides/asked")
    await expect(page.locator('[data-data="decision/not_sure"]')).to_have_count(0)  # it was answered, and is taken off
    await taps(page, "slides/asked", "slides.asked/skip")
    await writes(page, "The pathology department, on Monday", "imaging_reports/send")

    await page.get_by_role("button", name="Restart the bot").click()
    await expect(page.get_by_test_id("bot-status")).not_to_contain_text("running")
    await writes(page, "/start", "imaging_reports/send")
    await sends(page, ct_pdf=made.a_pdf(pages=2))
    await taps(page, "imaging_reports.sending/done", "imaging_files/asked")
    await taps(page, "imaging_files/asked", "imaging_files.asked/skip")
    await taps(page, "imaging_files.asked/skip", "labs/elsewhere")
    await picture(page, "chat")
    await taps(page, "labs/elsewhere", "staging/unsure")
    await taps(page, "staging/unsure", "biomarkers/missing")
    await taps(page, "biomarkers/missing", "biomarkers.missing/find")
    await taps(page, "biomarkers.missing/find", "biomarkers.finding/letter")
    await taps(page, "biomarkers.finding/letter", "letters.one@doctor/asked/biomarkers")
    await expect(page.locator(DOCUMENT)).to_have_count(1)
    await taps(page, "letters.one@doctor/asked/biomarkers", "biomarkers.asked/skip")
    await taps(page, "biomarkers.asked/skip", "procedures/not_applicable")
    await taps(page, "procedures/not_applicable", "treatment_plan/later")
    await taps(page, "treatment_plan/later", "medications/elsewhere")
    await taps(page, "medications/elsewhere", "visit_notes/asked")
    await taps(page, "visit_notes/asked", "visit_notes.asked/skip")
    await taps(page, "visit_notes.asked/skip", "questions/add/trial")
    await taps(page, "questions/add/trial", "questions/done")
    await writes(page, "How soon do I have to decide?", "questions/done")
    await taps(page, "questions/done", "review/finish")
    await taps(page, "review/finish", "date/not_now")
    await taps(page, "date/not_now", "reminders/weekly")
    await taps(page, "reminders/weekly", "reminders.zone/skip")
    await taps(page, "reminders.zone/skip", "country/uk")
    await taps(page, "country/uk", "aside/sheet")
    await picture(page, "summary", height=1420)
    await button(page, "aside/sheet").click()
    await expect(page.locator(DOCUMENT)).to_have_count(2)

    await page.get_by_role("button", name="1 week").click()
    await expect(button(page, "aside/pause")).to_be_visible()
    await taps(page, "aside/stop", "aside/continue")

    await page.get_by_role("button", name="Begin anew").click()
    await page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()


async def moves_what_is_in_a_wrong_place(page: Page) -> None:
    paper = next(each for each in measuring.papers("tuned") if each.get("record") == "imaging_reports")
    letter = FilePayload(name="letter.pdf", mimeType="application/pdf", buffer=made.a_printed_pdf(paper["text"]))
    await page.get_by_test_id("files").set_input_files([letter])
    await page.get_by_test_id("send-files").click()
    yes = page.locator('[data-data^="aside/hint/looks_like."][data-data$="/yes"]')
    await expect(yes).to_be_visible()
    await yes.click()
    await expect(page.locator('[data-data*="/undo/"]')).to_be_visible()


async def looks_at_the_pages_of_a_file(page: Page) -> None:
    await writes(page, "/files", "files/look/1")
    await taps(page, "files/look/1", "files.one@1/pictures")
    await button(page, "files.one@1/pictures").click()
    await expect(page.locator(f"{SAID_BY_BOT}[data-kind=photo] img")).to_have_count(4)
    await taps(page, "files.one@1/leave", "pathology/send")
    await taps(page, "pathology/send", "pathology.sending/done")
