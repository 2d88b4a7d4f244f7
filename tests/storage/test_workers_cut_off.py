"""Work that is cut off (the database away, a stop, a kill, another who takes it over) goes on, and counts once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.storage import work
from bot.storage.tables import work as rows
from bot.storage.work import Task
from bot.turn.done import Done, NotNow
from bot.work import workers
from tests.storage.patience import eventually
from tests.storage.shop import PATIENCE, Held, Shop, failing
from tests.storage.trouble import database_away


async def test_what_was_done_while_the_database_was_away_is_not_done_again(shop: Shop, file: Path) -> None:
    await shop.plans("1")
    do = Held()
    async with shop.open(fetch=shop.trade(do)):
        await do.begun.wait()
        async with database_away(shop.writer, file):
            do.go_on.set()
            for _ in range(20):
                await asyncio.sleep(0)
        await shop.is_empty()
    assert (shop.tried, shop.given_up) == (["1"], [])


async def test_what_failed_while_the_database_was_away_goes_on_once_it_is_back(shop: Shop, file: Path) -> None:
    await shop.plans("1")
    held = Held()

    async def do(task: Task) -> Done:
        done = await held(task)
        if len(shop.tried) == 1:
            raise NotNow("cut off")
        return done

    async with shop.open(fetch=shop.trade(do)):
        await held.begun.wait()
        async with database_away(shop.writer, file):
            held.go_on.set()
            shop.clock.skip(seconds=20)
        back = shop.clock.now()
        await shop.is_tried(2)
    assert shop.clock.now() - back <= timedelta(seconds=2.5), "an eighth of the outage"
    assert await shop.left() == []


async def test_stopped_in_good_order_nothing_counts_as_cut_off(shop: Shop) -> None:
    await shop.plans("1")
    do = Held()
    async with shop.open(fetch=shop.trade(do)):
        await do.begun.wait()
    (task,) = await shop.left()
    assert (task.cut_off, task.failures) == (0, 0)


async def test_what_ends_the_process_again_and_again_is_not_begun_for_ever(shop: Shop) -> None:
    await shop.plans("poisoned", "good")
    poisoned = update(rows).where(rows.c.subject == "poisoned").values(attempts=workers.MOST_CUT_OFF)
    await shop.writer.run(lambda connection: connection.execute(poisoned))
    async with shop.open(fetch=shop.trade(failing(ValueError(), 0), places=2)):
        await shop.is_tried(1)
        await shop.is_empty()
    assert (shop.tried, shop.given_up) == (["good"], ["poisoned"])


async def test_a_lease_is_renewed_as_long_as_the_work_takes(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "RENEW_EVERY", 0)
    await shop.plans("1")
    do = Held()
    async with shop.open(fetch=shop.trade(do, places=3)):
        await do.begun.wait()
        for _ in range(10):
            shop.clock.skip(seconds=workers.LEASE.total_seconds() - 5)
            renewed = shop.clock.now() + workers.LEASE
            async with asyncio.timeout(PATIENCE):
                while await shop.due() < renewed:
                    pass
    assert shop.tried == ["1"]


async def test_what_another_has_begun_meanwhile_is_let_go_of_and_its_result_does_not_count(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "RENEW_EVERY", 0.0)
    ended: list[str] = []

    async def never(task: Task) -> Done:
        try:
            return await Held()(task)
        finally:
            ended.append("let go of")

    await shop.plans("1")
    async with shop.open(fetch=shop.trade(never)):
        await eventually(lambda: shop.tried, "begun")
        later = shop.clock.now() + workers.LEASE * 2
        (other,) = await shop.writer.run(work.claim, later, (work.FETCH,), 9, workers.LEASE, "another")
        await eventually(lambda: ended, "let go of")
        assert not await shop.writer.run(work.is_anothers, other.claim)


async def test_a_report_that_comes_too_late_changes_nothing(shop: Shop) -> None:
    await shop.plans("1")
    claim = (shop.clock.now(), (work.FETCH,), 9, workers.LEASE)
    (stale,) = await shop.writer.run(work.claim, *claim)
    (fresh,) = await shop.writer.run(work.claim, shop.clock.now() + workers.LEASE, *claim[1:])
    await shop.writer.run(shop.turns.report, stale, Done())
    assert [task.attempts for task in await shop.left()] == [2]
    assert not await shop.writer.run(work.is_anothers, fresh.claim)
