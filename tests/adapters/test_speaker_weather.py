"""Bad weather between the speaker and Telegram, a lot of it and of every kind."""

from __future__ import annotations

import asyncio
import random
from itertools import groupby

import pytest

from bot.rehearsal.api.faults import Fault
from tests.adapters.desk import Desk, shown
from tests.faults import asks_to_slow_down, bad_gateway, breaks, is_slow, loses_the_answer, loses_the_request
from tests.telegram import Patient, RehearsalServer


async def test_telegram_is_left_alone_for_as_long_as_it_asks(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendMessage", asks_to_slow_down(1))
    began = asyncio.get_running_loop().time()
    await desk.says(ana, "patience")
    await desk.all_said()
    assert asyncio.get_running_loop().time() - began >= 1
    assert [call.code for call in telegram.calls("sendMessage")] == [429, 200]


async def test_an_answer_that_is_no_answer_is_no_reason_to_lose_a_message(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendMessage", Fault(page=(200, "<html>Please log in to this network</html>")))
    await desk.says(ana, "one", "two")
    await desk.all_said()
    assert shown(ana) == ["one", "two"]
    assert desk.failed == []


@pytest.mark.parametrize("seed", range(3))
async def test_many_chats_in_bad_weather_lose_nothing_and_keep_their_order(
    desk: Desk, telegram: RehearsalServer, seed: int
) -> None:
    people = [telegram.person(f"Person {number}") for number in range(4)]
    for person in people:
        person.sends("/start")
        await desk.knows(person)
    dice = random.Random(seed)
    weather = [dice.choice((breaks(), bad_gateway(), loses_the_request(), loses_the_answer())) for _ in range(20)]
    calm = [is_slow(0)] * 20
    telegram.faults.next("sendMessage", *dice.sample(weather + calm, 40))
    for number in range(5):
        for person in people:
            await desk.says(person, f"message {number}")
    await desk.all_said()
    for person in people:
        assert [text for text, _ in groupby(shown(person))] == [f"message {number}" for number in range(5)]
    assert [len(shown(person)) for person in people] == [5] * 4, "nothing is said twice, whatever answer was lost"


async def test_a_tap_is_answered_though_nothing_is_said(desk: Desk, ana: Patient) -> None:
    await desk.says(ana, "a card")
    await desk.all_said()
    press = ana.presses("Go on")
    desk.speaker.answer(press)
    assert await asyncio.to_thread(ana.waits_for_answer, press, 5) == ""
