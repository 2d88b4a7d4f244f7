"""Nobody's work fills another's places, however much of it there is and however long it takes."""

from __future__ import annotations

import asyncio
from collections import Counter

from bot.storage import work
from bot.storage.work import Task
from bot.turn.done import Done
from bot.work.workers import Trade
from tests.storage.shop import Held, Shop, failing


async def test_kinds_do_not_fill_each_others_places(shop: Shop) -> None:
    done: asyncio.Queue[str] = asyncio.Queue()

    async def works(task: Task) -> Done:
        done.put_nowait(task.kind)
        return Done()

    for number in range(300):
        await shop.plans(str(number), case=f"{number % 20:032x}")
    trades = {"fetch": Trade(Held(), places=4, each=2), "erase": Trade(works, places=1), "remind": Trade(works)}
    async with shop.open(**trades):
        await shop.plans("7", kind=work.ERASE)
        await shop.plans("8", kind=work.REMIND)
        assert {await done.get(), await done.get()} == {"erase", "remind"}


async def test_a_hundred_and_twenty_files_of_one_are_no_queue_for_another(shop: Shop) -> None:
    hers = [f"hers {number}" for number in range(120)]
    await shop.plans(*hers, case="a" * 32)
    async with shop.open(fetch=shop.trade(failing(ValueError(), 0), places=1, each=1)):
        await shop.is_tried(3)
        await shop.plans("his", case="b" * 32)
        begun = len(shop.tried)
        await shop.is_empty()
    assert shop.tried.index("his") <= begun + 2
    assert [each for each in shop.tried if each != "his"] == hers


async def test_slow_work_of_many_is_shared_evenly(shop: Shop) -> None:
    for number in range(90):
        await shop.plans(f"{number}", case=f"{number % 3:032x}" if number % 10 else "9" * 32)
    busy: Counter[str] = Counter()
    most: Counter[str] = Counter()

    async def do(task: Task) -> Done:
        busy[task.case_id] += 1
        most[task.case_id] = max(most[task.case_id], busy[task.case_id])
        await shop.writer.run(lambda _: None)
        busy[task.case_id] -= 1
        return Done()

    async with shop.open(fetch=Trade(do, places=3, each=1)):
        await shop.is_empty()
    assert set(most.values()) == {1}
