"""The speaker: a chat's messages in their order, none lost, on good days and bad ones."""

from __future__ import annotations

import asyncio
import json
import threading

from bot.rehearsal.faults import asks_to_slow_down, breaks, loses_the_answer, loses_the_request, refuses
from bot.storage import outbox
from tests.adapters.conftest import NOW
from tests.system.running import until


def content(text: str, edit: int = 0) -> str:
    return json.dumps({"text": text, "buttons": [], "edit": edit, "quiet": False})


async def says(desk, person, *texts: str, slot: str = "", edit: int = 0, kind: str = "say") -> None:
    bodies = [content(text, edit) if kind == "say" else text for text in texts]
    desk.speaker.post(
        [await desk.writer.run(outbox.post, person.id, kind, "a_name", body, NOW, slot) for body in bodies]
    )


async def all_said(desk, seconds: float = 20) -> None:
    tick = threading.Event()
    async with asyncio.timeout(seconds):
        while await desk.waiting():
            await asyncio.to_thread(tick.wait, 0.02)


def shown(person) -> list[str]:
    return [message.text for message in person.bot_messages]


async def test_a_chats_messages_come_in_their_order(desk, ana):
    await says(desk, ana, *"abcdefgh")
    await all_said(desk)
    assert shown(ana) == list("abcdefgh")


async def test_their_order_holds_when_telegram_asks_to_slow_down_or_breaks(desk, ana, telegram):
    telegram.faults.next("sendMessage", asks_to_slow_down(1), breaks(), loses_the_request())
    await says(desk, ana, "one", "two", "three")
    await all_said(desk)
    assert shown(ana) == ["one", "two", "three"]


async def test_a_lost_answer_repeats_one_message_and_loses_none(desk, ana, telegram):
    telegram.faults.next("sendMessage", loses_the_answer())
    await says(desk, ana, "one", "two")
    await all_said(desk)
    assert shown(ana) == ["one", "one", "two"]


async def test_one_chat_in_trouble_does_not_hold_up_another(desk, ana, telegram):
    ben = telegram.person("Ben")
    ben.sends("/start")
    telegram.faults.next("sendMessage", asks_to_slow_down(2))
    await says(desk, ana, "for Ana")
    await asyncio.to_thread(until, lambda: telegram.calls("sendMessage"), "tried")
    await says(desk, ben, "for Ben")
    await asyncio.to_thread(ben.waits_for, "for Ben", 2)
    await all_said(desk)
    assert shown(ana) == ["for Ana"]


async def test_an_edit_that_changes_nothing_counts_as_done(desk, ana, telegram):
    await says(desk, ana, "the same")
    await all_said(desk)
    await says(desk, ana, "the same", edit=ana.bot_messages[0].message_id)
    await all_said(desk)
    assert shown(ana) == ["the same"]


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_one(desk, ana):
    await says(desk, ana, "new", edit=987654)
    await all_said(desk)
    assert shown(ana) == ["new"]


async def test_messages_of_one_slot_take_each_others_place(desk, ana):
    for text in ("checking 1 of 2", "checking 2 of 2", "saved"):
        await says(desk, ana, text, slot="receipt:1")
        await all_said(desk)
    assert shown(ana) == ["saved"]


async def test_one_overtaken_in_its_slot_is_not_shown_at_all(desk, ana, telegram):
    await says(desk, ana, "1", "2", "3", "4", "saved", slot="receipt:1")
    await all_said(desk)
    assert shown(ana) == ["saved"]
    assert telegram.sent("sendMessage") + telegram.sent("editMessageText") <= 2


async def test_someone_who_blocked_the_bot_is_noticed_and_nothing_waits(desk, ana):
    ana.blocks()
    await says(desk, ana, "one", "two")
    await all_said(desk)
    assert set(desk.gone) == {ana.id}


async def test_a_message_that_telegram_refuses_does_not_hold_up_the_next(desk, ana, telegram):
    telegram.faults.next("sendMessage", refuses(400, "Bad Request: can't parse entities"))
    await says(desk, ana, "refused", "next")
    await all_said(desk)
    assert shown(ana) == ["next"]


async def test_what_was_waiting_at_a_kill_is_said_at_the_next_start(desk, ana):
    await desk.writer.run(outbox.post, ana.id, "say", "a_name", content("left over"), NOW)
    await desk.speaker.stop(seconds=0)
    await desk.speaker.start()
    await all_said(desk)
    assert shown(ana) == ["left over"]


async def test_stopping_leaves_what_could_not_be_said_in_the_outbox(desk, ana, telegram):
    telegram.faults.always(loses_the_request())
    await says(desk, ana, "later")
    await desk.speaker.stop(seconds=0.2)
    assert [letter.kind for letter in await desk.waiting()] == ["say"]
    telegram.faults.clear()


async def test_an_answer_to_a_tap_that_telegram_forgot_does_not_matter(desk, ana):
    desk.speaker.answer("12345")
    await says(desk, ana, "go on")
    await all_said(desk)
    assert shown(ana) == ["go on"]


async def test_the_sheet_is_sent_as_a_document_and_one_that_cannot_be_made_is_told(desk, ana):
    await says(desk, ana, json.dumps({"sheet": {}, "file_name": "summary.pdf"}), kind="sheet")
    await says(desk, ana, json.dumps({"sheet": {"broken": True}, "file_name": "summary.pdf"}), kind="sheet")
    await all_said(desk)
    assert [message.file_name for message in ana.bot_messages] == ["summary.pdf"]
    assert desk.failed == [ana.id]
