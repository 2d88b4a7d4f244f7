"""Workers over one database, and work that fails, or takes as long as a test lets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.storage import work
from bot.storage.tables import work as rows
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from bot.work.workers import Trade, Workers
from tests.storage.patients import MovableClock

Do = Callable[[Task], Awaitable[Done]]
PATIENCE = 20
"""Seconds, on a machine that is busy with other things."""


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


def failing(error: Exception, times: int = 10**9) -> Do:
    """Fails so often, and then succeeds."""
    left = iter(range(times))

    async def do(_: Task) -> Done:
        if next(left, None) is not None:
            raise error
        return Done()

    return do


@dataclass
class Held:
    """Work that is begun, and goes on once it may."""

    begun: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, _: Task) -> Done:
        self.begun.set()
        await self.go_on.wait()
        return Done()
