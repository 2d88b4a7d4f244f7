"""What people do reaches the bot, by polling and by webhook, and python-telegram-bot understands all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict, InvalidToken

from tests.telegram import Patient, RehearsalServer


async def told(bot: Bot) -> list[Update]:
    """Fetch what waits and confirm it."""
    updates = list(await bot.get_updates(timeout=0))
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0)
    return updates


async def test_everything_a_person_sends_can_be_read(bot: Bot, ana: Patient) -> None:
    ana.sends("see https://example.org 🎗️ /help")
    ana.sends("<b>bold</b>", html=True)
    ana.forwards("Your result is here")
    ana.sends_document("scan.pdf", b"%PDF", caption="mine")
    ana.sends_photo(b"not really a picture", caption="also mine")
    ana.sends_album([("a.pdf", b"a"), ("b.pdf", b"b")])
    ana.sends_sticker()
    ana.sends_voice()
    ana.sends_video()
    ana.sends_location()
    ana.sends_contact()
    messages = [update.message for update in await told(bot)]
    start, text, bold, forward, document, photo, first, second, sticker, voice, video, place, contact = messages
    assert list(start.parse_entities(["bot_command"]).values()) == ["/start"]
    assert list(text.parse_entities().values()) == ["https://example.org", "/help"]
    assert bold.text_html == "<b>bold</b>"
    assert forward.forward_origin.sender_user_name == "Hospital"
    assert (document.document.file_name, document.document.mime_type) == ("scan.pdf", "application/pdf")
    assert document.caption == "mine"
    assert len(photo.photo) >= 2
    assert photo.photo[-1].width == max(size.width for size in photo.photo)
    assert first.media_group_id == second.media_group_id is not None
    assert all((sticker.sticker, voice.voice, video.video, place.location, contact.contact))
    assert [message.message_id for message in messages] == list(range(1, 14))
    assert {message.chat.id for message in messages} == {ana.id}
    assert start.from_user.language_code == "en"


async def test_an_edited_message_is_told_again(bot: Bot, ana: Patient) -> None:
    message = ana.sends("teh")
    ana.edits(message, "the")
    edit = (await told(bot))[-1].edited_message
    assert (edit.text, edit.message_id) == ("the", message.message_id)
    assert ana.messages[-1].edited


async def test_files_can_be_downloaded_up_to_20_mib(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    for data in (b"%PDF-1.7", bytes(20 << 20), bytes((20 << 20) + 1)):
        ana.sends_document("scan.pdf", data)
    small, largest, too_large = (update.message.document for update in (await told(bot))[1:])
    assert small
    assert largest
    assert too_large
    file = await small.get_file()
    assert await file.download_as_bytearray() == b"%PDF-1.7"
    assert (await bot.get_file(largest)).file_size == 20 << 20
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(too_large)
    server.skips_ahead(hours=2)
    with pytest.raises((BadRequest, InvalidToken)):
        await file.download_as_bytearray()


async def test_a_poll_waits_and_its_offset_confirms(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    (start,) = await bot.get_updates()
    assert await bot.get_updates(offset=start.update_id) == (start,)
    poll = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=30))
    await asyncio.to_thread(server.telegram.bell.wait, lambda: server.telegram.poller, 5)
    ana.sends("now")
    (update,) = await poll
    assert update.message.text == "now"
    assert update.update_id == start.update_id + 1


async def test_a_second_poller_ends_the_first(bot: Bot, server: RehearsalServer, ana: Patient) -> None:
    await told(bot)
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.to_thread(server.telegram.bell.wait, lambda: server.telegram.poller, 5)
    async with Bot(server.token, base_url=f"{server.url}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        ana.sends("hello")
        assert len(await second) == 1


async def test_updates_live_a_day_and_presses_150_seconds(bot: Bot, server: RehearsalServer, ana: Patient) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    await bot.send_message(ana.id, "a", reply_markup=keyboard)
    ana.presses("Yes")
    assert len(await bot.get_updates()) == 2
    server.skips_ahead(seconds=151)
    assert len(await bot.get_updates()) == 1
    server.skips_ahead(days=1)
    assert not await bot.get_updates()


async def test_the_bot_hears_only_the_kinds_it_asked_for(bot: Bot, ana: Patient) -> None:
    await told(bot)
    await bot.get_updates(allowed_updates=["callback_query"], timeout=0)
    ana.sends("hello")
    assert not await bot.get_updates(timeout=0)


async def test_a_blocked_bot_is_told(bot: Bot, ana: Patient) -> None:
    await told(bot)
    ana.blocks()
    ana.unblocks()
    blocked, again = (update.my_chat_member for update in await told(bot))
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert again.new_chat_member.status == "member"


async def test_a_group_adds_the_bot_and_the_bot_leaves(bot: Bot, server: RehearsalServer, ana: Patient) -> None:
    await told(bot)
    family = server.group("Family")
    ana.sends("unheard", chat=family)
    ana.adds_bot_to(family)
    ana.sends("heard", chat=family)
    member, joined, heard = await told(bot)
    assert member.my_chat_member.new_chat_member.status == "member"
    assert joined.message.new_chat_members[0].id == bot.id
    assert (heard.message.chat.type, heard.message.text) == ("supergroup", "heard")
    await bot.leave_chat(family.id)
    assert not family.has_bot


async def test_strangers_are_sent_away(server: RehearsalServer) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{server.url}/bot"):
            pass


@dataclass
class Inbox:
    """A bot's webhook; it answers with the given codes first, then with 200."""

    url: str = ""
    codes: list[int] = field(default_factory=list)
    got: asyncio.Queue[tuple[int, str, int]] = field(default_factory=asyncio.Queue)

    async def receive(self, request: web.Request) -> web.Response:
        code = self.codes.pop(0) if self.codes else 200
        update = await request.json()
        await self.got.put((update["update_id"], request.headers["X-Telegram-Bot-Api-Secret-Token"], code))
        return web.Response(status=code)


