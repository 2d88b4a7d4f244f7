"""Kept no longer than needed: cases whose person has done nothing for long are looked at, each as a row of work."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from bot.storage import expiring, work
from bot.storage.connection import Connection
from bot.storage.trouble import level_of, named
from bot.storage.writer import Writer
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from dialogs.events import ClockSetRight
from dialogs.roads.keeping.expiry import FURTHEST, WEEK
from dialogs.roads.reminders.schedule import ASTRAY

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(hours=1)
AT_ONCE = 100
"""Cases looked at in one commit, so that nobody waits long behind it."""


class Retention:
    """Looks at the start and every hour; `days` after a person last did anything (0: never) their case goes."""

    def __init__(
        self,
        days: int,
        writer: Writer,
        turns: Turns,
        clock: Clock,
        carry_on: Callable[[Outcome | None], None],
        wake: Callable[[], None],
    ) -> None:
        self._days, self._writer, self._turns, self._clock = days, writer, turns, clock
        self._carry_on, self._wake = carry_on, wake

    async def run(self) -> None:
        while True:
            try:
                await self.look()
            except Exception as error:
                log.log(level_of(error), "what need not be kept any more could not be looked for (%s)", named(error))
            await asyncio.sleep(LOOK_EVERY.total_seconds())

    async def look(self) -> None:
        """Plan a look at every case whose days are nearly over; what was planned while a clock was ahead is let go."""
        now = self._clock.now()
        await self._writer.run(expiring.set_right, now + ASTRAY, now)
        await self._in_parts(self._let_go)
        if self._days:
            await self._in_parts(self._plan)
            self._wake()

    async def _in_parts(self, some: Callable[[Connection, str], tuple[list[str], list[Outcome]]]) -> None:
        last = ""
        while True:
            found, outcomes = await self._writer.run(some, last)
            for outcome in outcomes:
                self._carry_on(outcome)
            if len(found) < AT_ONCE:
                return
            last = found[-1]

    def _plan(self, connection: Connection, after: str) -> tuple[list[str], list[Outcome]]:
        now = self._clock.now()
        before = now - timedelta(days=self._days) + WEEK
        return expiring.plan_untouched(connection, before, now, after, AT_ONCE), []

    def _let_go(self, connection: Connection, after: str) -> tuple[list[str], list[Outcome]]:
        now = self._clock.now()
        found = work.planned_beyond(connection, work.EXPIRE, now + FURTHEST, after, AT_ONCE)
        for case_id in found:
            work.drop(connection, case_id, work.EXPIRE)
        return found, [self._turns.tell_case(connection, case_id, ClockSetRight(now)) for case_id in found]
