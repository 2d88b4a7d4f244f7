"""Who writes while a large file is sent has an answer beside it; what belongs together stays in its order."""

from __future__ import annotations

import asyncio

import pytest

from bot.rehearsal.api.faults import Fault
from tests.adapters.desk import Desk, shown
from tests.faults import asks_to_slow_down, is_slow, loses_the_answer, loses_the_request
from tests.storage.patience import eventually
from tests.telegram import Patient, RehearsalServer

PIECE = {"sheet": {}, "file_name": "packet.pdf"}
SECONDS = 1.5


async def a_packet_is_sent(desk: Desk, ana: Patient, telegram: RehearsalServer, pieces: int = 2) -> None:
    """A turn with files, and a word behind them; the first is on its way."""
    files = [await desk.message(ana.id, "packet_piece", PIECE) for _ in range(pieces)]
    desk.speaker.post([*files, *await desk.writes(ana, "this was your packet")])
    await eventually(lambda: telegram.calls("sendChatAction"), "it is on its way")


def kinds(ana: Patient) -> list[str]:
    return [message.text or message.kind for message in ana.bot_messages]


async def test_what_is_said_later_does_not_wait_for_it(desk: Desk, ana: Patient, telegram: RehearsalServer) -> None:
    telegram.faults.next("sendDocument", is_slow(SECONDS))
    await a_packet_is_sent(desk, ana, telegram)
    await desk.says(ana, "one")
    await desk.says(ana, "two", "three")
    await asyncio.to_thread(ana.waits_for, "three", SECONDS)
    assert kinds(ana) == ["one", "two", "three"]
    await desk.all_said()
    assert kinds(ana) == ["one", "two", "three", "document", "document", "this was your packet"]


async def test_a_file_that_is_asked_for_meanwhile_waits_and_so_does_what_is_said_with_it(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendDocument", is_slow(SECONDS))
    await a_packet_is_sent(desk, ana, telegram, pieces=1)
    export = await desk.message(ana.id, "export", PIECE)
    desk.speaker.post([export, *await desk.writes(ana, "this was everything")])
    await desk.all_said()
    assert kinds(ana) == ["document", "this was your packet", "document", "this was everything"]


@pytest.mark.parametrize("trouble", [loses_the_answer(), loses_the_request(), asks_to_slow_down(1)])
async def test_each_is_shown_once_whatever_becomes_of_an_answer(
    desk: Desk, ana: Patient, telegram: RehearsalServer, trouble
) -> None:
    await desk.knows(ana)
    await desk.says(ana, "before")
    await desk.all_said()
    telegram.faults.next("sendDocument", trouble)
    telegram.faults.next("sendMessage", loses_the_answer(), loses_the_request())
    await a_packet_is_sent(desk, ana, telegram)
    await desk.says(ana, "one", "two", "three")
    await desk.all_said()
    said = kinds(ana)
    assert sorted(said) == sorted(["before", *["document"] * 2, "one", "two", "three", "this was your packet"])
    assert [each for each in said if each in ("one", "two", "three")] == ["one", "two", "three"]
    assert said.index("this was your packet") > max(at for at, each in enumerate(said) if each == "document")
    assert all(message.buttons for message in ana.bot_messages if message.text), "no buttons were taken off"


async def test_a_lost_answer_to_a_file_is_found_behind_all_that_was_said_meanwhile(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.knows(ana)
    await desk.says(ana, "before")
    await desk.all_said()
    telegram.faults.next("sendDocument", Fault(delay=SECONDS, drop=True, accepted=True))
    await a_packet_is_sent(desk, ana, telegram, pieces=1)
    for number in range(8):
        await desk.says(ana, f"{number}")
    await desk.all_said()
    assert kinds(ana).count("document") == 1


@pytest.mark.parametrize("seconds", [0.01, 0.02, 0.05, 0.1])
async def test_a_lost_answer_to_what_is_said_beside_it_is_not_taken_for_the_file(
    desk: Desk, ana: Patient, telegram: RehearsalServer, seconds: float
) -> None:
    await desk.knows(ana)
    await desk.says(ana, "before")
    await desk.all_said()
    telegram.faults.next("sendDocument", Fault(delay=seconds, drop=True))
    telegram.faults.next("sendMessage", loses_the_answer(), loses_the_request())
    await a_packet_is_sent(desk, ana, telegram)
    await desk.says(ana, "one", "two", "three")
    await desk.all_said()
    said = kinds(ana)
    assert sorted(said) == ["before", "document", "document", "one", "this was your packet", "three", "two"]
    assert all(message.buttons for message in ana.bot_messages if message.text), "no buttons were taken off"


async def test_once_everything_is_deleted_it_is_not_sent_on(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("sendDocument", is_slow(60))
    await a_packet_is_sent(desk, ana, telegram)
    desk.speaker.forget(ana.id)
    await desk.says(ana, "all is deleted")
    await asyncio.to_thread(ana.waits_for, "all is deleted", 5)
    assert shown(ana) == ["all is deleted"]


async def test_a_bot_that_is_stopped_leaves_it_for_the_next_start(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    await desk.knows(ana)
    telegram.faults.next("sendDocument", is_slow(60))
    await a_packet_is_sent(desk, ana, telegram, pieces=1)
    await desk.says(ana, "one")
    await eventually(lambda: desk.rows("SELECT count(*) FROM outbox") == [(2,)], "it is said and noted")
    await desk.speaker.stop(seconds=0)
    await desk.speaks_again()
    await desk.all_said()
    assert kinds(ana) == ["one", "document", "this was your packet"]
