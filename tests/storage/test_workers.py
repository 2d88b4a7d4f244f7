"""The workers: what is due is done, what cannot be done now is done later, and nobody's work fills another's places."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.storage import cases, work
from bot.storage.tables import work as rows
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, NotNow
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from bot.work import delays, workers
from bot.work.workers import Trade, Workers
from dialogs.case.document import Document
from dialogs.events import Inspected, StillFetching
from tests.storage.patience import eventually
from tests.storage.patients import MovableClock, Person
from tests.storage.trouble import database_away

Do = Callable[[Task], Awaitable[Done]]
DAY = timedelta(days=1)
PATIENCE = 20
"""Seconds, on a machine that is busy with other things."""


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks come soon; how long work rests is up to the clock of the test."""
    monkeypatch.setattr(workers, "LOOK_EVERY", 0.01)


@dataclass
class Shop:
    """Workers over one database, a clock that the test moves, and what was tried, given up and told."""

    writer: Writer
    turns: Turns
    clock: MovableClock
    tried: list[str] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    outcomes: list[Outcome | None] = field(default_factory=list)

    def trade(self, do: Do, **more: Any) -> Trade:
        async def noted(task: Task) -> Done:
            self.tried.append(task.subject)
            return await do(task)

        return Trade(noted, self._give_up, **more)

    async def _give_up(self, task: Task) -> Done:
        self.given_up.append(task.subject)
        return Done()

    @asynccontextmanager
    async def open(self, **trades: Trade) -> AsyncIterator[None]:
        hands = Workers(self.writer, self.turns, self.clock, trades, self.outcomes.append)
        running = asyncio.create_task(hands.run())
        yield
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await hands.stop()

    async def plans(self, *subjects: str, kind: str = work.FETCH, case: str = "a" * 32) -> None:
        for subject in subjects:
            await self.writer.run(work.plan, case, kind, subject, self.clock.now())

    async def left(self) -> list[Task]:
        names = [rows.c[name] for name in Task.__dataclass_fields__]
        found = await self.writer.run(lambda connection: connection.execute(rows.select().with_only_columns(*names)))
        return [Task(*row) for row in found]

    async def is_tried(self, times: int) -> None:
        """Until it was tried so often, and rests or is done; while all rests, the clock goes on to the next try."""
        async with asyncio.timeout(PATIENCE):
            while True:
                moments = await self.writer.run(lambda connection: connection.execute(_moments()).all())
                under_way = any(cut_off for _, cut_off in moments)
                if len(self.tried) >= times and not under_way:
                    return
                if moments and not under_way:
                    self.clock.at = max(self.clock.at, min(due for due, _ in moments))

    async def due(self) -> datetime:
        """When the one task left is due."""
        found = await self.writer.run(lambda connection: connection.execute(_moments()).one())
        return found[0]

    async def is_empty(self) -> None:
        """Until nothing is left to do."""
        async with asyncio.timeout(PATIENCE):
            while await self.left():
                pass


def _moments() -> Any:
    return rows.select().with_only_columns(rows.c.due, rows.c.attempts - rows.c.ended)


@pytest.fixture
def shop(writer: Writer, turns: Turns, clock: MovableClock) -> Shop:
    return Shop(writer, turns, clock)


def failing(error: Exception, times: int = 10**9) -> Do:
    """Fails so often, and then succeeds."""
    left = iter(range(times))

    async def do(_: Task) -> Done:
        if next(left, None) is not None:
            raise error
        return Done()

    return do


@pytest.mark.parametrize(
    "error", [NotNow("away"), OSError(28, "no space left"), TimeoutError(), ConnectionResetError(), MemoryError()]
)
async def test_what_is_no_fault_of_the_work_costs_no_try(shop: Shop, error: Exception) -> None:
    await shop.plans("1")
    async with shop.open(fetch=shop.trade(failing(error, 30), tries=2)):
        await shop.is_tried(31)
    assert shop.given_up == []
    assert await shop.left() == []


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


