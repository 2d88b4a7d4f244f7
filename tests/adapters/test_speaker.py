"""The speaker: a chat's messages in their order, none lost, on good days and bad ones."""

from __future__ import annotations

import asyncio

from tests.adapters.desk import shown
from tests.faults import asks_to_slow_down, breaks, loses_the_answer, loses_the_request
from tests.storage.patience import eventually


async def test_a_chats_messages_come_in_their_order(desk, ana):
    await desk.says(ana, *"abcdefgh")
    await desk.all_said()
    assert shown(ana) == list("abcdefgh")


async def test_their_order_holds_when_telegram_asks_to_slow_down_or_breaks(desk, ana, telegram):
    telegram.faults.next("sendMessage", asks_to_slow_down(1), breaks(), loses_the_request())
    await desk.says(ana, "one", "two", "three")
    await desk.all_said()
    assert shown(ana) == ["one", "two", "three"]


async def test_a_lost_answer_repeats_no_message_and_loses_none(desk, ana, telegram):
    await desk.knows(ana)
    telegram.faults.next("sendMessage", loses_the_answer())
    await desk.says(ana, "one", "two")
    await desk.all_said()
    assert shown(ana) == ["one", "two"]


async def test_one_chat_in_trouble_does_not_hold_up_another(desk, ana, telegram):
    ben = telegram.person("Ben")
    ben.sends("/start")
    telegram.faults.next("sendMessage", asks_to_slow_down(2))
    await desk.says(ana, "for Ana")
    await eventually(lambda: telegram.calls("sendMessage"), "tried")
    await desk.says(ben, "for Ben")
    await asyncio.to_thread(ben.waits_for, "for Ben", 2)
    await desk.all_said()
    assert shown(ana) == ["for Ana"]


async def test_an_edit_that_changes_nothing_counts_as_done(desk, ana, telegram):
    await desk.says(ana, "the same")
    await desk.all_said()
    await desk.says(ana, "the same", edit=ana.bot_messages[0].message_id)
    await desk.all_said()
    assert shown(ana) == ["the same"]


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_one(desk, ana):
    await desk.says(ana, "new", edit=987654)
    await desk.all_said()
    assert shown(ana) == ["new"]


async def test_messages_of_one_slot_take_each_others_place(desk, ana):
    for text in ("checking 1 of 2", "checking 2 of 2", "saved"):
        await desk.says(ana, text, slot="receipt:1")
        await desk.all_said()
    assert shown(ana) == ["saved"]


async def test_one_overtaken_in_its_slot_is_not_shown_at_all(desk, ana, telegram):
    await desk.says(ana, "1", "2", "3", "4", "saved", slot="receipt:1")
    await desk.all_said()
    assert shown(ana) == ["saved"]
    assert telegram.sent("sendMessage") + telegram.sent("editMessageText") <= 2


async def test_someone_who_blocked_the_bot_is_noticed_and_nothing_waits(desk, ana):
    ana.blocks()
    await desk.says(ana, "one", "two")
    await desk.all_said()
    assert set(desk.gone) == {ana.id}


async def test_an_answer_to_a_tap_that_telegram_forgot_does_not_matter(desk, ana):
    desk.speaker.answer("12345")
    await desk.says(ana, "go on")
    await desk.all_said()
    assert shown(ana) == ["go on"]


async def test_the_sheet_is_sent_as_a_document_and_one_that_cannot_be_made_is_told(desk, ana):
    await desk.posts(ana.id, "sheet", {"sheet": {}, "file_name": "summary.pdf"})
    await desk.posts(ana.id, "sheet", {"sheet": {"broken": True}, "file_name": "summary.pdf"})
    await desk.all_said()
    assert [message.file_name for message in ana.bot_messages] == ["summary.pdf"]
    assert desk.failed == [ana.id]


async def test_a_message_of_the_patients_is_taken_away_when_it_holds_a_password(desk, ana):
    secret = ana.sends("a password")
    await desk.posts(ana.id, "unsay", {"message": secret.message_id})
    await desk.all_said()
    assert "a password" not in [message.text for message in ana.messages]


async def test_one_that_cannot_be_taken_away_holds_nothing_up(desk, ana):
    await desk.posts(ana.id, "unsay", {"message": 987654})
    await desk.says(ana, "next")
    await desk.all_said()
    assert shown(ana) == ["next"]
    assert not desk.gone
