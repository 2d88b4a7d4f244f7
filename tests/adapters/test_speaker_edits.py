"""Messages that take each other's place: pages of a card, and receipts that are brought up to date."""

from __future__ import annotations

import asyncio

from bot.storage import cases
from bot.storage.cases import StoredCase
from dialogs.case.case import Case
from tests.adapters.desk import NOW, Desk, shown
from tests.faults import loses_the_answer, loses_the_request
from tests.sealing import key_of
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

SLOT = "receipt:1"


def removes(telegram: RehearsalServer, person: Patient, message_id: int) -> None:
    """The person deletes a message of the bot."""
    with telegram.telegram.changing():
        message = telegram.telegram.messages.find(person.id, message_id)
        assert message is not None
        telegram.telegram.messages.delete(message)


async def test_a_page_is_turned_in_place(desk: Desk, ana: Patient) -> None:
    await desk.says(ana, "page 1")
    await desk.all_said()
    await desk.says(ana, "page 2", edit=ana.bot_messages[0].message_id)
    await desk.all_said()
    assert shown(ana) == ["page 2"]


async def test_an_edit_whose_answer_was_lost_is_shown_once(desk: Desk, ana: Patient, telegram: RehearsalServer) -> None:
    await desk.says(ana, "page 1")
    await desk.all_said()
    telegram.faults.next("editMessageText", loses_the_answer())
    await desk.says(ana, "page 2", edit=ana.bot_messages[0].message_id)
    await desk.all_said()
    assert shown(ana) == ["page 2"]


async def test_receipts_take_each_others_place_also_after_a_restart(desk: Desk, ana: Patient) -> None:
    await desk.writer.run(cases.add, StoredCase("a" * 32, ana.id, key_of("a" * 32), Case(), 0), NOW)
    await desk.says(ana, "checking 1 of 2", slot=SLOT)
    await desk.all_said()
    await desk.speaker.stop(seconds=1)
    await desk.speaks_again()
    await desk.says(ana, "saved", slot=SLOT)
    await desk.all_said()
    assert shown(ana) == ["saved"]


async def test_a_receipt_whose_message_is_gone_is_shown_anew_and_goes_on_there(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.says(ana, "checking", slot=SLOT)
    await desk.all_said()
    removes(telegram, ana, ana.bot_messages[0].message_id)
    for text in ("still checking", "saved"):
        await desk.says(ana, text, slot=SLOT)
        await desk.all_said()
    assert shown(ana) == ["saved"]


async def test_only_those_of_the_same_slot_are_overtaken(desk: Desk, ana: Patient) -> None:
    messages = [
        *await desk.writes(ana, "checking 1", slot=SLOT),
        *await desk.writes(ana, "a question"),
        *await desk.writes(ana, "another album", slot="receipt:2"),
        *await desk.writes(ana, "saved", slot=SLOT),
    ]
    desk.speaker.post(messages)
    await desk.all_said()
    assert shown(ana) == ["a question", "another album", "saved"]


async def test_what_a_deleted_case_still_had_to_say_is_not_said(desk: Desk, ana: Patient) -> None:
    await desk.says(ana, "private", "more", slot=SLOT)
    desk.speaker.forget(ana.id)
    await desk.says(ana, "deleted")
    await asyncio.to_thread(ana.waits_for, "deleted", 5)
    assert shown(ana) == ["deleted"]


async def test_what_is_on_its_way_when_a_case_is_deleted_does_not_hold_up_the_goodbye(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.always(loses_the_request(), "sendMessage")
    await desk.says(ana, "private", "more")
    await eventually(lambda: telegram.calls("sendMessage"), "tried")
    desk.speaker.forget(ana.id)
    await desk.says(ana, "deleted")
    telegram.faults.clear()
    await asyncio.to_thread(ana.waits_for, "deleted", 5)
    assert shown(ana) == ["deleted"]
