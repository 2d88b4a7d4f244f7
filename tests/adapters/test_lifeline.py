"""What must not wait is said though our database is away: once for each update, with nothing kept, and then as ever."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from bot.chat import lifeline
from bot.chat.calls import Calls
from bot.chat.lifeline import Lifeline
from bot.post import reception
from bot.storage.writer import DatabaseAway
from dialogs.composed.contents import Contents
from tests import real
from tests.adapters.companion import Companion
from tests.adapters.desk import shown
from tests.faults import asks_to_slow_down, loses_the_request
from tests.storage.patience import eventually
from tests.storage.trouble import database_away
from tests.telegram import Patient, RehearsalServer


def tap(ana: Patient, data: str) -> dict[str, Any]:
    message = ana.messages[0].body
    card = {"chat": message["chat"], "message_id": 2, "date": 0}
    return {"id": "1", "from": message["from"], "chat_instance": "1", "data": data, "message": card}


async def brought(companion: Companion, update: dict[str, Any], times: int = 3) -> None:
    """Telegram brings an update again and again, as it does until it is taken."""
    for _ in range(times):
        with pytest.raises(DatabaseAway):
            await companion.reception.take(update)


@pytest.mark.parametrize("how", ["/unwell", "I feel unwell", "I cannot breathe", "no puedo respirar", "the button"])
async def test_it_is_said_while_the_database_is_away(companion: Companion, ana: Patient, how: str) -> None:
    update: dict[str, Any] = {"update_id": 7, "callback_query": tap(ana, "aside/unwell")}
    if how != "the button":
        update = {"update_id": 7, "message": ana.sends(how).body}
    async with database_away(companion.writer, companion.file):
        await brought(companion, update)
        await eventually(lambda: shown(ana), "help is said")
        await brought(companion, {"update_id": 8, "message": ana.sends("/start").body})
    assert len(shown(ana)) == 1, "once, and nothing that can wait"
    assert companion.rows("SELECT count(*) FROM cases") == [(0,)]
    await companion.reception.take(update)
    await companion.all_said()
    assert len(shown(ana)) == 2, "and once more when it could be stored"


async def test_it_is_said_while_the_database_does_not_answer(
    companion: Companion, ana: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reception, "PATIENCE", 0.05)
    goes_on = threading.Event()
    stuck = asyncio.create_task(companion.writer.run(lambda _: goes_on.wait(120)))
    taken = asyncio.create_task(companion.reception.take({"update_id": 7, "message": ana.sends("/unwell").body}))
    await eventually(lambda: shown(ana), "help is said")
    assert not taken.done()
    goes_on.set()
    await asyncio.gather(stuck, taken)


async def test_what_telegram_did_not_take_is_said_the_next_time(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    update = {"update_id": 7, "message": ana.sends("/unwell").body}
    telegram.faults.next("sendMessage", asks_to_slow_down(1))
    async with database_away(companion.writer, companion.file):
        for _ in range(2):
            await brought(companion, update, times=1)
            await eventually(lambda: not companion.reception._thrown, "it was tried")
    assert len(shown(ana)) == 1


async def test_what_nobody_can_tell_of_is_said_again_at_once(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    """A connection that lay idle is often cut just as somebody writes, and nothing comes next that would say it."""
    update = {"update_id": 7, "message": ana.sends("/unwell").body}
    telegram.faults.next("sendMessage", loses_the_request())
    async with database_away(companion.writer, companion.file):
        await brought(companion, update)
        await eventually(lambda: shown(ana), "help is said")
        await eventually(lambda: not companion.reception._thrown, "that is all")
        await brought(companion, update)
    assert len(shown(ana)) == 1


async def test_a_tap_that_cannot_be_answered_says_nothing_twice(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    ana.sends("/start")
    update = {"update_id": 7, "callback_query": tap(ana, "aside/unwell")}
    telegram.faults.next("answerCallbackQuery", asks_to_slow_down(1))
    async with database_away(companion.writer, companion.file):
        for _ in range(2):
            await brought(companion, update, times=1)
            await eventually(lambda: not companion.reception._thrown, "it was tried")
    assert len(shown(ana)) == 1


async def test_where_more_may_wait_behind_it_a_chat_is_told_once_that_nothing_can_be_taken_and_where_help_is(
    companion: Companion, ana: Patient, telegram: RehearsalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To a webhook Telegram brings what somebody writes one by one; a tap comes by a way of its own."""
    monkeypatch.setattr(lifeline, "SOON", 0)
    monkeypatch.setattr(
        companion.reception,
        "_throw",
        Lifeline(Calls(companion.bot), Contents({"en": real.content()}), one_by_one=True).throw,
    )
    telegram.faults.next("sendMessage", asks_to_slow_down(1))  # it was not shown, and is said the next time
    async with database_away(companion.writer, companion.file):
        for number in (7, 8, 9):
            await brought(companion, {"update_id": number, "message": ana.sends("the blue folder").body})
            await eventually(lambda: not companion.reception._thrown, "what is to be said is said")
        (told,) = ana.bot_messages
        assert [[button.data for button in row] for row in told.keyboard] == [["aside/unwell"]]
        await brought(companion, {"update_id": 10, "callback_query": tap(ana, "aside/unwell")})
        await eventually(lambda: len(shown(ana)) == 2, "help is said")


async def test_who_is_kept_waiting_for_a_moment_alone_is_told_nothing(
    companion: Companion, ana: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        companion.reception,
        "_throw",
        Lifeline(Calls(companion.bot), Contents({"en": real.content()}), one_by_one=True).throw,
    )
    async with database_away(companion.writer, companion.file):
        await brought(companion, {"update_id": 7, "message": ana.sends("the blue folder").body})
        await eventually(lambda: not companion.reception._thrown, "it was looked at")
    assert not shown(ana)
