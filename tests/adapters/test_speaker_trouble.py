"""What cannot be said: who is gone, a sheet that cannot be made, a database that is away, a token that was revoked."""

from __future__ import annotations

import pytest

from bot.rehearsal.api.faults import Fault
from bot.rehearsal.telegram.refusals import Refusal
from bot.storage.writer import DatabaseAway
from tests.adapters.companion import Companion
from tests.adapters.desk import Desk, shown
from tests.faults import refuses
from tests.storage.patience import eventually, others_go_on
from tests.storage.trouble import database_away
from tests.telegram import Patient, RehearsalServer


class Migrated(Refusal):
    """The group became another chat."""

    def answer(self) -> dict[str, object]:
        return {**super().answer(), "parameters": {"migrate_to_chat_id": -1_009_999_999_999}}


def calls(telegram: RehearsalServer, method: str) -> int:
    return len(telegram.calls(method))


async def test_a_chat_that_does_not_exist_is_gone_too(desk: Desk, telegram: RehearsalServer) -> None:
    nobody = telegram.person("Nobody")
    telegram.faults.next("sendMessage", refuses(400, "Bad Request: chat not found"))
    await desk.says(nobody, "hello")
    await desk.all_said()
    assert desk.gone == [nobody.id]


async def test_who_blocked_the_bot_is_stored_as_gone_though_the_database_was_away_just_then(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    await companion.reception.take({"update_id": 1, "message": ana.messages[0].body})
    await eventually(lambda: shown(ana), "welcomed")
    ana.blocks()
    messages = await companion.writes(ana, "more")
    before = calls(telegram, "sendMessage")
    async with database_away(companion.writer, companion.file):
        companion.speaker.post(messages)
        await eventually(lambda: calls(telegram, "sendMessage") > before, "refused")
    await eventually(lambda: not companion.cases()[0].reachable, "stored")
    ana.unblocks()
    companion.speaker.post(messages)
    await eventually(lambda: len(shown(ana)) == 2, "the chat is not mute")


async def test_a_receipt_is_not_lost_because_the_database_is_away_when_its_place_is_looked_up(
    desk: Desk, ana: Patient
) -> None:
    messages = await desk.writes(ana, "saved", slot="receipt:1")
    async with database_away(desk.writer, desk.file):
        desk.speaker.post(messages)
        await others_go_on()
        with pytest.raises(DatabaseAway):  # the one before it, the look for its place, has failed then too
            await desk.waiting()
    await desk.all_said()
    assert shown(ana) == ["saved"]
    assert desk.failed == []


async def test_while_the_database_is_away_what_was_said_is_not_said_again(desk: Desk, ana: Patient) -> None:
    messages = await desk.writes(ana, "one", "two")
    async with database_away(desk.writer, desk.file):
        desk.speaker.post(messages)
        await eventually(lambda: shown(ana) == ["one", "two"], "said")
    await desk.all_said()
    assert shown(ana) == ["one", "two"]


async def test_a_revoked_token_loses_no_message_and_makes_no_noise(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.always(refuses(401, "Unauthorized"), "sendMessage")
    await companion.reception.take({"update_id": 1, "message": ana.messages[0].body})
    await eventually(lambda: calls(telegram, "sendMessage") >= 3, "tried again")
    telegram.faults.clear()
    await eventually(lambda: shown(ana), "said")
    await companion.all_said()
    assert len(shown(ana)) == 1
    assert len({call.parameters["text"] for call in telegram.calls("sendMessage")}) == 1, "it only tried again"


async def test_a_sheet_that_cannot_be_made_is_told_though_the_database_was_away_just_then(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    await companion.reception.take({"update_id": 1, "message": ana.messages[0].body})
    await eventually(lambda: shown(ana), "welcomed")
    sheet = await companion.message(ana.id, "sheet", {"sheet": {"broken": True}, "file_name": "summary.pdf"})
    async with database_away(companion.writer, companion.file):
        companion.speaker.post([sheet])
        await eventually(lambda: calls(telegram, "sendChatAction") >= 2, "tried again")
    await eventually(lambda: len(shown(ana)) == 2, "told")
    assert [message.kind for message in ana.bot_messages] == ["text", "text"]


async def test_a_message_that_makes_no_sense_holds_up_nobody(desk: Desk, ana: Patient) -> None:
    await desk.posts(ana.id, "say", {"of": "another version"})
    await desk.says(ana, "next")
    await desk.all_said()
    assert shown(ana) == ["next"]


async def test_a_group_is_left_once_and_one_that_is_gone_is_let_be(
    desk: Desk, ana: Patient, telegram: RehearsalServer
) -> None:
    family = telegram.group("Family")
    ana.adds_bot_to(family)
    telegram.faults.next("leaveChat", Fault(refusal=Migrated(400, "Bad Request: group chat was upgraded")))
    for _ in range(3):
        await desk.posts(family.id, "leave", {})
    await desk.all_said()
    assert not family.has_bot
    assert [call.code for call in telegram.calls("leaveChat")] == [400, 200, 403]
