"""A newcomer's first hour: `make run` without a token, and two people's walks in the browser with real files."""

from __future__ import annotations

import os
import re
import signal
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.makers import made
from tests.system.forked import Forked
from tests.system.rehearsed import fork_its_bots
from tests.system.running import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = os.environ.get("PICTURES", "")
"""A folder for the README's pictures; `make pictures` sets it."""
PAPERS = tomllib.loads((PROJECT / "benchmarks" / "walks.toml").read_text(encoding="utf-8"))["paper"]
PATIENCE = 120_000
"""Milliseconds: a machine that is busy with other work needs many of them."""
SAID_BY_BOT = "[data-testid=message][data-from=bot]"
DOCUMENT = f"{SAID_BY_BOT}[data-kind=document]"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the rehearsal is open that is started without a token."""
    data, home = {"DATA_DIR": str(tmp_path / "data")}, {"HOME": str(tmp_path)}  # the page names it, as in every home
    settings = {**data, **home, "REHEARSAL_PORT": "0", "OPEN_BROWSER": "false", "TELEGRAM_TOKEN": ""}
    said = tmp_path / "said"
    rehearsal = Forked({**os.environ, **settings}, said, err=Path(os.devnull), before=fork_its_bots)
    until(lambda: said.exists() and said.read_text("utf-8").endswith("\n"), "it says where it is open")
    yield next(word for word in said.read_text("utf-8").split() if word.startswith("http://127.0.0.1:"))
    rehearsal.send_signal(signal.SIGTERM)
    assert rehearsal.wait(PATIENCE / 1000) == 0


@pytest.fixture
def screen() -> dict[str, Any]:
    return {"viewport": {"width": 1180, "height": 860}, "device_scale_factor": 2 if PICTURES else 1}


@pytest_asyncio.fixture(loop_scope="session")
async def page(address: str, new_page: Page) -> Page:
    new_page.set_default_timeout(PATIENCE)
    await new_page.goto(address)
    return new_page


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


async def picture(page: Page, name: str, height: int = 860) -> None:
    if PICTURES:
        await page.set_viewport_size({"width": 1180, "height": height})
        await page.get_by_test_id("messages").evaluate("list => list.scrollTo(0, list.scrollHeight)")
        await page.screenshot(path=f"{PICTURES}/{name}.png", animations="disabled")


def paper(record: str, name: str) -> FilePayload:
    """An invented report that says what it is."""
    title, *lines = PAPERS[record].split("\n")
    text = "\n".join((title, "Patient: Ana Example", "Date: 28 October 2026", *lines))
    return FilePayload(name=name, mimeType="application/pdf", buffer=made.a_printed_pdf(text))


PILE = (
    ("pathology", "biopsy.pdf"),
    ("imaging_reports", "ct chest.pdf"),
    ("treatment_plan", "plan dr lee.pdf"),
    ("labs", "blood.pdf"),
    ("medications", "medicines.pdf"),
)


async def test_who_sends_everything_at_once_is_asked_only_what_is_open(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()
    old = button(page, "welcome/begin")
    await taps(page, "welcome/begin", "consent/keep_files")
    await taps(page, "consent/keep_files", "gather/go_on")

    pile = [paper(*each) for each in PILE]
    pile.append(FilePayload(name="page.jpg", mimeType="image/jpeg", buffer=made.a_photo_of_a_page()))
    pile.append(FilePayload(name="broken.pdf", mimeType="application/pdf", buffer=made.a_broken_pdf()))
    await page.get_by_test_id("files").set_input_files(pile)
    await page.get_by_test_id("send-files").click()
    card = page.locator(SAID_BY_BOT).filter(has=page.locator('[data-data$="/sorted_yes"]'))
    await expect(card).to_be_visible()
    await expect(card.get_by_text("broken.pdf")).to_be_visible()
    await picture(page, "files")
    await page.locator('[data-data$="/sorted_yes"]').click()
    await page.locator('[data-data$="/sort_leave"]').click()
    await expect(button(page, "date/not_now")).to_be_visible()
    await expect(old).to_have_count(0)  # it was answered, and is taken off

    await writes(page, "in three weeks", "date/not_now")
    await page.locator('[data-data*="date/day/"]').last.click()
    await writes(page, "City Hospital, Dr. Lee", "decision/not_sure")
    await writes(page, "Whether to begin the treatment I was offered, or look for another", "enough/go_on")

    await page.get_by_role("button", name="Restart the bot").click()
    await expect(page.get_by_test_id("bot-status")).not_to_contain_text("running")
    await writes(page, "/start", "enough/go_on")
    await taps(page, "enough/go_on", "slides/asked")
    await taps(page, "slides/asked", "procedures/missing")
    await picture(page, "chat")
    await taps(page, "procedures/missing", "visit_notes/asked")
    await taps(page, "visit_notes/asked", "biomarkers/missing")
    await taps(page, "biomarkers/missing", "imaging_files/more")
    await taps(page, "imaging_files/more", "imaging_files.more/not_applicable")
    await taps(page, "imaging_files.more/not_applicable", "staging/send")
    await writes(page, "Stage II, said Dr. Patel in June", "staging/said")
    await taps(page, "staging/said", "questions/add/complete")
    await taps(page, "questions/add/complete", "questions/done")
    await taps(page, "questions/done", "reminders/remind_yes")
    await taps(page, "reminders/remind_yes", "reminders.zone/skip")
    await taps(page, "reminders.zone/skip", "country/uk")
    await taps(page, "country/uk", "aside/sheet")
    await picture(page, "summary", height=1420)
    await button(page, "aside/sheet").click()
    await expect(page.locator(DOCUMENT)).to_have_count(1)

    await looks_at_the_pages_of_a_file(page)
    await asks_for_a_letter(page)
    await page.get_by_role("button", name="1 week").click()
    await expect(button(page, "aside/pause")).to_be_visible()
    await taps(page, "aside/stop", "aside/continue")


async def test_what_goes_to_a_hospital_that_we_know_is_followed_until_it_is_there(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await taps(page, "welcome/begin", "consent/keep_files")
    await taps(page, "consent/keep_files", "gather/go_on")
    await page.get_by_test_id("files").set_input_files([paper(*each) for each in PILE[:2]])
    await page.get_by_test_id("send-files").click()
    await page.locator('[data-data$="/sorted_yes"]').click()
    await taps(page, "date/not_now", "destination/not_now")
    await writes(page, "md anderson", "destination/go_on")
    card = page.locator(SAID_BY_BOT).filter(has=button(page, "destination/go_on"))
    await expect(card.get_by_text("MD Anderson Cancer Center")).to_be_visible()

    await writes(page, "/packet", "packet/build")
    await page.locator('[data-data*="/patient_yes"]').last.click()
    await button(page, "packet/build").click()
    await expect(page.locator(DOCUMENT)).to_have_count(2)
    await expect(page.locator(DOCUMENT).filter(has_text="Ana Example")).to_have_count(2)

    await page.locator('[data-data$="/deliveries"]').last.click()
    await expect(button(page, "deliveries/sent/packet")).to_be_visible()
    await page.locator('[data-data*="/sent/packet"]').last.click()
    await page.locator('[data-data*="/by/mail"]').last.click()
    await page.locator('[data-data*="/got_it"]').last.click()
    await expect(page.locator('[data-data*="/got_it"]')).to_have_count(0)


async def test_who_has_nothing_in_hand_and_would_rather_write_gets_through_by_writing(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()
    for text, then in (
        ("for my father", "consent/keep_files"),
        ("yes please", "gather/go_on"),
        ("i have nothing yet", "date/not_now"),
        ("skip", "destination/not_now"),
        ("i dont know", "pathology/missing"),
        ("I don't have it", "pathology.missing/letter"),
        ("i asked for it", "imaging_reports/asked"),
        ("asked them yesterday, two weeks by mail", "treatment_plan/asked"),
        ("i asked for it", "decision/not_sure"),
        ("Should he have surgery first, or chemo?", "enough/go_on"),
    ):
        await writes(page, text, then)
    await picture(page, "writing", height=1000)
    for text, then in (
        ("send it now", "questions/done"),
        ("thats all", "reminders/remind_yes"),
        ("no thank you", "aside/sheet"),
        ("STOP", "aside/delete"),
    ):
        await writes(page, text, then)
    await page.get_by_role("button", name="Begin anew").click()
    await page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()


async def test_whose_telegram_is_in_spanish_or_arabic_is_spoken_to_in_it(page: Page) -> None:
    for language, written in (("es", re.compile("[áéíóúñ¿]")), ("ar", re.compile("[\u0600-\u06ff]"))):
        await page.get_by_label("Their Telegram is in").select_option(language)
        await page.get_by_test_id("start").click()
        await taps(page, "welcome/begin", "consent/keep_files")
        await taps(page, "consent/keep_files", "gather/go_on")
        await taps(page, "gather/go_on", "date/not_now")
        await taps(page, "date/not_now", "destination/not_now")
        await taps(page, "destination/not_now", "pathology/missing")
        await expect(page.locator(SAID_BY_BOT).last).to_contain_text(written)
        await picture(page, f"chat-{language}")
        await page.get_by_role("button", name="Begin anew").click()
        await page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()


async def looks_at_the_pages_of_a_file(page: Page) -> None:
    await writes(page, "/files", "files/look/1")
    await taps(page, "files/look/1", "files.one@1/pictures")
    await button(page, "files.one@1/pictures").click()
    await expect(page.locator(f"{SAID_BY_BOT}[data-kind=photo] img")).not_to_have_count(0)
    await taps(page, "files.one@1/leave", "aside/sheet")


async def asks_for_a_letter(page: Page) -> None:
    await writes(page, "/checklist", "aside/review")
    await taps(page, "aside/review", "review/open/biomarkers")
    await taps(page, "review/open/biomarkers", "biomarkers/missing")
    await taps(page, "biomarkers/missing", "biomarkers.missing/letter")
    await taps(page, "biomarkers.missing/letter", "letters.one@doctor/asked/biomarkers")
    await expect(page.locator(DOCUMENT)).to_have_count(2)
    await button(page, "letters.one@doctor/asked/biomarkers").click()
    await expect(page.get_by_label("Message", exact=True)).to_have_attribute("placeholder", re.compile(r"\w"))
    await writes(page, "skip", "review/finish")
