"""A bot that writes too fast is asked to wait."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    InputMediaPhoto,
)
from telegram.error import RetryAfter

from bot.rehearsal.telegram.limits import Limits
from tests.makers.made import a_png
from tests.telegram import RehearsalServer


async def test_a_bot_that_writes_too_fast_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    limits = Limits(per_second=30, burst=4, chat_per_second=1, chat_burst=3)
    with RehearsalServer(limits=limits) as server:
        ana, ben = server.person("Ana"), server.person("Ben")
        for person in (ana, ben):
            person.sends("/start")
        async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
            for _ in range(3):
                await bot.send_message(ana.id, "a")
            with pytest.raises(RetryAfter) as refusal:
                await bot.send_message(ana.id, "a")
            assert refusal.value.retry_after == timedelta(seconds=1)
            await bot.send_message(ben.id, "a")
        assert server.sent("sendMessage") == 4
        assert [call.code for call in server.calls("sendMessage")] == [200, 200, 200, 429, 200]


async def test_an_album_that_comes_too_fast_is_refused_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    limits = Limits(chat_per_second=0.001, chat_burst=2)
    with RehearsalServer(limits=limits) as server:
        ana = server.person("Ana")
        ana.sends("/start")
        async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
            album = [InputMediaPhoto(a_png(300, 200)) for _ in range(3)]
            await bot.send_media_group(ana.id, album)
            with pytest.raises(RetryAfter):
                await bot.send_media_group(ana.id, album)
        assert len(ana.bot_messages) == 3
