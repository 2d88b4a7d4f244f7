"""The workers: claim what is due, do it, and report it as an event that takes the same road as all others."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.storage import work
from bot.storage.work import Task
from bot.storage.writer import Writer
from dialogs.events import Event

if TYPE_CHECKING:
    from bot.turn import Outcome, Turns

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""How long a task may take before somebody else may begin it again."""
LOOK_EVERY = 1.0
"""Seconds between two looks for what has fallen due."""
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that now lies in the vault: its size in bytes and the SHA-256 of its plaintext."""

    document: int
    size: int
    sha256: str
    kind: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: the event to report, if any, and the file that was kept, if any."""

    event: Event | None = None
    kept: Kept | None = None
    made: tuple[Kept, ...] = ()
    """Files that were made by us, and that no row waited for."""


@dataclass(frozen=True, slots=True)
class Trade:
    """How one kind of task is done, how often it is tried, and what is reported when it never succeeds."""

    do: Callable[[Task], Awaitable[Done]]
    give_up: Callable[[Task], Awaitable[Done]] | None = None
    """None: it is tried for ever."""
    tries: int = 6
    case_is_gone: Callable[[Task], Awaitable[None]] | None = None


class Workers:
    """Do what is due until cancelled; `wake` makes them look at once."""

    def __init__(
        self,
        writer: Writer,
        turns: Turns,
        clock: Clock,
        trades: Mapping[str, Trade],
        carry_on: Callable[[Outcome | None], None],
        at_once: int = AT_ONCE,
    ) -> None:
        self._writer, self._turns, self._clock, self._trades = writer, turns, clock, trades
        self._carry_on, self._at_once = carry_on, at_once
        self._wake = asyncio.Event()
        self._busy: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        while True:
            try:
                await self._begin_what_is_due()
            except Exception as error:
                log.warning("no work could be claimed (%s)", type(error).__name__)
                await asyncio.sleep(LOOK_EVERY)
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)
            except TimeoutError:
                continue

    async def stop(self) -> None:
        """Let go of what is under way; the rows stay, and are begun again at the next start."""
        busy = list(self._busy)
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)

    async def _begin_what_is_due(self) -> None:
        self._wake.clear()
        free = self._at_once - len(self._busy)
        if free <= 0:
            return
        now = self._clock.now()
        for task in await self._writer.run(work.claim, now, tuple(self._trades), free, LEASE):
            busy = asyncio.create_task(self._do(task))
            self._busy.add(busy)
            busy.add_done_callback(self._busy.discard)
            busy.add_done_callback(lambda _: self.wake())

    async def _do(self, task: Task) -> None:
        trade = self._trades[task.kind]
        try:
            given_up = trade.give_up is not None and task.attempts >= trade.tries
            done = await (trade.give_up(task) if given_up and trade.give_up else trade.do(task))
            outcome = await self._writer.run(self._turns.report, task, done)
            self._carry_on(outcome)
            if outcome is None and trade.case_is_gone:
                await trade.case_is_gone(task)
        except Exception as error:
            wait = timedelta(seconds=min(300, 2 ** (task.attempts + 1)))
            log.warning("%s did not succeed (%s); tried again in %s", task.kind, type(error).__name__, wait)
            try:
                await self._writer.run(work.postpone, task.id, self._clock.now() + wait)
            except Exception as again:  # the lease ends by itself
                log.warning("%s could not be postponed (%s)", task.kind, type(again).__name__)
