"""What cannot be done now is done later, and is given up, and told, only after so many tries of its own or a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import cases
from bot.storage.work import Task
from bot.turn.done import Done, NotNow
from bot.vault.errors import StoreAway
from bot.work import delays
from dialogs.case.document import Document
from dialogs.events import Inspected, StillFetching
from tests.storage.patience import eventually
from tests.storage.patients import Person
from tests.storage.shop import Shop, failing

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "error", [NotNow("away"), OSError(28, "no space left"), TimeoutError(), ConnectionResetError(), MemoryError()]
)
async def test_what_is_no_fault_of_the_work_costs_no_try(shop: Shop, error: Exception) -> None:
    await shop.plans("1")
    async with shop.open(fetch=shop.trade(failing(error, 30), tries=2)):
        await shop.is_tried(31)
    assert shop.given_up == []
    assert await shop.left() == []


@pytest.mark.parametrize("is_told", [False, True])
async def test_a_store_that_nobody_told_of_is_told_of_here(
    shop: Shop, caplog: pytest.LogCaptureFixture, is_told: bool
) -> None:
    await shop.plans("1")
    error = StoreAway("its mark is not there any more")
    error.is_told = is_told
    async with shop.open(fetch=shop.trade(failing(error, 1))):
        await shop.is_tried(1)
        await eventually(lambda: bool(caplog.messages) or is_told, "told")
    assert any("its mark is not there any more" in message for message in caplog.messages) != is_told


async def test_what_fails_by_itself_is_given_up_after_so_many_tries(shop: Shop) -> None:
    await shop.plans("1")
    async with shop.open(fetch=shop.trade(failing(ValueError()), tries=4)):
        await shop.is_tried(4)
    assert (len(shop.tried), shop.given_up) == (4, ["1"])
    assert await shop.left() == []


async def test_after_a_day_it_is_given_up_and_not_before(shop: Shop) -> None:
    await shop.plans("1")
    async with shop.open(fetch=shop.trade(failing(NotNow("away")), patience=DAY)):
        await shop.is_tried(1)
        shop.clock.skip(hours=23)
        await shop.is_tried(2)
        assert shop.given_up == []
        shop.clock.skip(hours=1)
        await shop.is_tried(3)
    assert shop.given_up == ["1"]


async def test_a_bot_that_was_down_for_days_tries_before_it_gives_up(shop: Shop) -> None:
    await shop.plans("1")
    shop.clock.skip(days=3)
    async with shop.open(fetch=shop.trade(failing(NotNow("away"), 0), patience=DAY)):
        await shop.is_tried(1)
    assert shop.given_up == []


async def test_one_that_says_when_to_come_again_is_left_alone_until_then(shop: Shop) -> None:
    await shop.plans("1")
    async with shop.open(fetch=shop.trade(failing(NotNow("busy", timedelta(minutes=10)), 1))):
        await shop.is_tried(1)
    (task,) = await shop.left()
    assert task.failures == 0
    assert await shop.due() == shop.clock.now() + timedelta(minutes=10)


async def test_once_one_succeeds_the_others_need_not_rest_any_longer(shop: Shop) -> None:
    away = True

    async def do(_: Task) -> Done:
        if away:
            raise NotNow("away")
        return Done()

    for number in range(5):
        await shop.plans(str(number), case=f"{number:032x}")
    async with shop.open(fetch=shop.trade(do, places=5, each=1)):
        await shop.is_tried(5)
        shop.clock.skip(hours=2)
        await shop.is_tried(10)  # and now all rest for five minutes
        away = False
        await shop.plans("new", case="f" * 32)
        await shop.is_empty()
    assert shop.given_up == []


def test_the_pauses_grow_with_the_outage_and_never_beyond_some_minutes() -> None:
    pauses = [delays.pause(timedelta(seconds=age), 0).total_seconds() for age in (0, 20, 180, 3600, 86400)]
    assert pauses == [2, 2.5, 22.5, 300, 300]
    assert delays.pause(timedelta(0), 5) == timedelta(seconds=32)
    assert delays.pause(timedelta(0), 10**6) == delays.LONGEST


def test_a_store_that_is_away_is_asked_more_and_more_seldom_and_all_goes_on_within_half_a_minute() -> None:
    age, pauses = 0.0, list[float]()
    while age < 600:
        pauses.append(delays.pause_of_the_vault(timedelta(seconds=age)).total_seconds())
        age += pauses[-1]
    assert len(pauses) < 50, "in ten minutes"
    assert max(pauses[-10:]) <= 20
    assert min(pauses[-10:]) >= 15
    assert len(set(pauses[-10:])) > 1, "those that wait together do not come together"


@pytest.fixture
def sent(ana: Person) -> Person:
    ana.walks_to_sending()
    ana.sends_file("report.pdf")
    return ana


async def test_a_patient_hears_once_that_a_file_takes_longer_and_after_a_day_to_send_it_again(
    shop: Shop, sent: Person
) -> None:
    async def fetch(_: Task) -> Done:
        raise NotNow("away")

    async def give_up(task: Task) -> Done:
        return Done(Inspected(shop.clock.now(), int(task.subject), "not_fetched"))

    trade = replace(shop.trade(fetch), give_up=give_up)
    trade = replace(trade, late=lambda task: StillFetching(shop.clock.now(), int(task.subject)))

    async def document() -> Document:
        stored = await shop.writer.run(cases.find, sent.chat_id)
        assert stored is not None
        return stored.case.documents[0]

    def heard() -> list[str]:
        return [message.name for outcome in shop.outcomes if outcome for message in outcome.messages]

    async with shop.open(fetch=trade):
        await shop.is_tried(1)
        assert heard() == []
        assert not (await document()).late
        for minutes in (2, 10, 60, 600):
            shop.clock.skip(minutes=minutes)
            await shop.is_tried(len(shop.tried) + 1)
        await eventually(lambda: heard() == ["receipt"], "told once")
        assert (await document()).late
        shop.clock.skip(days=1)
        await shop.is_empty()
        assert (await document()).state == "not_fetched"
    assert heard() == ["receipt", "receipt"]
