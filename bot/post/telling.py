"""What no update brought is told to a case: a patient went away, a file was looked at, something failed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from bot.clock import Clock
from bot.storage.writer import DatabaseAway, Writer
from bot.turn.done import Done
from bot.turn.outcome import Outcome, Unlocking
from bot.turn.turn import Turns
from dialogs.events import Event, FellBehind, NotShown, NotShownReason, Stumbled, Unprinted, WentAway


class Telling:
    """Each is a turn of its own; `carry_on` says what follows from it."""

    def __init__(self, writer: Writer, turns: Turns, clock: Clock) -> None:
        self._writer, self._turns, self._clock = writer, turns, clock
        self.carry_on: Callable[[Outcome | None], None] = lambda outcome: None
        self._under_way: set[asyncio.Task[None]] = set()

    async def chat(self, chat_id: int, event: Event) -> None:
        self.carry_on(await self._writer.run(self._turns.tell, chat_id, event))

    async def case(self, case_id: str, event: Event) -> None:
        self.carry_on(await self._writer.run(self._turns.tell_case, case_id, event))

    async def gone(self, chat_id: int, unsaid: str) -> None:
        await self._writer.run(self._turns.tell, chat_id, WentAway(self._clock.now(), unsaid))

    async def failed(self, chat_id: int) -> None:
        await self.chat(chat_id, Stumbled(self._clock.now()))

    def behind(self, chat_id: int) -> None:
        """More waits for a chat than can be said one by one. If that cannot be told, it does not matter."""
        task = asyncio.create_task(self._behind(chat_id))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _behind(self, chat_id: int) -> None:
        with suppress(DatabaseAway):
            await self.chat(chat_id, FellBehind(self._clock.now()))

    async def not_shown(self, chat_id: int, why: NotShownReason) -> None:
        await self.chat(chat_id, NotShown(self._clock.now(), why))

    async def unprinted(self, chat_id: int, letters: str) -> None:
        await self.chat(chat_id, Unprinted(self._clock.now(), letters))

    async def unlocked(self, unlocking: Unlocking, done: Done) -> bool:
        """What came of a password; whether the case was still there to be told."""
        outcome = await self._writer.run(self._turns.report_unlocked, unlocking, done)
        self.carry_on(outcome)
        return outcome is not None
