"""What was typed, chosen or is being pressed stays on the chat page, whatever happens on the way."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import FilePayload, Page, Route, expect

from tests.browser.road import Road, asks
from tests.telegram import Patient, RehearsalServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_text_that_could_not_be_sent_stays_in_its_field(page: Page, ana: Patient) -> None:
    field, unsent = page.get_by_label("Message", exact=True), page.get_by_test_id("unsent")
    road = await Road.on(page, "**/text")
    too_long = "a word " * 700
    await field.fill(too_long)
    await page.get_by_label("Send", exact=True).click()
    await expect(unsent).to_contain_text("4096")
    await expect(field).to_have_value(too_long)

    road.state = "cut"
    await field.fill("a short word")
    await expect(unsent).to_be_hidden()
    await page.keyboard.press("Enter")
    await expect(unsent).to_be_visible()
    await expect(field).to_have_value("a short word")

    road.state = "broken"
    await page.keyboard.press("Enter")
    await expect(unsent).to_be_visible()
    await expect(field).to_have_value("a short word")

    road.state = "open"
    await page.keyboard.press("Enter")
    await expect(field).to_have_value("")
    await expect(unsent).to_be_hidden()
    assert [message.text for message in ana.messages] == ["/start", "a short word"]


async def test_what_is_written_before_the_page_knows_who_writes_waits_for_it(
    new_page: Page, server: RehearsalServer
) -> None:
    ana, held = server.person("Ana"), asyncio.Event()

    async def slow(route: Route) -> None:
        await held.wait()
        await route.continue_()

    await new_page.route("**/rehearsal/news*", slow)
    await new_page.goto(server.url)
    field = new_page.get_by_label("Message", exact=True)
    await expect(field).to_be_disabled()
    await expect(new_page.get_by_test_id("speaks")).to_be_disabled()  # nor is there anybody who speaks a language
    held.set()
    await field.fill("early")
    await new_page.keyboard.press("Enter")
    await expect(new_page.get_by_test_id("messages")).to_contain_text("early")
    assert [message.text for message in ana.messages] == ["early"]


async def test_a_text_sent_twice_in_haste_goes_once_and_what_follows_is_kept(page: Page, ana: Patient) -> None:
    field = page.get_by_label("Message", exact=True)
    await page.evaluate(
        """() => {
          const ask = window.fetch;
          window.fetch = async (path, how) => {
            if (String(path).endsWith("/text")) await new Promise((go) => (window.go = go));
            return ask(path, how);
          };
        }"""
    )
    await field.fill("first")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await field.press_sequentially(" and second")
    await page.evaluate("go()")
    await expect(field).to_have_value(" and second")
    await expect(page.get_by_test_id("messages")).to_contain_text("first")
    assert [message.text for message in ana.messages] == ["/start", "first"]


async def test_each_patient_has_a_field_of_their_own(page: Page, server: RehearsalServer) -> None:
    field, people = page.get_by_label("Message", exact=True), page.get_by_test_id("people")
    server.person("Benito")
    await field.fill("half a thought")
    await people.get_by_text("Benito").click()
    await expect(field).to_have_value("")
    await people.get_by_text("Ana").click()
    await expect(field).to_have_value("half a thought")


async def test_files_that_could_not_be_sent_stay_chosen(page: Page, ana: Patient) -> None:
    asked, send = page.get_by_test_id("sending"), page.get_by_test_id("send-files")
    road = await Road.on(page, "**/files")
    empty = FilePayload(name="empty.pdf", mimeType="application/pdf", buffer=b"")
    await page.get_by_test_id("files").set_input_files([empty])
    await send.click()
    await expect(asked.get_by_role("alert")).to_contain_text("empty")
    await expect(asked).to_contain_text("empty.pdf")
    await asked.get_by_role("button", name="Cancel").click()

    report = FilePayload(name="report.pdf", mimeType="application/pdf", buffer=b"%PDF")
    await page.get_by_test_id("files").set_input_files([report])
    await expect(asked.get_by_role("alert")).to_be_hidden()
    await asked.get_by_label("Caption").fill("from March")
    road.state = "cut"
    await send.click()
    await expect(asked.get_by_role("alert")).to_be_visible()
    await expect(asked).to_contain_text("report.pdf")
    await expect(asked.get_by_label("Caption")).to_have_value("from March")

    road.state = "open"
    await send.click()
    await expect(asked).to_be_hidden()
    await expect(page.get_by_test_id("messages")).to_contain_text("from March")
    assert [message.file_name for message in ana.messages][1:] == ["report.pdf"]


async def test_a_button_that_is_being_pressed_stays_while_its_message_changes(
    page: Page, server: RehearsalServer, ana: Patient
) -> None:
    keys = {"inline_keyboard": [[{"text": "Done", "callback_data": "done"}]]}
    said = await asks(server, "sendMessage", chat_id=ana.id, text="One of five", reply_markup=keys)
    key = page.locator("[data-data=done]")
    await key.hover()
    await page.mouse.down()
    async with page.expect_response("**/news*"):
        edit = {"message_id": said["message_id"], "text": "Two of five", "reply_markup": keys}
        await asks(server, "editMessageText", chat_id=ana.id, **edit)
    async with page.expect_request("**/press") as press:
        await page.mouse.up()
    assert '"data":"done"' in str((await press.value).post_data)
    await expect(page.get_by_test_id("messages")).to_contain_text("Two of five")
