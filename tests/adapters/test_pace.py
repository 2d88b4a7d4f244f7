"""Telegram's pace: answers to somebody who just wrote go before what it was merely time for."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat.limiter import Limiter
from bot.post.pace import Pace
from bot.storage import outbox
from bot.storage.outbox import ANNOUNCEMENT, ANSWER, NEWS
from tests.adapters.desk import NOW, Desk, shown
from tests.telegram import RehearsalServer

CONTENT = '{"text": "%s", "buttons": [], "edit": 0, "quiet": false}'


async def called(pace: Pace, chat_id: int, said: list[int]) -> None:
    async def call() -> None:
        said.append(chat_id)

    await Limiter(pace).process_request(call, (), {}, "sendMessage", {"chat_id": chat_id}, None)


async def test_whoever_waits_goes_by_urgency_and_among_equals_by_the_order_of_asking() -> None:
    pace, said = Pace(10), list[int]()
    pace.urgency = lambda chat_id: chat_id % 10
    await asyncio.gather(*(called(pace, chat_id, said) for chat_id in (*[2] * 10, 12, 22, 11, 10, 32, 20)))
    assert said[10:] == [10, 20, 11, 12, 22, 32]


async def test_a_chat_that_becomes_more_urgent_while_it_waits_goes_before_the_others() -> None:
    pace, said = Pace(10), list[int]()
    urgency = dict.fromkeys(range(20), ANNOUNCEMENT)
    pace.urgency = urgency.__getitem__
    calls = [asyncio.create_task(called(pace, chat_id, said)) for chat_id in range(20)]
    await asyncio.sleep(0)
    urgency[19] = ANSWER
    pace.hurry(19)
    await asyncio.gather(*calls)
    assert said.index(19) == 10


async def test_who_is_told_much_at_once_is_no_more_urgent_than_news_of_another() -> None:
    pace, said = Pace(10), list[int]()
    pace.urgency = {1: ANSWER, 2: NEWS}.__getitem__

    async def much() -> None:
        for _ in range(20):
            await called(pace, 1, said)

    told = asyncio.create_task(much())
    for _ in range(20):  # as many are told as may be at once
        await asyncio.sleep(0)
    await called(pace, 2, said)
    assert len(said) <= 13
    await told


@pytest.mark.parametrize(("limit", "replicas", "at_once"), [(30, 1, 30), (30, 3, 10), (1, 3, 1)])
async def test_several_replicas_share_the_pace(limit: int, replicas: int, at_once: int) -> None:
    pace, said = Pace(limit), list[int]()
    pace.share(replicas)
    calls = [asyncio.create_task(called(pace, chat_id, said)) for chat_id in range(40)]
    for _ in range(5):
        await asyncio.sleep(0)
    assert len(said) == at_once
    for call in calls:
        call.cancel()
    await asyncio.gather(*calls, return_exceptions=True)
    pace.close()


async def test_who_gave_up_waiting_takes_nobodys_place() -> None:
    pace, said = Pace(5), list[int]()
    calls = [asyncio.create_task(called(pace, chat_id, said)) for chat_id in range(8)]
    await asyncio.sleep(0)
    calls[6].cancel()
    await asyncio.gather(*calls, return_exceptions=True)
    assert said == [0, 1, 2, 3, 4, 5, 7]


async def test_what_goes_to_no_chat_need_not_wait() -> None:
    pace, said = Pace(1), list[int]()
    waiting = [asyncio.create_task(called(pace, chat_id, said)) for chat_id in range(3)]
    await asyncio.sleep(0)

    async def call() -> str:
        return "done"

    assert (
        await Limiter(pace).process_request(call, (), {}, "answerCallbackQuery", {"callback_query_id": "1"}, None)
        == "done"
    )
    assert len(said) < 3
    for each in waiting:
        each.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


async def messages(desk: Desk, chats: list[int], urgency: int, text: str = "a reminder") -> list[outbox.Message]:
    content = CONTENT % text
    return [
        await desk.writer.run(outbox.post, chat, "say", "a_name", content, NOW, "", urgency=urgency) for chat in chats
    ]


@pytest.fixture
def town(telegram: RehearsalServer) -> list[int]:
    """Two hundred people who wrote once."""
    people = [telegram.person(f"P{number}") for number in range(200)]
    for person in people:
        person.sends("/start")
    return [person.id for person in people]


async def test_an_answer_goes_before_the_reminders_that_are_due(
    desk: Desk, town: list[int], telegram: RehearsalServer
) -> None:
    desk.speaker.post(await messages(desk, town, ANNOUNCEMENT))
    ana = telegram.person("Ana")
    ana.sends("/start")
    desk.speaker.post(await messages(desk, [ana.id], ANSWER, "an answer"))
    await asyncio.to_thread(ana.waits_for, "an answer", 60)
    said = telegram.sent("sendMessage")
    assert said < len(town), "the reminders are still being said"


async def test_a_receipt_goes_before_reminders_too(desk: Desk, town: list[int], telegram: RehearsalServer) -> None:
    ana, ben = telegram.person("Ana"), telegram.person("Ben")
    for person in (ana, ben):
        person.sends("/start")
    written = await messages(desk, town, ANNOUNCEMENT)
    written += await messages(desk, [ana.id], NEWS, "a receipt")
    desk.speaker.post(written + await messages(desk, [ben.id], ANSWER, "an answer"))
    await asyncio.to_thread(ben.waits_for, "an answer", 60)
    await asyncio.to_thread(ana.waits_for, "a receipt", 60)
    assert telegram.sent("sendMessage") < len(town)


async def test_a_reminder_before_an_answer_in_the_same_chat_hurries_with_it(
    desk: Desk, town: list[int], telegram: RehearsalServer
) -> None:
    ana = telegram.person("Ana")
    ana.sends("/start")
    desk.speaker.post(await messages(desk, [*town, ana.id], ANNOUNCEMENT))
    await asyncio.sleep(0)
    desk.speaker.post(await messages(desk, [ana.id], ANSWER, "an answer"))
    await asyncio.to_thread(ana.waits_for, "an answer", 60)
    assert shown(ana) == ["a reminder", "an answer"]
    assert telegram.sent("sendMessage") < len(town)


async def test_nobody_waits_behind_the_messages_of_yesterday_but_their_own(
    desk: Desk, town: list[int], telegram: RehearsalServer
) -> None:
    ana, ben = telegram.person("Ana"), telegram.person("Ben")
    for person in (ana, ben):
        person.sends("/start")
    await messages(desk, town * 5, NEWS, "of yesterday")
    await messages(desk, [ana.id], NEWS, "of yesterday")
    await desk.speaker.stop(seconds=0)
    await desk.speaks_again()
    desk.speaker.post(await messages(desk, [ana.id, ben.id], ANSWER, "just now"))
    for person in (ana, ben):
        await asyncio.to_thread(person.waits_for, "just now", 60)
    assert telegram.sent("sendMessage") < len(town), "a thousand messages wait"
    assert shown(ana) == ["of yesterday", "just now"]
    assert shown(ben) == ["just now"]


async def test_of_what_waited_at_a_start_answers_are_said_first(
    desk: Desk, town: list[int], telegram: RehearsalServer
) -> None:
    ana = telegram.person("Ana")
    ana.sends("/start")
    await messages(desk, town * 2, ANNOUNCEMENT)
    await messages(desk, [ana.id], ANSWER, "cut off")
    await desk.speaker.stop(seconds=0)
    await desk.speaks_again()
    await asyncio.to_thread(ana.waits_for, "cut off", 60)
    assert telegram.sent("sendMessage") < len(town)


async def test_what_a_deleted_case_had_to_say_since_yesterday_is_not_said(
    desk: Desk, town: list[int], telegram: RehearsalServer
) -> None:
    ana = telegram.person("Ana")
    ana.sends("/start")
    await messages(desk, [*town, ana.id], ANNOUNCEMENT)
    await desk.speaker.stop(seconds=0)
    await desk.speaks_again()
    await desk.writer.run(lambda connection: connection.exec_driver_sql(f"DELETE FROM outbox WHERE chat_id = {ana.id}"))
    desk.speaker.forget(ana.id)
    desk.speaker.post(await messages(desk, [ana.id], ANSWER, "deleted"))
    await asyncio.to_thread(ana.waits_for, "deleted", 60)
    assert shown(ana) == ["deleted"]
