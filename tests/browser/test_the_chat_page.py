"""What only a browser can show of the chat page: its controls, and who can use it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot.rehearsal.conductor import Conductor
from tests.browser.road import PHONE, asks
from tests.makers import made
from tests.telegram import Patient, RehearsalServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_patient_begins_anew(page: Page, server: RehearsalServer, ana: Patient) -> None:
    await page.get_by_role("button", name="Begin anew").click()
    asked = page.get_by_role("dialog")
    await expect(asked).to_contain_text("Ana")
    await asked.get_by_role("button", name="Cancel").click()
    await expect(page.get_by_test_id("messages")).to_contain_text("/start")

    await page.get_by_role("button", name="Begin anew").click()
    await expect(asked.get_by_role("button", name="/delete")).to_be_hidden()  # this bot offers none
    await asked.get_by_role("button", name="Begin anew").click()
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    await expect(page.get_by_test_id("messages")).not_to_contain_text("/start")
    assert [person.first_name for person in server.telegram.people.present] == ["Ana"]
    assert server.telegram.people.persons[ana.id].gone


async def test_what_the_bot_keeps_is_deleted_by_the_bot_itself(
    page: Page, server: RehearsalServer, ana: Patient
) -> None:
    await asks(server, "setMyCommands", commands=[{"command": "delete", "description": "Delete everything"}])
    await page.get_by_role("button", name="Begin anew").click()
    await page.get_by_role("dialog").get_by_role("button", name="/delete").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(page.get_by_test_id("messages")).to_contain_text("/delete")
    assert not server.telegram.people.persons[ana.id].gone


async def test_a_patient_is_removed_from_the_list(page: Page, server: RehearsalServer) -> None:
    people = page.get_by_test_id("people")
    await expect(people.get_by_role("button", name="Remove Ana")).to_have_count(0)  # somebody stays
    server.person("Benito").sends("Good morning")
    await people.get_by_role("button", name="Remove Ana").click()
    await page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    await expect(people).not_to_contain_text("Ana")
    await expect(page.get_by_test_id("messages")).to_contain_text("Good morning")


async def test_on_a_phone_the_chat_of_who_was_chosen_is_seen_at_once(page: Page, server: RehearsalServer) -> None:
    await page.set_viewport_size(PHONE)
    controls = page.get_by_test_id("controls")
    await expect(controls).to_be_hidden()
    await page.get_by_role("button", name="The rehearsal’s controls").click()
    await expect(controls).to_be_visible()
    await page.get_by_role("button", name="Begin anew").click()
    await page.get_by_role("dialog").get_by_role("button", name="Begin anew").click()
    await expect(controls).to_be_hidden()
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.get_by_test_id("messages")).to_contain_text("/start")


async def test_what_can_be_pressed_can_be_read_also_under_the_pointer(page: Page) -> None:
    await page.get_by_role("button", name="Begin anew").click()
    pressed = page.get_by_role("dialog").get_by_role("button", name="Begin anew")
    await page.emulate_media(reduced_motion="reduce")  # colors change at once
    await pressed.hover()
    colors = await pressed.evaluate("each => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]")
    assert colors[0] != colors[1]


async def test_time_is_skipped_by_hours_days_and_weeks(page: Page, server: RehearsalServer) -> None:
    ahead = page.get_by_test_id("ahead")
    await page.get_by_role("button", name="1 hour").click()
    await expect(ahead).to_have_text(re.compile("^1 hour "))
    await page.get_by_role("button", name="1 day").click()
    await expect(ahead).to_have_text(re.compile("^1 day 1 hour "))
    await page.get_by_role("button", name="1 week").click()
    await expect(ahead).to_have_text(re.compile("^8 days 1 hour "))
    assert server.telegram.clock.ahead.total_seconds() == (8 * 24 + 1) * 3600


async def test_the_page_says_where_everything_is_kept(page: Page, server: RehearsalServer) -> None:
    kept = page.get_by_test_id("kept")
    await expect(kept).to_contain_text("memory")
    Conductor(server, Path("/srv/companion/rehearsal"))
    await page.reload()
    await expect(kept).to_contain_text("Nothing leaves this computer")
    await expect(kept).to_contain_text("/srv/companion/rehearsal")
    Conductor(server, Path("/srv/companion/rehearsal"), has_database=True)
    await page.reload()
    await expect(kept).to_contain_text("DATABASE_URL")
    await expect(kept).not_to_contain_text("Nothing leaves")


KINDS_OF_KEY = [
    [{"text": "Next", "callback_data": "next"}, {"text": "Copy", "copy_text": {"text": "a number"}}],
    [{"text": "Open", "url": "https://example.org"}],
]


async def is_for_everybody(page: Page) -> None:
    """What axe-core finds, by the WCAG and good practice; and whether each name holds the words that are seen."""
    also = {"label-content-name-mismatch": {"enabled": True}}
    found = await Axe().run(page, options={"resultTypes": ["violations"], "rules": also})
    problems = [(each["id"], node["html"][:200]) for each in found.response["violations"] for node in each["nodes"]]
    assert not problems


async def test_everybody_can_use_the_page(page: Page, server: RehearsalServer, ana: Patient) -> None:
    await page.emulate_media(reduced_motion="reduce")  # what is only fading in has no contrast yet
    ana.sends_document("report.pdf", made.a_pdf())
    ana.sends_album([made.a_photo(60, 60)] * 2)
    said = "<b>Hello</b> <code>x</code> <a href='https://example.org'>link</a> /help\n<blockquote>quoted</blockquote>"
    await asks(
        server,
        "sendMessage",
        chat_id=ana.id,
        text=said,
        parse_mode="HTML",
        reply_markup={"inline_keyboard": KINDS_OF_KEY},
    )
    await asks(server, "setMyCommands", commands=[{"command": "delete", "description": "Delete everything"}])
    await expect(page.get_by_test_id("messages")).to_contain_text("quoted")
    await is_for_everybody(page)
    await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    await is_for_everybody(page)
    await page.get_by_role("button", name="Begin anew").click()
    await is_for_everybody(page)
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await page.set_viewport_size(PHONE)
    await page.get_by_role("button", name="The rehearsal’s controls").click()
    await is_for_everybody(page)
