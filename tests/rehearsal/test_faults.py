"""Bad days on purpose."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from tests import faults
from tests.telegram import Patient, RehearsalServer


async def test_each_kind_of_trouble_comes_once_then_all_is_well(
    bot: Bot, ana: Patient, server: RehearsalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    server.faults.next(
        "sendMessage", faults.asks_to_slow_down(7), faults.breaks(), faults.bad_gateway(), faults.loses_the_request()
    )
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(ana.id, "a")
    assert refusal.value.retry_after == timedelta(seconds=7)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.send_message(ana.id, "a")
    assert not ana.bot_messages
    await bot.send_message(ana.id, "a")
    assert [call.code for call in server.calls("sendMessage")] == [429, 500, 502, 0, 200]
    assert server.sent("sendMessage") == 1


async def test_a_held_download_comes_whole_once_its_gate_is_opened(
    bot: Bot, ana: Patient, server: RehearsalServer
) -> None:
    gate = threading.Event()
    server.faults.next("file", faults.is_held_by(gate))
    sent = ana.sends_document("a.txt", b"fictitious" * 100)
    file = await bot.get_file(sent.body["document"]["file_id"])
    coming = asyncio.create_task(file.download_as_bytearray())
    assert await asyncio.to_thread(server.telegram.bell.wait, lambda: server.calls("file"), 20)
    assert not coming.done()
    gate.set()
    assert bytes(await coming) == b"fictitious" * 100


async def test_a_lost_answer_leaves_the_message_shown(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    server.faults.next("sendMessage", faults.loses_the_answer())
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "once")
    assert await asyncio.to_thread(server.telegram.bell.wait, lambda: server.sent("sendMessage") == 1, 60)
    assert [message.text for message in ana.bot_messages] == ["once"]


async def test_downloads_can_break_off(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    ana.sends_document("scan.pdf", bytes(100_000))
    document = (await bot.get_updates())[-1].message.document
    assert document
    file = await bot.get_file(document)
    server.faults.next("file", faults.is_cut_off(after=1000), faults.stalls(after=1000, seconds=0.1))
    for _ in range(2):
        with pytest.raises(NetworkError):
            await file.download_as_bytearray()
    assert len(await file.download_as_bytearray()) == 100_000


async def test_telegram_can_be_away_altogether(bot: Bot, ana: Patient, server: RehearsalServer) -> None:
    server.faults.always(faults.loses_the_request())
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.get_updates()
    server.faults.clear()
    assert len(await bot.get_updates()) == 1
