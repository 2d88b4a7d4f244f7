"""This replica among the others: its name, that it is alive, and how many there are."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress

from bot.clock import Clock
from bot.storage import replicas, work
from bot.storage.connection import Connection
from bot.storage.replicas import BEAT_EVERY, LIFE, new_name
from bot.storage.trouble import level_of, named
from bot.storage.writer import Writer

log = logging.getLogger(__name__)

RETRY_AFTER = 0.5
"""Seconds between two tries while the database is away."""
MARGIN = 3.0
"""So many seconds before others may take us for dead we say nothing more: what is on its way arrives meanwhile."""


class Presence:
    """Beats until cancelled. `name` is known to the writer's thread; it changes when others took us for dead."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.name = new_name()
        self.alive = 1
        """How many replicas there are, this one among them."""
        self.on_change: Callable[[int], None] = lambda alive: None
        self.on_death: Callable[[], None] = lambda: None
        """Hears that others took us for dead, before we go on under a new name."""
        self._beaten = 0.0
        self._fresh, self._in_doubt = asyncio.Event(), asyncio.Event()

    async def arrive(self, writer: Writer) -> None:
        """Be one of the replicas; what dead ones were at is free."""
        began = time.monotonic()
        await writer.run(replicas.arrive, self.name)
        self._beaten = began
        log.info("this replica is %s", self.name)
        await self._beat(writer)

    async def run(self, writer: Writer) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT_EVERY):
                    await self._in_doubt.wait()
            try:
                await self._beat(writer)
            except Exception as error:
                log.log(level_of(error), "the others cannot be told that we are alive (%s)", named(error))
                await asyncio.sleep(RETRY_AFTER)

    def doubt(self) -> None:
        """Our connection ended, as that of a dead replica does: others may take us for one."""
        self._beaten = min(self._beaten, time.monotonic() - LIFE)
        self._in_doubt.set()

    async def leave(self, writer: Writer) -> None:
        """We stop in good order: what is ours is free at once."""
        with suppress(Exception):  # then we are found to be dead in a while
            await writer.run(replicas.leave, self.name)

    async def may_speak(self) -> None:
        """Wait until it is certain that nobody takes us for dead."""
        while time.monotonic() > self._beaten + LIFE - MARGIN:
            self._fresh.clear()
            await self._fresh.wait()

    async def _beat(self, writer: Writer) -> None:
        began, name = time.monotonic(), self.name
        # Who was kept from beating, as all are by a database that was away, lets the others beat before it judges them.
        alive = await writer.run(self._beat_in, began - self._beaten < LIFE - MARGIN)
        if self.name != name:
            log.warning("others took this replica for dead: it lets go of everything, and goes on as %s", self.name)
            self.on_death()
        self._beaten = began
        self._in_doubt.clear()
        self._fresh.set()
        if alive != self.alive:
            self.alive = alive
            self.on_change(alive)

    def _beat_in(self, connection: Connection, may_judge: bool) -> int:
        if not replicas.beat(connection, self.name):
            self.name = new_name(self.name)
            replicas.arrive(connection, self.name)
        if may_judge and (dead := replicas.bury(connection, self.name)):
            log.warning("%d other replica(s) are dead: what they were at goes on here", len(dead))
            work.release_all(connection, self._clock.now(), dead)
        return replicas.alive(connection)