@pytest.fixture
async def inbox() -> AsyncIterator[Inbox]:
    inbox = Inbox()
    application = web.Application()
    application.router.add_post("/hook", inbox.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    inbox.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield inbox
    await runner.cleanup()


async def test_a_webhook_gets_every_update_until_it_says_yes(inbox: Inbox) -> None:
    with RehearsalServer(webhook_wait=0.05) as server:
        ana = server.person("Ana")
        async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
            inbox.codes = [500, 503]
            await bot.set_webhook(inbox.url, secret_token="secret-1")
            ana.sends("/start")
            ana.sends("more")
            got = [await inbox.got.get() for _ in range(4)]
            assert [code for _, _, code in got] == [500, 503, 200, 200]
            assert {secret for _, secret, _ in got} == {"secret-1"}
            assert got[0][0] == got[2][0] == got[3][0] - 1
            await asyncio.to_thread(server.idle)
            info = await bot.get_webhook_info()
            assert (info.url, info.pending_update_count) == (inbox.url, 0)
            assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
            with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
                await bot.get_updates()
            with pytest.raises(BadRequest, match="Bad webhook"):
                await bot.set_webhook("https://example.org/hook")
            await bot.delete_webhook()
            assert await bot.get_updates() == ()


async def test_nothing_is_forgotten_or_counted_anew_after_a_restart(tmp_path: Path) -> None:
    with RehearsalServer(tmp_path) as server:
        ana = server.person("Ana", language_code="es")
        ana.sends("/start")
        ana.sends_document("scan.pdf", b"%PDF")
        server.skips_ahead(days=2)
        async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
            ana.sends("hello")
            (update,) = await bot.get_updates()
            await bot.send_message(ana.id, "hi")
            await bot.get_updates(offset=update.update_id + 1)
    with RehearsalServer(tmp_path) as server:
        (ana,) = server.people
        assert [message.text for message in ana.messages] == ["/start", "", "hello", "hi"]
        assert ana.messages[1].document == b"%PDF"
        assert server.telegram.clock.ahead.days == 2
        ana.sends("again")
        async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
            (later,) = await bot.get_updates()
        assert later.update_id == update.update_id + 1
        assert later.message.message_id == 5
        assert server.person("Ben").id != ana.id
