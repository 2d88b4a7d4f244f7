"""What was to be said when the bot was stopped or killed is said at the next start."""

from __future__ import annotations

import pytest

from tests.adapters.conftest import Start
from tests.adapters.desk import Desk, shown
from tests.faults import is_slow, loses_the_answer, loses_the_request
from tests.storage.patience import eventually
from tests.storage.trouble import database_away
from tests.telegram import Patient, RehearsalServer


async def test_what_was_waiting_is_said_in_its_order_at_the_next_start(desk: Desk, ana: Patient) -> None:
    await desk.writes(ana, "one", "two", "three")
    await desk.speaker.stop(seconds=0)
    await desk.speaks_again()
    await desk.all_said()
    assert shown(ana) == ["one", "two", "three"]


async def test_a_long_outbox_is_read_some_at_a_time_and_what_comes_meanwhile_is_said_last(
    desk: Desk, ana: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.post.speaker.AT_ONCE", 3)
    earlier = [f"message {number}" for number in range(10)]
    await desk.writes(ana, *earlier)
    await desk.speaker.stop(seconds=0)
    await desk.speaks_again()
    await desk.says(ana, "just now")
    await desk.all_said()
    assert shown(ana) == [*earlier, "just now"]
    await desk.says(ana, "and after")
    await desk.all_said()
    assert shown(ana)[-1] == "and after"


async def test_stopping_says_what_can_still_be_said(desk: Desk, ana: Patient) -> None:
    await desk.says(ana, "one", "two")
    await desk.speaker.stop(seconds=5)
    assert shown(ana) == ["one", "two"]
    assert await desk.waiting() == []


async def test_stopping_leaves_in_the_outbox_what_could_not_be_said(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.always(loses_the_request())
    await desk.says(ana, "one", "two")
    await desk.speaker.stop(seconds=0.2)
    assert len(await desk.waiting()) == 2
    telegram.faults.clear()
    await desk.speaks_again()
    await desk.all_said()
    assert shown(ana) == ["one", "two"]


async def test_stopping_waits_no_longer_than_it_was_told_to(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.always(is_slow(1))
    await desk.says(ana, "slow")
    desk.speaker.answer("12345")
    await desk.speaker.stop(seconds=0.1)
    assert shown(ana) == []
    assert len(await desk.waiting()) == 1


async def test_stopping_while_the_database_is_away_raises_nothing(desk: Desk, ana: Patient) -> None:
    messages = await desk.writes(ana, "one")
    async with database_away(desk.writer, desk.file):
        desk.speaker.post(messages)
        await eventually(lambda: shown(ana), "said")
        await desk.speaker.stop(seconds=0.1)
    await desk.waiting()
    assert shown(ana) == ["one"]


async def test_killed_between_saying_and_noting_it_says_it_twice_at_most(
    start: Start, ana: Patient, telegram: RehearsalServer
) -> None:
    companion = await start()
    telegram.faults.next("sendMessage", loses_the_answer())
    await companion.reception.take({"update_id": 1, "message": ana.messages[0].body})
    await eventually(lambda: shown(ana), "shown, and we do not know it")
    companion = await start()
    await companion.all_said()
    first, *again = shown(ana)
    assert again in ([], [first])
