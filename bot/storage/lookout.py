"""A connection of its own to PostgreSQL: over it replicas hear each other's calls, and one of them has the duty.

The duty is what one is enough for: asking Telegram for updates, the introduction, tidying, the daily round. It is an
advisory lock of this connection, so it ends when the process or its network does, and another has it a moment later.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from bot.storage.database import NETWORK
from bot.storage.lock import DUTY
from bot.storage.speaking import CHANNEL

if TYPE_CHECKING:
    from psycopg import AsyncConnection

log = logging.getLogger(__name__)

Watch = Callable[[], Coroutine[Any, Any, None]]

LOOK_EVERY = 1.0
"""Seconds between two tries to have the duty, and to reach the database again."""
RESIGNED_FOR = 30.0
"""Seconds for which who gave up the duty leaves it to others."""


class Lookout:
    """Listens until cancelled. `hear` is told of every call, and of None where calls may have been missed;
    `stand_by` hears again and again that another has the duty; `lost` hears that the connection ended.
    """

    def __init__(
        self,
        url: str,
        name: str,
        hear: Callable[[str | None], None],
        stand_by: Callable[[], None],
        lost: Callable[[], None],
    ) -> None:
        self._url, self._name = url, name
        self._hear, self._stand_by, self._lost = hear, stand_by, lost
        self._on_duty = asyncio.Event()
        self._off_duty = asyncio.Event()
        self._off_duty.set()
        self._resigned_at: float | None = None

    def resign(self) -> None:
        """Give up the duty for a while: what came up is for a newer version, which should be there as well."""
        self._resigned_at = time.monotonic()

    async def run(self, watch: Watch | None = None) -> None:
        """`watch`: what whoever had the duty still does while the database is away, until it answers."""
        async with _Watch(watch) as watching:
            await self._run(watching)

    async def _run(self, watching: _Watch) -> None:
        is_told = False
        while True:
            try:
                async with _connection(self._url, self._name) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    await watching.end()
                    if is_told:
                        log.info("the other replicas are heard again")
                    is_told = False
                    self._hear(None)
                    await self._watch(connection)
            except asyncio.CancelledError:
                raise
            except Exception as error:
                if not is_told:
                    log.warning("the other replicas cannot be heard (%s)", type(error).__name__)
                is_told = True
                if self._on_duty.is_set() and not self._resigned_at:
                    watching.begin()
                self._lost()
            finally:
                self._on_duty.clear()
                self._off_duty.set()
            await asyncio.sleep(LOOK_EVERY)

    async def on_duty(self, begin: Callable[[], Sequence[Coroutine[Any, Any, None]]]) -> None:
        """Do what one replica is enough for, whenever and as long as we have the duty. Raises what it raises."""

        async def until_off_duty() -> None:
            await self._off_duty.wait()

        while True:
            await self._on_duty.wait()
            log.info("this replica has the duty")
            tasks = [asyncio.create_task(each) for each in (until_off_duty(), *begin())]
            try:
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _watch(self, connection: AsyncConnection[Any]) -> None:
        while True:
            if self._resigned_at and self._on_duty.is_set():
                self._on_duty.clear()
                self._off_duty.set()
                await connection.execute("SELECT pg_advisory_unlock(%s)", [DUTY])
            if self._resigned_at and time.monotonic() > self._resigned_at + RESIGNED_FOR:
                self._resigned_at = None
            if not self._on_duty.is_set():
                if not self._resigned_at and await self._has_duty(connection):
                    self._off_duty.clear()
                    self._on_duty.set()
                else:
                    self._stand_by()
            async for call in connection.notifies(timeout=LOOK_EVERY):
                self._hear(call.payload)

    async def _has_duty(self, connection: AsyncConnection[Any]) -> bool:
        row = await (await connection.execute("SELECT pg_try_advisory_lock(%s)", [DUTY])).fetchone()
        return bool(row and row[0])


class _Watch:
    """Something that is done between two connections, and never beside the duty itself."""

    def __init__(self, watch: Watch | None) -> None:
        self._watch = watch
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.end()

    def begin(self) -> None:
        if self._watch and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._watch())

    async def end(self) -> None:
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _connection(url: str, name: str) -> AsyncIterator[AsyncConnection[Any]]:
    from psycopg import AsyncConnection  # a bot over SQLite starts without it

    how: dict[str, Any] = {**NETWORK, "application_name": name}
    connection = await AsyncConnection.connect(url, autocommit=True, **how)
    try:
        yield connection
    finally:
        with suppress(Exception):
            await connection.close()
