"""A newcomer's first hour: `make run` without a token, and two people's walks in the browser with real files."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser.walks.walking import DOCUMENT, PILE, SAID_BY_BOT, begins_anew, button, paper, picture, taps, writes
from tests.makers import made

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


DECIDED = {"es": "¿Empezar la quimio ahora, o operarme primero?", "ar": "هل أبدأ الكيماوي الآن أم العملية أولا"}


async def test_who_sends_everything_at_once_is_asked_only_what_is_open(page: Page) -> None:
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()
    old = button(page, "welcome/begin")
    await taps(page, "welcome/begin", "consent/keep_files")
    await taps(page, "consent/keep_files", "gather/go_on")

    pile = [paper(*each) for each in PILE]
    pile.append(FilePayload(name="page.jpg", mimeType="image/jpeg", buffer=made.a_photo_of_a_page()))
    pile.append(FilePayload(name="broken.pdf", mimeType="application/pdf", buffer=made.a_broken_pdf()))
    card = await sends(page, pile)
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

    status = page.get_by_test_id("bot-status")
    starts = int(await status.get_attribute("data-starts") or 0)
    await page.get_by_role("button", name="Restart the bot").click()
    await expect(status).to_have_attribute("data-starts", str(starts + 1))
    await expect(status).to_have_text("The bot is running")
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
    await begins_anew(page)
    await page.get_by_test_id("start").click()
    await expect(button(page, "welcome/begin")).to_be_visible()


async def test_whose_telegram_is_in_spanish_or_arabic_is_spoken_to_in_it(page: Page) -> None:
    for language, written in (("es", re.compile("[áéíóúñ¿]")), ("ar", re.compile("[\u0600-\u06ff]"))):
        async with page.expect_response("**/language"):  # nobody writes before it is known
            await page.get_by_label("Their Telegram is in").select_option(language)
        await page.get_by_test_id("start").click()
        await taps(page, "welcome/begin", "consent/keep_files")
        await taps(page, "consent/keep_files", "gather/go_on")
        await sends(page, [paper(*each) for each in PILE])
        await picture(page, f"files-{language}")
        await page.locator('[data-data$="/sorted_yes"]').click()
        await expect(button(page, "date/not_now")).to_be_visible()
        await taps(page, "date/not_now", "destination/not_now")
        await taps(page, "destination/not_now", "decision/not_sure")
        await writes(page, DECIDED[language], "enough/go_on")
        await taps(page, "enough/go_on", "slides/asked")
        await taps(page, "slides/asked", "procedures/missing")
        await expect(page.locator(SAID_BY_BOT).last).to_contain_text(written)
        await picture(page, f"chat-{language}")
        await writes(page, "/summary", "aside/sheet")
        await expect(page.locator(SAID_BY_BOT).last).to_contain_text(written)
        await picture(page, f"summary-{language}", height=1250)
        await begins_anew(page)


async def sends(page: Page, pile: list[FilePayload]) -> Locator:
    """All of it at once; the card that says where each was sorted."""
    await page.get_by_test_id("files").set_input_files(pile)
    await page.get_by_test_id("send-files").click()
    card = page.locator(SAID_BY_BOT).filter(has=page.locator('[data-data$="/sorted_yes"]'))
    await expect(card).to_be_visible()
    return card


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
