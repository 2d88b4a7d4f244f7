"""The introduction runs beside the work: it says what changed, waits as it is asked to, and gives up in one line."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from pydantic import AnyHttpUrl
from telegram.error import InvalidToken

from bot.chat import introduction
from bot.chat.calls import Calls
from bot.chat.introduction import OVER_AFTER, Introduction
from bot.chat.pulse import Doubt, Pulse
from bot.settings import Settings
from dialogs.composed.contents import Content
from dialogs.composed.reading import read_content
from tests.adapters.companion import Companion
from tests.adapters.conftest import PROJECT
from tests.adapters.desk import shown
from tests.faults import answers, asks_to_slow_down, loses_the_request, refuses
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

SETS = ("setMyCommands", "setMyDescription", "setMyShortDescription")
SECRET = "a-secret-for-the-test"
ADDRESS = "http://127.0.0.1:9"

Introduce = Callable[..., Awaitable[tuple[Introduction, "asyncio.Task[None]", Pulse]]]


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(introduction, "LONGEST_WAIT", 0.05)
    monkeypatch.setattr(introduction, "LOOK_EVERY", 0.05)


@pytest.fixture
async def introduce(companion: Companion, content: Content) -> AsyncIterator[Introduce]:
    tasks: list[asyncio.Task[None]] = []

    async def introduce(**settings: Any) -> tuple[Introduction, asyncio.Task[None], Pulse]:
        pulse = Pulse()
        # A server of our own may be reached without https; Telegram's may not.
        address = AnyHttpUrl("http://127.0.0.1:9")
        chosen = Settings(_env_file=None, telegram_api_url=address, **settings)  # type: ignore[call-arg]
        made = Introduction(Calls(companion.bot), content.wording, chosen, pulse, Doubt())
        tasks.append(asyncio.create_task(made.run()))
        return made, tasks[-1], pulse

    yield introduce
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def carried_out(telegram: RehearsalServer, *methods: str) -> list[int]:
    return [telegram.sent(method) for method in methods]


async def test_what_telegram_does_not_know_is_said_once_and_never_again(
    introduce: Introduce, telegram: RehearsalServer, content: Content
) -> None:
    made, _, _ = await introduce()
    await eventually(lambda: carried_out(telegram, *SETS) == [1, 1, 1], "said")
    await eventually(lambda: telegram.sent("getMe"), "asked")
    await eventually(lambda: made._username, "known")
    assert made.username() == "rehearsal_bot"
    profile = telegram.telegram.profile
    assert profile.get("description", "") == content.wording.about["description"]
    assert profile.get("short_description", "") == content.wording.about["short_description"]
    _, second, _ = await introduce()
    await eventually(lambda: telegram.sent("getMyShortDescription") == 2, "looked")
    await eventually(lambda: telegram.sent("getWebhookInfo") == 2, "looked")
    assert carried_out(telegram, *SETS, "setWebhook", "deleteWebhook") == [1, 1, 1, 0, 0]
    assert not second.done()


async def test_each_language_has_commands_and_a_description_of_its_own(
    companion: Companion, telegram: RehearsalServer, content: Content
) -> None:
    settings = Settings(_env_file=None, telegram_api_url=AnyHttpUrl("http://127.0.0.1:9"))  # type: ignore[call-arg]
    others = {"es": read_content(PROJECT / "content", "es").wording}
    made = Introduction(Calls(companion.bot), content.wording, settings, Pulse(), Doubt(), others)
    running = asyncio.create_task(made.introduce())
    await eventually(lambda: carried_out(telegram, *SETS) == [2, 2, 2], "said in both")
    for language in ("", "es"):
        assert telegram.telegram.profile.get("commands", language, {"type": "all_private_chats"})
        assert telegram.telegram.profile.get("description", language)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_only_what_changed_is_said(introduce: Introduce, telegram: RehearsalServer) -> None:
    await introduce()
    await eventually(lambda: carried_out(telegram, *SETS) == [1, 1, 1], "said")
    with telegram.telegram.changing():
        telegram.telegram.profile.set("description", "", "An older description")
    await introduce()
    await eventually(lambda: carried_out(telegram, *SETS) == [1, 2, 1], "said again")


async def test_while_telegram_asks_to_wait_it_is_left_alone_and_everyone_is_served(
    introduce: Introduce, companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    for method in ("getMe", *SETS, "getMyCommands", "getWebhookInfo"):
        telegram.faults.always(asks_to_slow_down(600), method)
    _, task, _ = await introduce()
    await eventually(lambda: all(telegram.calls(name) for name in ("getMe", "setMyDescription")), "refused")
    companion.polls()
    await eventually(lambda: shown(ana), "answered")
    assert [len(telegram.calls(name)) for name in ("getMe", "getMyCommands", "setMyDescription")] == [1, 1, 1]
    assert not task.done()


async def test_what_telegram_refuses_is_one_line_and_the_rest_is_said(
    introduce: Introduce, telegram: RehearsalServer, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.always(refuses(400, "Bad Request: BOT_COMMAND_INVALID"), "setMyCommands")
    await introduce()
    await eventually(lambda: carried_out(telegram, *SETS[1:]) == [1, 1], "said")
    await eventually(lambda: telegram.calls("setMyCommands"), "refused")
    await eventually(lambda: [line for line in caplog.records if line.levelno == logging.ERROR], "told")
    (line,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert "setMyCommands" in line
    assert "bot_command_invalid" in line.lower()
    assert len(telegram.calls("setMyCommands")) == 1


async def test_it_goes_on_through_bad_weather(introduce: Introduce, telegram: RehearsalServer) -> None:
    odd = [loses_the_request(), answers(200, "<html>"), answers(401, "<html>"), answers(200, '{"ok":true,"result":7}')]
    for method in ("getMe", "getMyCommands", "getMyDescription", "setMyShortDescription", "getWebhookInfo"):
        telegram.faults.next(method, *odd)
    made, task, _ = await introduce()
    await eventually(lambda: carried_out(telegram, *SETS) == [1, 1, 1], "said")
    await eventually(lambda: made._username, "known")
    assert not task.done()


async def test_a_name_that_is_not_known_yet_is_no_name(introduce: Introduce, telegram: RehearsalServer) -> None:
    telegram.faults.always(asks_to_slow_down(600), "getMe")
    made, _, _ = await introduce()
    with pytest.raises(LookupError):
        made.username()


async def test_a_webhook_left_from_before_is_taken_away_so_that_we_can_ask(
    introduce: Introduce, companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    with telegram.telegram.changing():
        telegram.telegram.set_webhook({"url": "http://127.0.0.1:9/", "max_connections": 1})
    companion.polls()
    await introduce()
    await eventually(lambda: shown(ana), "answered")


async def test_with_a_webhook_we_hear_once_telegram_has_our_address_and_take_it_back_when_it_is_lost(
    introduce: Introduce, telegram: RehearsalServer
) -> None:
    made, _, pulse = await introduce(webhook_url=ADDRESS, webhook_secret=SECRET, listen_port=9)
    await eventually(lambda: telegram.telegram.webhook.get("url") == f"{ADDRESS}/telegram", "said")
    await eventually(lambda: made._address_said and pulse._beat is not None, "found")
    with telegram.telegram.changing():
        telegram.telegram.set_webhook({})
    await eventually(lambda: telegram.telegram.webhook.get("url") == f"{ADDRESS}/telegram", "said again")


async def test_a_webhook_that_telegram_cannot_reach_is_not_hearing(
    introduce: Introduce, ana: Patient, telegram: RehearsalServer
) -> None:
    _, _, pulse = await introduce(webhook_url=ADDRESS, webhook_secret=SECRET, listen_port=9)
    await eventually(lambda: pulse._missed is not None, "missed")
    ana.sends("hello?")
    await eventually(lambda: telegram.telegram.webhook.get("last_error_message"), "tried")
    failed = dict(telegram.telegram.webhook)

    def again() -> bool:
        failed["last_error_date"] += 1
        with telegram.telegram.changing():
            telegram.telegram.set_webhook(failed)
        return pulse._missed is not None

    await eventually(again, "noticed")


async def test_a_road_on_which_something_failed_is_bad_until_what_waits_has_come(introduce: Introduce) -> None:
    made, _, _ = await introduce(webhook_url=ADDRESS, webhook_secret=SECRET, listen_port=9)

    def finds_us(failed_at: int, waiting: int) -> bool:
        return made._finds_us(
            {"url": f"{ADDRESS}/telegram", "last_error_date": failed_at, "pending_update_count": waiting}
        )

    assert finds_us(100, 3), "that was before us"
    assert not finds_us(160, 3)
    assert not finds_us(160, 3), "Telegram waits longer and longer between two tries"
    assert finds_us(160, 0)
    assert not finds_us(190, 1)
    assert [finds_us(190, 1) for _ in range(OVER_AFTER)] == [*[False] * (OVER_AFTER - 1), True], (
        "another replica has it"
    )


async def test_a_wrong_token_is_told_at_the_start(introduce: Introduce, telegram: RehearsalServer) -> None:
    telegram.faults.always(refuses(401, "Unauthorized"))
    _, task, _ = await introduce()
    with pytest.raises(InvalidToken):
        await asyncio.wait_for(task, 20)


async def test_threaded_mode_is_told_to_the_operator(
    introduce: Introduce, telegram: RehearsalServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    telegram.telegram.threaded_mode = True
    await introduce()
    await eventually(lambda: "Threaded Mode" in caplog.text, "told")
