"""The workers: claim what is due, do it, and report it as an event that takes the same road as all others.

Each kind of work has places of its own, so that none fills another's. A beginning says nothing about the work, and
neither does a network, a disk or a database that is away: only failures of the work itself are counted against it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bot.clock import Clock
from bot.storage import work
from bot.storage.connection import Connection
from bot.storage.trouble import level_of, named
from bot.storage.work import Task
from bot.storage.writer import DatabaseAway, Writer
from bot.turn.done import Done, NotNow
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from bot.vault.errors import VaultAway
from bot.work.delays import pause, pause_of_the_vault, put_off
from dialogs.events import Event

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
"""After this, work whose process was killed may be begun again by another; renewed while it is under way."""
RENEW_EVERY = 15.0
"""Seconds between two renewals."""
LOOK_EVERY = 1.0
"""Seconds between two looks for what has fallen due, and two tries to reach the database."""
MOST_CUT_OFF = 20
"""How often in a row work may be cut off together with the whole process before it is given up as its cause."""
HURRY_EVERY = 15.0
"""Seconds, at least, between two times at which all that rests is tried at once, because one of it succeeded."""


@dataclass(frozen=True, slots=True)
class Trade:
    """How one kind of task is done, in how many places, how often it may fail, and what is reported if it never works.

    `each` is how many tasks of one patient may be under way; then patients take turns. 0: the longest due comes first.
    """

    do: Callable[[Task], Awaitable[Done]]
    give_up: Callable[[Task], Awaitable[Done]] | None = None
    """None: it is tried for ever."""
    tries: int = 6
    """Failures of its own after which it is given up."""
    patience: timedelta = timedelta(days=1)
    """How long it is tried while something else is in the way."""
    late: Callable[[Task], Event | None] | None = None
    """What the patient hears meanwhile."""
    case_is_gone: Callable[[Task], Awaitable[None]] | None = None
    places: int = 1
    each: int = 0


@dataclass(slots=True)
class Busy:
    """Work that is under way here."""

    task: Task
    """As it was begun last: its claim is the one that counts."""
    running: asyncio.Task[None]
    ends: bool = False
    """What came of it is being reported."""


class Workers:
    """Do what is due until cancelled; `wake` makes them look at once."""

    def __init__(
        self,
        writer: Writer,
        turns: Turns,
        clock: Clock,
        trades: Mapping[str, Trade],
        carry_on: Callable[[Outcome | None], None],
        replica: Callable[[], str] = str,
    ) -> None:
        self._writer, self._turns, self._clock, self._trades = writer, turns, clock, trades
        self._carry_on, self._replica = carry_on, replica
        self._wake = asyncio.Event()
        self._busy: dict[int, Busy] = {}
        self._last_case = dict.fromkeys(trades, "")
        self._resting: set[str] = set()
        self._renewed = self._hurried = 0.0

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        while True:
            self._wake.clear()
            try:
                await self._renew()
                await self._begin_what_is_due()
            except Exception as error:
                log.log(level_of(error), "no work could be claimed (%s)", named(error))
                await asyncio.sleep(LOOK_EVERY)
            with suppress(TimeoutError):  # not wait_for, which may swallow that we are told to stop
                async with asyncio.timeout(LOOK_EVERY):
                    await self._wake.wait()

    async def stop(self) -> None:
        """Let go of what is under way; the rows stay, and are begun again at the next start."""
        running = [busy.running for busy in self._busy.values()]
        for each in running:
            each.cancel()
        let_go = [busy.task.claim for busy in self._busy.values()]
        await asyncio.gather(*running, return_exceptions=True)
        with suppress(Exception):  # then it is as after a kill
            await self._writer.run(work.let_go, let_go, self._clock.now())

    async def _renew(self) -> None:
        if self._busy and time.monotonic() - self._renewed > RENEW_EVERY:
            claims = [busy.task.claim for busy in self._busy.values()]
            for lost in await self._writer.run(work.renew, claims, self._clock.now() + LEASE):
                busy = self._busy.get(lost[0])
                if busy and busy.task.claim == lost and not busy.ends:
                    log.warning("%s was begun by another replica meanwhile: it is let go of", busy.task.kind)
                    busy.running.cancel()
            self._renewed = time.monotonic()

    async def _begin_what_is_due(self) -> None:
        kinds = [busy.task.kind for busy in self._busy.values()]
        free = {kind: trade.places - kinds.count(kind) for kind, trade in self._trades.items()}
        if not any(free.values()):
            return
        for task in await self._writer.run(self._claim, free):
            if self._trades[task.kind].each:
                self._last_case[task.kind] = task.case_id
            if task.id in self._busy:  # the database was away for so long that our own lease ended: it is ours again
                self._busy[task.id].task = task
                continue
            running = asyncio.create_task(self._do(task))
            self._busy[task.id] = Busy(task, running)
            running.add_done_callback(partial(self._is_free, task.id))

    def _claim(self, connection: Connection, free: Mapping[str, int]) -> list[Task]:
        now, tasks, name = self._clock.now(), list[Task](), self._replica()
        for kind, trade in self._trades.items():
            if free[kind] > 0 and trade.each:
                after = self._last_case[kind]
                tasks += work.claim_in_turn(
                    connection, now, kind, free[kind], trade.each, LEASE, after, self._replica()
                )
            elif free[kind] > 0:
                tasks += work.claim(connection, now, (kind,), free[kind], LEASE, name)
        return tasks

    def _is_free(self, number: int, _: object) -> None:
        del self._busy[number]
        self.wake()

    async def _do(self, task: Task) -> None:
        trade = self._trades[task.kind]
        try:
            if trade.give_up and task.cut_off >= MOST_CUT_OFF:
                log.error("%s ended the bot %d times and is given up", task.kind, task.cut_off)
                await self._report(task, await trade.give_up(task))
            else:
                await self._report(task, await trade.do(task))
                await self._hurry(task.kind)
        except Exception as error:
            await self._has_failed(task, trade, error)

    async def _has_failed(self, task: Task, trade: Trade, error: Exception) -> None:
        counts = speaks_against_it(error)
        age = self._clock.now() - (task.since or self._clock.now())
        try:
            if trade.give_up and (task.failures + counts >= trade.tries or age >= trade.patience):
                log.warning("%s is given up (%s)", task.kind, named(error))
                await self._report(task, await trade.give_up(task))
                return
        except Exception as again:
            error, counts = again, speaks_against_it(again)
        wait = error.wait if isinstance(error, NotNow) and error.wait else pause(age, task.failures + counts)
        if isinstance(error, VaultAway):
            wait = pause_of_the_vault(age)
        if not counts:
            self._resting.add(task.kind)
        why = str(error) if isinstance(error, NotNow) else named(error)
        level, seconds = level_of(error), wait.total_seconds()
        log.log(level, "%s did not succeed (%s); tried again in %.0f seconds", task.kind, why, seconds)
        late = trade.late(task) if trade.late else None
        self._busy[task.id].ends = True
        outcome = await self._persist(
            lambda: (put_off, self._turns, self._clock, self._busy[task.id].task, wait, counts, late)
        )
        self._carry_on(outcome)

    async def _report(self, task: Task, done: Done) -> None:
        self._busy[task.id].ends = True
        outcome = await self._persist(lambda: (self._turns.report, self._busy[task.id].task, done))
        self._carry_on(outcome)
        case_is_gone = self._trades[task.kind].case_is_gone
        if (outcome is None or outcome.gone) and case_is_gone:
            await case_is_gone(task)

    async def _hurry(self, kind: str) -> None:
        """One succeeded where others were kept from it: the others need not rest any longer."""
        if kind in self._resting and time.monotonic() - self._hurried > HURRY_EVERY:
            self._resting.discard(kind)
            self._hurried = time.monotonic()
            await self._persist(lambda: (work.hurry, kind, self._clock.now()))
            self.wake()

    async def _persist(self, what: Callable[[], tuple[Any, ...]]) -> Any:
        """Have it written, however long the database is away: what was done need not be done again."""
        while True:
            do, *arguments = what()  # our claim may be another by now
            try:
                return await self._writer.run(do, *arguments)
            except DatabaseAway:
                await asyncio.sleep(LOOK_EVERY)


def speaks_against_it(error: Exception) -> bool:
    """Whether a failure says something about the work, and not only about the network, the disk or our memory."""
    return not isinstance(error, NotNow | DatabaseAway | OSError | MemoryError)
