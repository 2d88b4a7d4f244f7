"""A message that moves: it comes anew at the bottom of the chat, and the one before it is taken away."""

from __future__ import annotations

from typing import Any

import pytest

from bot.storage.outbox import MOVES, Message
from tests.adapters.conftest import Start
from tests.adapters.desk import Desk, shown
from tests.adapters.test_speaker_edits import removes
from tests.faults import asks_to_slow_down, loses_the_answer, loses_the_request, refuses
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

SLOT = "checklist"
BUTTONS = [[["Go on", "aside/continue"]]]


async def commits(desk: Desk, person: Patient, text: str, **more: Any) -> Message:
    """A message that moves and is committed; the speaker has not heard of it."""
    content = {"text": text, "buttons": BUTTONS, "edit": 0, "quiet": False, **more}
    return await desk.message(person.id, MOVES, content, SLOT)


async def moves(desk: Desk, person: Patient, text: str, **more: Any) -> None:
    desk.speaker.post([await commits(desk, person, text, **more)])
    await desk.all_said()


async def test_it_stands_at_the_bottom_and_nowhere_else(desk: Desk, ana: Patient) -> None:
    await moves(desk, ana, "2 of 5")
    await desk.says(ana, "saved")
    await moves(desk, ana, "3 of 5")
    assert shown(ana) == ["saved", "3 of 5"]


async def test_it_moves_from_where_it_was_edited_and_is_edited_where_it_moved(desk: Desk, ana: Patient) -> None:
    await desk.says(ana, "1 of 5", slot=SLOT)
    await desk.says(ana, "saved")
    await moves(desk, ana, "2 of 5")
    await desk.says(ana, "3 of 5", slot=SLOT)
    await desk.all_said()
    assert shown(ana) == ["saved", "3 of 5"]


async def test_it_knows_after_a_restart_what_it_takes_the_place_of(desk: Desk, ana: Patient) -> None:
    await desk.knows(ana)
    await moves(desk, ana, "2 of 5")
    await desk.says(ana, "saved")
    await desk.all_said()
    await desk.speaker.stop(seconds=1)
    await desk.speaks_again()
    await moves(desk, ana, "3 of 5")
    assert shown(ana) == ["saved", "3 of 5"]


@pytest.mark.parametrize("why", ["message can't be deleted", "message can't be deleted for everyone"])
async def test_what_telegram_does_not_delete_loses_its_buttons(
    desk: Desk, ana: Patient, telegram: RehearsalServer, why: str
) -> None:
    await moves(desk, ana, "2 of 5")
    telegram.faults.next("deleteMessage", refuses(400, f"Bad Request: {why}"))
    await moves(desk, ana, "3 of 5")
    assert [(message.text, message.buttons) for message in ana.bot_messages] == [("2 of 5", ()), ("3 of 5", ("Go on",))]


async def test_one_that_is_too_old_to_delete_keeps_its_words(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await moves(desk, ana, "2 of 5")
    telegram.skips_ahead(days=3)
    await moves(desk, ana, "3 of 5")
    assert [(message.text, message.buttons) for message in ana.bot_messages] == [("2 of 5", ()), ("3 of 5", ("Go on",))]


async def test_one_that_the_patient_deleted_is_no_trouble(desk: Desk, ana: Patient, telegram: RehearsalServer) -> None:
    await moves(desk, ana, "2 of 5")
    removes(telegram, ana, ana.bot_messages[0].message_id)
    await moves(desk, ana, "3 of 5")
    assert shown(ana) == ["3 of 5"]


async def test_nothing_is_spent_on_the_buttons_of_one_that_is_gone(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    for text in ("2 of 5", "3 of 5", "4 of 5"):
        await moves(desk, ana, text, asks=True)
    await desk.says(ana, "saved")
    await desk.all_said()
    assert telegram.calls("editMessageReplyMarkup") == []


async def test_of_several_that_wait_only_the_last_is_shown(desk: Desk, ana: Patient) -> None:
    await moves(desk, ana, "1 of 5")
    desk.speaker.post([await commits(desk, ana, text) for text in ("2 of 5", "3 of 5", "4 of 5")])
    await desk.all_said()
    assert shown(ana) == ["4 of 5"]


async def test_a_move_is_not_lost_to_an_edit_that_waits_behind_it(desk: Desk, ana: Patient) -> None:
    await moves(desk, ana, "1 of 5")
    await desk.says(ana, "saved")
    await desk.all_said()
    desk.speaker.post([await commits(desk, ana, "2 of 5"), *await desk.writes(ana, "3 of 5", slot=SLOT)])
    await desk.all_said()
    assert shown(ana) == ["saved", "3 of 5"]


@pytest.mark.parametrize("fault", [loses_the_request(), loses_the_answer(), asks_to_slow_down(1)])
async def test_the_earlier_one_goes_however_often_it_takes_and_nothing_is_said_twice(
    desk: Desk, ana: Patient, telegram: RehearsalServer, fault: Any
) -> None:
    await moves(desk, ana, "2 of 5")
    telegram.faults.next("deleteMessage", fault, fault)
    await moves(desk, ana, "3 of 5")
    assert shown(ana) == ["3 of 5"]
    assert telegram.sent("sendMessage") == 2


async def test_one_whose_answer_was_lost_is_found_again_before_anything_is_taken_away(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.knows(ana)
    await moves(desk, ana, "2 of 5")
    telegram.faults.next("sendMessage", *[loses_the_answer()] * 3)
    await moves(desk, ana, "3 of 5")
    assert shown(ana) == ["3 of 5"]
    assert telegram.sent("sendMessage") == 2


@pytest.mark.parametrize("killed", ["before anything left", "before it was known to stand", "before the earlier went"])
async def test_killed_at_any_moment_it_stands_there_once_after_the_next_start(
    desk: Desk, ana: Patient, telegram: RehearsalServer, killed: str
) -> None:
    await desk.knows(ana)
    await moves(desk, ana, "2 of 5")
    await desk.says(ana, "saved")
    await desk.all_said()
    lost = loses_the_request() if killed == "before anything left" else loses_the_answer()
    if killed != "before the earlier went":
        telegram.faults.always(lost, "sendMessage")
        telegram.faults.always(loses_the_request(), "editMessageText")
    telegram.faults.always(loses_the_request(), "deleteMessage")
    desk.speaker.post([await commits(desk, ana, "3 of 5")])
    await eventually(lambda: len(telegram.calls("sendMessage")) > 2, "tried")
    if killed == "before the earlier went":
        await eventually(lambda: telegram.calls("deleteMessage"), "sent, and the earlier one still there")
    await desk.speaker.stop(seconds=0)
    assert "2 of 5" in shown(ana), "nothing is taken away before the new one is known to stand"
    telegram.faults.clear()
    await desk.speaks_again()
    await desk.all_said()
    assert shown(ana) == ["saved", "3 of 5"]


async def test_killed_after_the_earlier_went_it_is_said_twice_at_most(
    start: Start, ana: Patient, telegram: RehearsalServer
) -> None:
    companion = await start()
    await companion.knows(ana)
    await moves(companion, ana, "2 of 5")
    telegram.faults.next("deleteMessage", loses_the_answer())
    companion.speaker.post([await commits(companion, ana, "3 of 5")])
    await eventually(lambda: shown(ana) == ["3 of 5"], "moved, and not noted")
    companion = await start()
    await companion.all_said()
    first, *again = shown(ana)
    assert again in ([], [first])
    await moves(companion, ana, "4 of 5")
    assert shown(ana)[-1] == "4 of 5"
