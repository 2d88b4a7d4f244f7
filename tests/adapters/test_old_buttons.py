"""Old buttons are taken off: a card's, once the next one stands below it, and never those of another message."""

from __future__ import annotations

import json

import pytest

from bot.rehearsal.telegram.seen import Seen
from tests.adapters.desk import Desk
from tests.faults import asks_to_slow_down, refuses
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

BUTTONS = [[["Go on", "aside/continue"]]]
STRIPS = "editMessageReplyMarkup"


async def says(desk: Desk, ana: Patient, text: str, asks: bool = True, edit: int = 0) -> Seen:
    """Say a card and wait until it is there."""
    content = {"text": text, "buttons": BUTTONS, "edit": edit, "quiet": False, "asks": asks}
    desk.speaker.post([await desk.message(ana.id, "say", content)])
    await desk.all_said()
    return next(message for message in ana.bot_messages if message.text == text)


def with_buttons(ana: Patient) -> list[str]:
    return [message.text for message in ana.bot_messages if message.keyboard]


async def test_the_card_before_loses_its_buttons_and_keeps_its_words(desk: Desk, ana: Patient) -> None:
    await says(desk, ana, "first question")
    await says(desk, ana, "second question")
    await eventually(lambda: with_buttons(ana) == ["second question"], "taken off")
    assert [message.text for message in ana.bot_messages] == ["first question", "second question"]


async def test_what_is_no_card_keeps_its_buttons_and_takes_none_off(desk: Desk, ana: Patient) -> None:
    await says(desk, ana, "a question")
    await says(desk, ana, "words that must not wait", asks=False)
    await says(desk, ana, "the next question")
    await eventually(lambda: "a question" not in with_buttons(ana), "taken off")
    assert with_buttons(ana) == ["words that must not wait", "the next question"]


async def test_a_card_that_turns_its_page_costs_nothing_more(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    card = await says(desk, ana, "page 1")
    for number in range(2, 6):
        await says(desk, ana, f"page {number}", edit=card.message_id)
    assert with_buttons(ana) == ["page 5"]
    assert telegram.calls(STRIPS) == []


async def test_a_card_that_became_something_else_is_left_alone(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    card = await says(desk, ana, "a question")
    await says(desk, ana, "the packet is on its way", asks=False, edit=card.message_id)
    await says(desk, ana, "the next question")
    assert with_buttons(ana) == ["the packet is on its way", "the next question"]
    assert telegram.calls(STRIPS) == []


@pytest.mark.parametrize(
    "fault", [refuses(400, "Bad Request: message can't be edited"), asks_to_slow_down(1), refuses(403, "Forbidden")]
)
async def test_if_telegram_refuses_nothing_is_said_twice_and_nobody_is_given_up(
    desk: Desk, ana: Patient, telegram: RehearsalServer, fault
) -> None:
    await says(desk, ana, "first question")
    telegram.faults.next(STRIPS, fault)
    await says(desk, ana, "second question")
    await eventually(lambda: telegram.calls(STRIPS), "tried")
    await says(desk, ana, "third question")
    assert [message.text for message in ana.bot_messages] == ["first question", "second question", "third question"]
    assert desk.gone == []


async def test_a_card_that_was_answered_further_down_loses_its_buttons(desk: Desk, ana: Patient) -> None:
    card = await says(desk, ana, "what shall I do with this text?", asks=False)
    await says(desk, ana, "something else", asks=False)
    await desk.posts(ana.id, "settle", {"message": card.message_id})
    await desk.posts(ana.id, "settle", {"message": card.message_id})  # it has none any more: that is no fault
    await desk.all_said()
    assert with_buttons(ana) == ["something else"]


async def test_a_message_of_a_version_before_this_one_is_said(desk: Desk, ana: Patient) -> None:
    old = {"text": "a question", "buttons": BUTTONS, "edit": 0, "quiet": False}
    desk.speaker.post([await desk.message(ana.id, "say", json.loads(json.dumps(old)))])
    await desk.all_said()
    assert with_buttons(ana) == ["a question"]
