"""A message answers the one it is about: the patient sees their own file above the receipt for it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.rehearsal.telegram.seen import Seen
from tests.adapters.desk import Desk, shown
from tests.adapters.test_speaker_edits import removes
from tests.faults import loses_the_answer, loses_the_request, refuses
from tests.telegram import Patient, RehearsalServer

SLOT = "receipt:1"


async def answers(desk: Desk, person: Patient, text: str, about: Seen, slot: str = "", **more: Any) -> None:
    content = {"text": text, "buttons": [], "edit": 0, "quiet": False, "answers": about.message_id, **more}
    desk.speaker.post([await desk.message(person.id, "say", content, slot)])


def replies(person: Patient) -> list[tuple[str, int]]:
    return [(message.text, message.answers) for message in person.bot_messages]


async def test_a_receipt_stands_below_the_file_it_is_about(desk: Desk, ana: Patient) -> None:
    file = ana.sends_document("report.pdf", b"%PDF")
    ana.sends("something else")
    await answers(desk, ana, "saved", file)
    await desk.all_said()
    assert replies(ana) == [("saved", file.message_id)]


async def test_an_answer_to_what_was_deleted_meanwhile_is_said_all_the_same(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    file = ana.sends_document("report.pdf", b"%PDF")
    removes(telegram, ana, file.message_id)
    await answers(desk, ana, "saved", file)
    await desk.all_said()
    assert replies(ana) == [("saved", 0)]
    assert len(telegram.calls("sendMessage")) == 1


@pytest.mark.parametrize(
    "refusal", ["message to be replied not found", "replied message not found", "REPLY_MESSAGE_ID_INVALID"]
)
async def test_a_reply_that_telegram_refuses_costs_neither_the_words_nor_their_looks(
    desk: Desk, ana: Patient, telegram: RehearsalServer, refusal: str
) -> None:
    telegram.faults.next("sendMessage", refuses(400, f"Bad Request: {refusal}"))
    await answers(desk, ana, "<b>saved</b>", ana.messages[0], buttons=[[["Go on", "aside/continue"]]])
    await desk.all_said()
    (message,) = ana.bot_messages
    assert (message.html, message.answers, message.buttons) == ("<b>saved</b>", 0, ("Go on",))


async def test_only_the_first_of_several_parts_is_a_reply(desk: Desk, ana: Patient) -> None:
    await answers(desk, ana, "word " * 2000, ana.messages[0])
    await desk.all_said()
    assert [answered for _, answered in replies(ana)] == [ana.messages[0].message_id, 0, 0]


async def test_a_receipt_that_is_brought_up_to_date_stays_a_reply_to_the_first_file(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    one, two = ana.sends_document("1.pdf", b"%PDF"), ana.sends_document("2.pdf", b"%PDF")
    await answers(desk, ana, "checking 1 of 2", one, SLOT)
    await desk.all_said()
    await answers(desk, ana, "saved", two, SLOT)
    await desk.all_said()
    assert replies(ana) == [("saved", one.message_id)]


@pytest.mark.parametrize(
    "trouble",
    [[loses_the_answer()] * 6, [loses_the_request()] * 6, [loses_the_request(), loses_the_answer()]],
    ids=["answers", "requests", "both"],
)
async def test_a_reply_whose_answer_was_lost_is_found_again(
    desk: Desk, ana: Patient, telegram: RehearsalServer, trouble: list
) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendMessage", *trouble)
    await answers(desk, ana, "saved", ana.messages[0])
    await desk.says(ana, "next")
    await desk.all_said()
    assert replies(ana) == [("saved", ana.messages[0].message_id), ("next", 0)]


async def test_a_reply_in_a_topic_stays_a_reply_when_the_topic_is_gone(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    topic = ana.opens_topic()
    file = ana.sends("a text", topic=topic)
    await answers(desk, ana, "noted", file, topic=topic.message_id)
    await desk.all_said()
    removes(telegram, ana, topic.message_id)
    await answers(desk, ana, "saved", file, topic=topic.message_id)
    await desk.all_said()
    assert replies(ana) == [("noted", file.message_id), ("saved", file.message_id)]
    assert [message.body.get("message_thread_id") for message in ana.bot_messages] == [topic.message_id, None]


async def test_a_message_of_a_version_that_knew_no_replies_is_said(desk: Desk, ana: Patient) -> None:
    old = {"text": "saved", "buttons": [], "edit": 0, "quiet": False, "asks": False}
    desk.speaker.post([await desk.message(ana.id, "say", old)])
    await desk.all_said()
    assert shown(ana) == ["saved"]
    assert replies(ana) == [("saved", 0)]