async def test_what_ends_the_process_again_and_again_is_not_begun_for_ever(shop: Shop) -> None:
    await shop.plans("poisoned", "good")
    poisoned = update(rows).where(rows.c.subject == "poisoned").values(attempts=workers.MOST_CUT_OFF)
    await shop.writer.run(lambda connection: connection.execute(poisoned))
    async with shop.open(fetch=shop.trade(failing(ValueError(), 0), places=2)):
        await shop.is_tried(1)
        await shop.is_empty()
    assert (shop.tried, shop.given_up) == (["good"], ["poisoned"])


async def test_what_was_done_while_the_database_was_away_is_not_done_again(shop: Shop, file: Path) -> None:
    await shop.plans("1")
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def do(_: Task) -> Done:
        begun.set()
        await go_on.wait()
        return Done()

    async with shop.open(fetch=shop.trade(do)):
        await begun.wait()
        async with database_away(shop.writer, file):
            go_on.set()
            for _ in range(20):
                await asyncio.sleep(0)
        await shop.is_empty()
    assert (shop.tried, shop.given_up) == (["1"], [])


async def test_what_failed_while_the_database_was_away_goes_on_once_it_is_back(shop: Shop, file: Path) -> None:
    await shop.plans("1")
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def do(_: Task) -> Done:
        begun.set()
        await go_on.wait()
        if len(shop.tried) == 1:
            raise NotNow("cut off")
        return Done()

    async with shop.open(fetch=shop.trade(do)):
        await begun.wait()
        async with database_away(shop.writer, file):
            go_on.set()
            shop.clock.skip(seconds=20)
        back = shop.clock.now()
        await shop.is_tried(2)
    assert shop.clock.now() - back <= timedelta(seconds=2.5), "an eighth of the outage"
    assert await shop.left() == []


async def test_a_lease_is_renewed_as_long_as_the_work_takes(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "RENEW_EVERY", 0)
    await shop.plans("1")
    begun = asyncio.Event()

    async def do(_: Task) -> Done:
        begun.set()
        await asyncio.Event().wait()
        return Done()

    async with shop.open(fetch=shop.trade(do, places=3)):
        await begun.wait()
        for _ in range(10):
            shop.clock.skip(seconds=workers.LEASE.total_seconds() - 5)
            renewed = shop.clock.now() + workers.LEASE
            async with asyncio.timeout(PATIENCE):
                while await shop.due() < renewed:
                    pass
    assert shop.tried == ["1"]


async def test_stopped_in_good_order_nothing_counts_as_cut_off(shop: Shop) -> None:
    await shop.plans("1")
    begun = asyncio.Event()

    async def do(_: Task) -> Done:
        begun.set()
        await asyncio.Event().wait()
        return Done()

    async with shop.open(fetch=shop.trade(do)):
        await begun.wait()
    (task,) = await shop.left()
    assert (task.cut_off, task.failures) == (0, 0)


async def test_kinds_do_not_fill_each_others_places(shop: Shop) -> None:
    done: asyncio.Queue[str] = asyncio.Queue()

    async def hangs(_: Task) -> Done:
        await asyncio.Event().wait()
        return Done()

    async def works(task: Task) -> Done:
        done.put_nowait(task.kind)
        return Done()

    for number in range(300):
        await shop.plans(str(number), case=f"{number % 20:032x}")
    trades = {"fetch": Trade(hangs, places=4, each=2), "erase": Trade(works, places=1), "remind": Trade(works)}
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


def test_the_pauses_grow_with_the_outage_and_never_beyond_some_minutes() -> None:
    pauses = [delays.pause(timedelta(seconds=age), 0).total_seconds() for age in (0, 20, 180, 3600, 86400)]
    assert pauses == [2, 2.5, 22.5, 300, 300]
    assert delays.pause(timedelta(0), 5) == timedelta(seconds=32)
    assert delays.pause(timedelta(0), 10**6) == delays.LONGEST


async def test_what_another_has_begun_meanwhile_is_let_go_of_and_its_result_does_not_count(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "RENEW_EVERY", 0.0)
    ended: list[str] = []

    async def never(_: Task) -> Done:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("let go of")
        return Done()

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
