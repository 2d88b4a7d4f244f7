"""Polling: nothing is acknowledged that is not committed, and nothing that comes twice counts twice."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from bot.chat import polling
from bot.chat.pulse import FAILING
from bot.rehearsal.api.faults import Fault
from bot.rehearsal.telegram.calls import Call
from tests.adapters.companion import Companion
from tests.adapters.conftest import Start
from tests.adapters.desk import shown
from tests.adapters.test_reception import failures, spoil
from tests.faults import asks_to_slow_down, breaks, loses_the_answer, loses_the_request, refuses
from tests.storage.patience import eventually
from tests.storage.trouble import database_away
from tests.telegram import Patient, RehearsalServer


def waiting(telegram: RehearsalServer) -> int:
    """How many updates Telegram still has for the bot."""
    with telegram.telegram.bell.lock:
        return len(telegram.telegram.updates.waiting(telegram.telegram.clock.unix()))


def offsets(telegram: RehearsalServer) -> list[int]:
    return [int(call.parameters["offset"]) for call in telegram.calls("getUpdates")]


async def test_the_offset_moves_past_what_is_committed_and_no_further(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    async with database_away(companion.writer, companion.file):
        companion.polls()
        await eventually(lambda: len(telegram.calls("getUpdates")) >= 5, "asked again and again")
        assert set(offsets(telegram)) == {0}
        assert waiting(telegram) == 1
    await eventually(lambda: not waiting(telegram), "acknowledged")
    await eventually(lambda: shown(ana), "answered")
    assert companion.rows("SELECT count(*) FROM updates WHERE failure IS NULL") == [(1,)]
    assert len(shown(ana)) == 1


async def test_many_updates_of_many_people_each_have_one_effect(
    companion: Companion, telegram: RehearsalServer
) -> None:
    people = [telegram.person(f"Person {number}") for number in range(5)]
    for person in people:
        person.sends("/start")
    companion.polls()
    await eventually(lambda: all(shown(person) for person in people), "answered")
    await eventually(lambda: not waiting(telegram), "acknowledged")
    assert [len(shown(person)) for person in people] == [1] * 5


async def test_what_was_committed_and_not_acknowledged_has_no_second_effect(
    start: Start, ana: Patient, telegram: RehearsalServer
) -> None:
    companion = await start()
    telegram.faults.next("getUpdates", Fault())
    telegram.faults.always(loses_the_request(), "getUpdates")  # but for the one before
    companion.polls()
    await eventually(lambda: shown(ana), "answered")
    assert waiting(telegram) == 1
    await companion.all_said()
    companion = await start()
    telegram.faults.clear()
    companion.polls()
    await eventually(lambda: not waiting(telegram), "acknowledged")
    assert companion.rows("SELECT count(*) FROM updates") == [(1,)]
    assert len(shown(ana)) == 1


async def test_an_update_that_fails_every_time_holds_up_nobody_behind_it(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    asking = companion.polls()
    await eventually(lambda: shown(ana), "answered")
    spoil(companion, ana)
    ana.sends("hello")
    ben = telegram.person("Ben")
    ben.sends("/start")
    await eventually(lambda: shown(ben), "Ben is answered")
    await eventually(lambda: not waiting(telegram), "acknowledged")
    assert len(failures(companion)) == 1
    ben.sends("/help")
    await eventually(lambda: len(shown(ben)) == 2, "and again")
    assert not asking.done()


async def test_a_malformed_update_holds_up_nobody_behind_it(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    for body in ({"text": "no chat"}, {}, {"chat": {"id": "x"}}):
        with telegram.telegram.changing():
            telegram.telegram.happened("message", body, ana.id)
    ana.sends("/help")
    companion.polls()
    await eventually(lambda: len(shown(ana)) == 2, "answered")
    await eventually(lambda: not waiting(telegram), "acknowledged")
    assert failures(companion) == ["unreadable"] * 3


async def test_telegram_may_go_away_and_come_back(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    telegram.faults.next("getUpdates", loses_the_request(), breaks(), loses_the_answer(), asks_to_slow_down(1))
    telegram.faults.next("getUpdates", Fault(page=(200, "<html>Please log in to this network</html>")))
    companion.polls()
    await eventually(lambda: shown(ana), "answered")
    assert len(shown(ana)) == 1


async def test_another_poller_is_a_passing_trouble(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    asking = companion.polls()
    await eventually(lambda: shown(ana), "answered")
    await eventually(lambda: telegram.telegram.poller, "asking again")
    other = HTTPXRequest(httpx_kwargs={"verify": False})
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot", request=other, get_updates_request=other) as bot:
        await bot.get_updates(timeout=0)
    await eventually(lambda: 409 in [call.code for call in telegram.calls("getUpdates")], "refused")
    ana.sends("/help")
    await eventually(lambda: len(shown(ana)) == 2, "answered again")
    assert not asking.done()


async def test_the_watch_of_a_bot_that_can_store_nothing_goes_on_behind_another_who_only_passed_by(
    companion: Companion, ana: Patient, telegram: RehearsalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "WATCH_EVERY", 0.05)
    monkeypatch.setattr(polling, "LEFT_TO_OTHERS", 0.1)
    telegram.faults.next("getUpdates", refuses(409, "Conflict"))
    async with database_away(companion.writer, companion.file):
        watch = asyncio.create_task(companion.polling.keep_watch())
        ana.sends("I cannot breathe")
        await eventually(lambda: shown(ana), "whom to call is said")
        watch.cancel()


@pytest.mark.parametrize(
    "refusal", [asks_to_slow_down(1), refuses(409, "Conflict"), breaks(), refuses(401, "Unauthorized")]
)
async def test_after_a_refusal_it_is_soon_known_whether_we_hear_again(
    companion: Companion, ana: Patient, telegram: RehearsalServer, refusal: Fault
) -> None:
    companion.polls()
    await eventually(lambda: telegram.calls("getUpdates"), "hears, and asks for long from now on")
    telegram.faults.next("getUpdates", refusal)
    ana.sends("hello?")  # so that the question that waits is over

    def from_the_refusal() -> list[Call]:
        calls = telegram.calls("getUpdates")
        return next((calls[number:] for number, call in enumerate(calls) if call.code != 200), [])

    await eventually(lambda: len(from_the_refusal()) > 1, "asked again")
    refused, again = (int(call.parameters["timeout"]) for call in from_the_refusal()[:2])
    assert refused > FAILING / 2 > again


async def test_a_webhook_that_is_still_set_is_a_passing_trouble(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    with telegram.telegram.changing():
        telegram.telegram.set_webhook({"url": "http://127.0.0.1:9/", "max_connections": 1})
    asking = companion.polls()
    await eventually(lambda: 409 in [call.code for call in telegram.calls("getUpdates")], "refused")
    with telegram.telegram.changing():
        telegram.telegram.set_webhook({})
    await eventually(lambda: shown(ana), "answered")
    assert not asking.done()


async def test_a_token_that_telegram_does_not_know_ends_it(companion: Companion, telegram: RehearsalServer) -> None:
    telegram.faults.always(refuses(401, "Unauthorized"), "getUpdates")
    with pytest.raises(InvalidToken):
        await asyncio.wait_for(companion.polling.run(), 5)


async def test_a_tap_is_answered_when_it_is_committed(
    companion: Companion, ana: Patient, telegram: RehearsalServer
) -> None:
    companion.polls()
    await eventually(lambda: shown(ana), "answered")
    async with database_away(companion.writer, companion.file):
        press = ana.presses("welcome/begin")
        before = len(telegram.calls("getUpdates"))
        await eventually(lambda: len(telegram.calls("getUpdates")) > before + 2, "asked again and again")
        assert ana.answers == []
    assert await asyncio.to_thread(ana.waits_for_answer, press, 5) == ""
