"""The empty field says what is asked for, where a question has no buttons; what is written then is what was asked."""

from __future__ import annotations

from typing import Any

import pytest

from bot.chat.incoming import read
from bot.storage.outbox import Message
from dialogs import events
from tests.adapters.desk import NOW, Desk, shown
from tests.faults import loses_the_answer, loses_the_request, refuses
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

ASKED = "In a few words"


async def asks(desk: Desk, person: Patient, text: str = "what shall I note?", **more: Any) -> Message:
    content = {"text": text, "buttons": [], "edit": 0, "quiet": False, "placeholder": ASKED, **more}
    message = await desk.message(person.id, "say", content)
    desk.speaker.post([message])
    return message


async def test_the_field_says_what_is_asked_for(desk: Desk, ana: Patient) -> None:
    await asks(desk, ana)
    await desk.all_said()
    (message,) = ana.bot_messages
    assert (message.text, message.placeholder) == ("what shall I note?", ASKED)


async def test_what_is_written_as_a_reply_is_a_text_and_points_at_nothing_of_the_patients(
    desk: Desk, ana: Patient
) -> None:
    await asks(desk, ana, "Call 112 if you cannot breathe. What shall I note?")
    await desk.all_said()
    written = ana.sends("ask about the scan", answers=ana.bot_messages[0])
    assert written.answers == ana.bot_messages[0].message_id
    event = read({"update_id": 1, "message": written.body}, NOW).event
    assert event == events.Wrote(NOW, "ask about the scan", message=written.message_id)


async def test_below_buttons_there_is_none(desk: Desk, ana: Patient) -> None:
    await asks(desk, ana, buttons=[[["Go on", "aside/continue"]]])
    await desk.all_said()
    (message,) = ana.bot_messages
    assert (message.buttons, message.placeholder) == (("Go on",), None)


async def test_of_a_long_question_the_last_part_asks(desk: Desk, ana: Patient) -> None:
    await asks(desk, ana, "word " * 2000)
    await desk.all_said()
    assert [message.placeholder for message in ana.bot_messages] == [None, None, ASKED]


async def test_a_placeholder_that_telegram_refuses_costs_only_itself(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendMessage", refuses(400, "Bad Request: REPLY_MARKUP_INVALID"))
    await asks(desk, ana)
    await asks(desk, ana, "and this?", placeholder="x" * 65)
    await desk.all_said()
    assert [(message.text, message.placeholder) for message in ana.bot_messages] == [
        ("what shall I note?", None),
        ("and this?", None),
    ]


async def test_a_page_that_becomes_a_question_is_edited_without_it(desk: Desk, ana: Patient) -> None:
    await desk.says(ana, "page 1")
    await desk.all_said()
    await asks(desk, ana, edit=ana.bot_messages[0].message_id)
    await desk.all_said()
    assert [(message.text, message.placeholder) for message in ana.bot_messages] == [("what shall I note?", None)]


async def test_a_question_with_it_can_never_be_edited_so_what_comes_in_its_place_is_new(
    desk: Desk, ana: Patient
) -> None:
    await asks(desk, ana)
    await desk.all_said()
    await desk.says(ana, "noted", edit=ana.bot_messages[0].message_id)
    await desk.all_said()
    assert shown(ana) == ["what shall I note?", "noted"]


@pytest.mark.parametrize(
    "trouble",
    [[loses_the_answer()] * 6, [loses_the_request(), loses_the_answer()] * 3],
    ids=["answers", "both"],
)
async def test_a_question_whose_answer_was_lost_is_asked_twice_at_most(
    desk: Desk, ana: Patient, telegram: RehearsalServer, trouble: list
) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendMessage", *trouble)
    await asks(desk, ana)
    await desk.says(ana, "next")
    await desk.all_said()
    first, *more, last = shown(ana)
    assert (first, last) == ("what shall I note?", "next")
    assert more in ([], [first])


async def test_a_question_that_never_left_is_asked_once(desk: Desk, ana: Patient, telegram: RehearsalServer) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendMessage", *[loses_the_request()] * 3)
    await asks(desk, ana)
    await eventually(lambda: shown(ana), "asked")
    await desk.all_said()
    assert shown(ana) == ["what shall I note?"]
