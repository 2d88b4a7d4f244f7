"""A file's way in: fetched, encrypted, looked at, and kept if it can be read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Literal

from bot.clock import Clock
from bot.documents.inspection import inspect
from bot.storage import cases
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.vault import Vault
from bot.workers import Done, Kept
from dialogs.events import Inspected

Download = Callable[[str], AsyncIterator[bytes]]

SECONDS = 120
"""A download that takes longer is begun again later."""


class Unavailable(Exception):
    """Telegram will never give us this file."""

    def __init__(self, state: Literal["too_big", "not_fetched"]) -> None:
        super().__init__(state)
        self.state = state


class Arrival:
    """Brings one file in; at most two at a time, so that looking at them leaves the bot quick."""

    def __init__(self, writer: Writer, vault: Vault, download: Download, clock: Clock) -> None:
        self._writer, self._vault, self._download, self._clock = writer, vault, download, clock
        self._places = asyncio.Semaphore(2)

    async def fetch(self, task: Task) -> Done:
        """Fetch and look at a file. Raises what the network or the disk raises: then nothing is kept."""
        stored = await self._writer.run(cases.get, task.case_id)
        if stored is None:
            return Done()
        number = int(task.subject)
        try:
            async with self._places, asyncio.timeout(SECONDS):
                return await self._take_in(stored.key, task, number)
        except Unavailable as never:
            return Done(Inspected(self._clock.now(), number, never.state))

    async def give_up(self, task: Task) -> Done:
        return Done(Inspected(self._clock.now(), int(task.subject), "not_fetched"))

    async def unlock(self, case_id: str, key: bytes, number: int, password: str) -> Done:
        """Locked files are not kept here, so that no password opens one."""
        return Done(Inspected(self._clock.now(), number, "locked", remarks=("other_lock",)))

    async def _take_in(self, key: bytes, task: Task, number: int) -> Done:
        with self._vault.receive(task.case_id, key, number) as deposit:
            async for chunk in self._download(task.details):
                await asyncio.to_thread(deposit.write, chunk)
            sealed = await asyncio.to_thread(deposit.seal)
            verdict = await inspect(deposit.read())
            event = Inspected(self._clock.now(), number, verdict.state, verdict.pages, verdict.remarks, verdict.facts)
            if verdict.state != "readable":
                return Done(event)
            await asyncio.to_thread(deposit.keep)
            return Done(event, Kept(number, sealed.size, sealed.sha256, verdict.kind))
