"""What only a browser can show of the chat page: its controls, a text that stays, buttons on a phone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, FilePayload, Page, Route, ViewportSize, async_playwright, expect

from bot.rehearsal.conductor import Conductor
from tests.chromium import CHROMIUM, FLAGS
from tests.makers import made
from tests.telegram import Patient, RehearsalServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PHONE: ViewportSize = {"width": 390, "height": 844}
LONG = "Remind me again a week before the visit."
BOARDS: dict[str, list[list[str]]] = {
    "a month": [
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        *[[str(day + 7 * week) for day in range(1, 8)] for week in range(4)],
    ],
    "days in full": [["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]],
    "eight in a row": [["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]],
    "long labels, one, two, three and seven in a row": [[LONG], [LONG] * 2, [LONG] * 3, [LONG] * 7],
    "one long word": [["Halbjahresverlaufskontrolluntersuchungen"], ["Donaudampfschifffahrtsgesellschaftskasse"] * 3],
    "one short button beside a long one": [["OK", LONG]],
}
MEASURED = """keys => keys.map(key => {
  const box = key.getBoundingClientRect();
  const labels = [...key.querySelectorAll('.label')].map(label => {
    const style = getComputedStyle(label), range = document.createRange();
    range.selectNodeContents(label);
    const place = label.getBoundingClientRect();
    return {
      inside: place.left >= box.left && place.right <= box.right && place.top >= box.top && place.bottom <= box.bottom,
      clips: style.overflow === 'hidden',
      lines: new Set([...range.getClientRects()].map(line => Math.round(line.top))).size,
      width: place.width,
      height: place.height,
    };
  });
  return { text: key.textContent, left: box.left, right: box.right, width: box.width, height: box.height, labels };
})"""


@pytest.fixture
def server() -> Iterator[RehearsalServer]:
    with RehearsalServer() as server:
        yield server


@pytest.fixture
def ana(server: RehearsalServer) -> Patient:
    ana = server.person("Ana")
    ana.sends("/start")
    return ana


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, server: RehearsalServer, ana: Patient) -> AsyncIterator[Page]:
    """The page as a browser sees it that was never here."""
    page = await browser.new_page()
    expect.set_options(timeout=120_000)  # a machine may be busy with other work
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    await page.goto(server.url)
    await expect(page.get_by_test_id("messages")).to_contain_text("/start")
    yield page
    await page.close()
    assert not problems


@dataclass
class Road:
    """The way from the page to the rehearsal: open, cut, or with something broken behind it."""

    state: str = "open"

    @classmethod
    async def on(cls, page: Page, where: str) -> Road:
        road = cls()
        await page.route(where, road.carry)
        return road

    async def carry(self, route: Route) -> None:
        if self.state == "cut":
            await route.abort()
        elif self.state == "broken":
            await route.fulfill(status=500, body="Internal Server Error")
        else:
            await route.continue_()


async def asks(server: RehearsalServer, method: str, **parameters: Any) -> Any:
    """Let the bot ask its Telegram for something; what it is answered."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/bot{server.token}/{method}", json=parameters) as answer,
    ):
        assert answer.status == 200, await answer.text()
        return (await answer.json())["result"]


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


@pytest.mark.parametrize("said", ["When is it?", "a longer question " * 9])
async def test_no_keyboard_breaks_on_a_phone(page: Page, server: RehearsalServer, ana: Patient, said: str) -> None:
    await page.set_viewport_size(PHONE)
    for board in BOARDS.values():
        rows = [[{"text": text, "callback_data": "x"} for text in row] for row in board]
        await asks(server, "sendMessage", chat_id=ana.id, text=said, reply_markup={"inline_keyboard": rows})
        keys = page.get_by_test_id("message").last.locator(".key")
        await expect(keys).to_have_count(sum(map(len, rows)))
        await expect(keys.first).to_have_text(board[0][0])
        for scrolls in ("html", "#messages"):
            assert await page.locator(scrolls).evaluate("each => each.scrollWidth <= each.clientWidth")
        measured = await keys.evaluate_all(MEASURED)
        for row in rows:
            whole_in_its_row(measured[: len(row)])
            measured = measured[len(row) :]


def whole_in_its_row(keys: list[dict[str, Any]]) -> None:
    widths = [key["width"] for key in keys]
    assert max(widths) - min(widths) <= 1, "a row is shared equally"
    for key in keys:
        [label] = key["labels"]
        assert key["left"] >= 0
        assert key["right"] <= PHONE["width"]
        assert label["inside"], key
        assert label["clips"], key
        assert label["lines"] <= 4, key
        assert key["width"] >= 36, key
        assert len(key["text"]) / label["lines"] > 1.5 or len(key["text"]) == 1, "never one letter a line"


@pytest.mark.parametrize("board", ["a month", "eight in a row"])
async def test_days_and_years_are_read_in_full_on_a_phone(
    page: Page, server: RehearsalServer, ana: Patient, board: str
) -> None:
    await page.set_viewport_size(PHONE)
    rows = [[{"text": text, "callback_data": "x"} for text in row] for row in BOARDS[board]]
    await asks(server, "sendMessage", chat_id=ana.id, text="When?", reply_markup={"inline_keyboard": rows})
    await expect(page.locator(".key .label")).to_have_count(sum(map(len, rows)))
    cut = "labels => labels.filter(label => label.scrollWidth > label.clientWidth).map(label => label.textContent)"
    assert await page.locator(".key .label").evaluate_all(cut) == []


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
