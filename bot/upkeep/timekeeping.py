"""Timekeeping: a reminder that was planned while the clock was ahead is planned again once the clock is right."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.storage import work
from bot.storage.trouble import level_of, named
from bot.storage.writer import Writer
from dialogs.events import ClockSetRight

if TYPE_CHECKING:
    from bot.turn.outcome import Outcome
    from bot.turn.turn import Turns

log = logging.getLogger(__name__)

FURTHEST = timedelta(days=60)
"""No reminder is planned further ahead, but for one that a patient put off to a day by name; that one stays."""
LOOK_EVERY = timedelta(hours=6)
AT_ONCE = 100
"""Cases looked at in one commit, so that nobody waits long behind it."""


class Timekeeping:
    """Looks at the start, and some times a day, for reminders that lie too far ahead."""

    def __init__(self, writer: Writer, turns: Turns, clock: Clock, carry_on: Callable[[Outcome | None], None]) -> None:
        self._writer, self._turns, self._clock, self._carry_on = writer, turns, clock, carry_on

    async def run(self) -> None:
        while True:
            try:
                await self.look()
            except Exception as error:
                log.log(level_of(error), "planned reminders could not be looked at (%s)", named(error))
            await asyncio.sleep(LOOK_EVERY.total_seconds())

    async def look(self) -> None:
        """Let every case whose reminder lies too far ahead reckon it again."""
        last = ""
        while True:
            now = self._clock.now()
            found = await self._writer.run(work.planned_beyond, work.REMIND, now + FURTHEST, last, AT_ONCE)
            for case_id in found:
                self._carry_on(await self._writer.run(self._turns.tell_case, case_id, ClockSetRight(now)))
            if len(found) < AT_ONCE:
                return
            last = found[-1]
