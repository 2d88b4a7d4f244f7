"""The chat page in a real browser, and its door closed to other sites."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Page, expect
from telegram import (
    Bot,
    BotCommand,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
    Update,
)

from tests.telegram import RehearsalServer


async def answer(bot: Bot, update: Update) -> None:
    if query := update.callback_query:
        await query.answer("Noted")
        await query.edit_message_text(f"<b>You chose</b> {query.data}", parse_mode="HTML")
    elif edited := update.edited_message:
        await bot.send_message(edited.chat.id, f"Now: {edited.text}")
    elif (message := update.message) and (file := message.document or (message.photo and message.photo[-1])):
        data = await (await bot.get_file(file.file_id)).download_as_bytearray()
        kind = "document" if message.document else "photo"
        album = " of an album" if message.media_group_id else ""
        await bot.send_message(message.chat.id, f"A {kind}{album}: {len(data)} bytes")
    elif message and message.text == "note":
        await bot.send_message(
            message.chat.id, "What is it?", reply_markup=ForceReply(input_field_placeholder="A note")
        )
    elif message and message.text == "buttons":
        share = (
            "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Frehearsal_bot%3Fstart%3De-1&text=Can%20you%20%26%20Ben%3F"
        )
        buttons = [
            InlineKeyboardButton("Copy it", copy_text=CopyTextButton("two\nlines")),
            InlineKeyboardButton("Pass it on", url=share),
        ]
        await bot.send_message(message.chat.id, "Here", reply_markup=InlineKeyboardMarkup.from_column(buttons))
    elif message and message.reply_to_message:
        answered = ReplyParameters(message.message_id)
        await bot.send_message(message.chat.id, f"To {message.reply_to_message.text}", reply_parameters=answered)
    elif message and message.text:
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Tea", callback_data="tea")]])
        await bot.send_message(message.chat.id, f"Echo: {message.text}", reply_markup=keyboard)


async def echo(server: RehearsalServer) -> None:
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        await bot.set_my_commands([BotCommand("help", "What I can do")])
        offset = None
        while True:
            for update in await bot.get_updates(offset=offset, timeout=5):
                await answer(bot, update)
                offset = update.update_id + 1


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, server: RehearsalServer) -> AsyncIterator[Page]:
    server.person("Ana")
    bot = asyncio.create_task(echo(server))
    page = await browser.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    await page.goto(server.url)
    yield page
    await page.close()
    bot.cancel()
    await asyncio.gather(bot, return_exceptions=True)
    assert not problems


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_a_person_writes_presses_sends_edits_and_skips_ahead(page: Page, server: RehearsalServer) -> None:
    messages = page.get_by_test_id("messages")
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(messages).to_contain_text("Echo: /start")

    await page.get_by_role("button", name="Tea").click()
    await expect(page.locator("[data-from=bot] b")).to_have_text("You chose")
    await expect(page.get_by_test_id("toast")).to_have_text("Noted")

    await page.get_by_label("Message", exact=True).fill("<img src=x onerror=alert(1)>")
    await page.keyboard.press("Enter")
    await expect(messages).to_contain_text("Echo: <img src=x onerror=alert(1)>")
    assert await messages.locator("img").count() == 0

    await page.get_by_text("<img src=x onerror=alert(1)>", exact=True).click(button="right")
    await page.get_by_role("menuitem", name="Edit").click()
    await page.get_by_label("Message", exact=True).fill("better")
    await page.get_by_label("Send", exact=True).click()
    await expect(messages).to_contain_text("Now: better")
    await expect(page.get_by_test_id("edited").last).to_be_visible()

    two = [FilePayload(name=f"{name}.pdf", mimeType="application/pdf", buffer=b"%PDF") for name in "ab"]
    await page.get_by_test_id("files").set_input_files(two)
    await page.get_by_test_id("send-files").click()
    await expect(messages.get_by_text("A document of an album: 4 bytes")).to_have_count(2)

    await page.get_by_role("button", name="Menu").click()
    await page.get_by_role("menuitem", name="What I can do").click()
    await expect(messages).to_contain_text("Echo: /help")

    await page.get_by_role("button", name="1 week").click()
    await expect(page.get_by_test_id("ahead")).to_contain_text("7 days")
    assert server.telegram.clock.ahead.days == 7

    await page.get_by_text("Add another patient").click()
    await page.get_by_label("Name of another patient").fill("Benito")
    await page.get_by_role("button", name="Add this patient").click()
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    assert [person.account.first_name for person in server.people] == ["Ana", "Benito"]


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_a_link_to_the_bot_is_opened_by_somebody_else_of_the_rehearsal(
    page: Page, server: RehearsalServer
) -> None:
    messages, asked = page.get_by_test_id("messages"), page.get_by_test_id("opening")
    for link in ("https://t.me/rehearsal_bot?start=a-b_1", "https://t.me/another_bot?start=c"):
        await page.get_by_label("Message", exact=True).fill(link)
        await page.keyboard.press("Enter")
        await expect(messages).to_contain_text(f"Echo: {link}")
    await expect(messages.get_by_role("button", name="https://t.me/another_bot")).to_have_count(0)
    await messages.get_by_role("button", name="https://t.me/rehearsal_bot?start=a-b_1").last.click()
    await expect(asked.get_by_role("button", name="Ana")).to_be_visible()
    await asked.get_by_label("Name of somebody new").fill("Mia")
    await asked.get_by_role("button", name="Add and open").click()
    await expect(messages).to_contain_text("Echo: /start a-b_1")
    await expect(messages).not_to_contain_text("https://")
    assert [person.account.first_name for person in server.people] == ["Ana", "Mia"]


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_the_field_says_what_is_asked_for_and_what_is_written_is_a_reply(page: Page) -> None:
    messages, field = page.get_by_test_id("messages"), page.get_by_label("Message", exact=True)
    await field.fill("note")
    await page.keyboard.press("Enter")
    await expect(field).to_have_attribute("placeholder", "A note")
    await page.reload()
    await expect(field).to_have_attribute("placeholder", "A note")
    await field.fill("my knee")
    await page.keyboard.press("Enter")
    await expect(messages).to_contain_text("To What is it?")
    await expect(field).to_have_attribute("placeholder", "Message")
    await expect(page.get_by_test_id("above")).to_contain_text(["What is it?", "my knee"])

    await field.fill("note")
    await page.keyboard.press("Enter")
    await page.get_by_label("Do not reply").click()
    await expect(field).to_have_attribute("placeholder", "Message")
    await field.fill("never mind")
    await page.keyboard.press("Enter")
    await expect(messages).to_contain_text("Echo: never mind")


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
async def test_buttons_copy_a_text_and_show_what_would_be_shared(page: Page, server: RehearsalServer) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.get_by_label("Message", exact=True).fill("buttons")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Copy it").click()
    await expect(page.get_by_test_id("toast")).to_have_text("Copied to the clipboard")
    assert await page.evaluate("navigator.clipboard.readText()") == "two\nlines"

    await page.get_by_role("button", name="Pass it on").click()
    await expect(page.get_by_test_id("shared-text")).to_have_text("Can you & Ben?")
    assert len(page.context.pages) == 1, "nothing is opened"
    await page.get_by_test_id("shared-link").get_by_role("button", name="https://t.me/rehearsal_bot?start=e-1").click()
    await page.get_by_label("Name of somebody new").fill("Mia")
    await page.get_by_role("button", name="Add and open").click()
    await expect(page.get_by_test_id("messages")).to_contain_text("Echo: /start e-1")
    assert [person.account.first_name for person in server.people] == ["Ana", "Mia"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_sites_are_kept_out(server: RehearsalServer, headers: dict[str, str]) -> None:
    own = {"Origin": server.url}
    async with aiohttp.ClientSession() as session:
        for method, path in (("GET", "/rehearsal/news"), ("POST", "/rehearsal/people")):
            async with session.request(
                method, server.url + path, json={"name": "Eve"}, headers=own | headers
            ) as answer:
                assert answer.status == 403
    assert not server.people


async def test_a_web_page_cannot_play_the_bot(server: RehearsalServer) -> None:
    address = f"{server.url}/bot{server.token}/getMe"
    async with aiohttp.ClientSession(headers={"Origin": server.url}) as session, session.post(address) as answer:
        assert answer.status == 401


async def test_the_page_runs_only_its_own_scripts(server: RehearsalServer) -> None:
    async with aiohttp.ClientSession() as session, session.get(server.url) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "style=" not in await answer.text()


async def test_an_html_file_is_never_shown_inside_the_page(server: RehearsalServer) -> None:
    ana = server.person("Ana")
    sent = ana.sends_document("page.html", b"<script>1</script>", "text/html")
    address = f"{server.url}/rehearsal/file/{sent.file_id}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.content_type == "application/octet-stream"
