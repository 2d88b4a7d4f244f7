"""The one writer: a thread that takes whatever is waiting, does it in one transaction, and commits once for all.

Durability costs one flush of the disk a commit; what waits together shares it. If a piece of work fails, all is undone
and done again with a savepoint each, so that it undoes only itself: functions given to the writer may be called twice.
A future is resolved only after the commit: who awaits it may then acknowledge.

Over PostgreSQL other replicas write as well: what a commit is about is locked in one order before (`order`), and what
was still in another's way is done again.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from bot.storage import identity, order
from bot.storage.commit import Commit, Job, Result, Settle, away
from bot.storage.lock import InUse
from bot.storage.silence import LONGEST_SILENCE, hang_up, line_of
from bot.storage.taking import Taking
from bot.storage.trouble import DatabaseAway

log = logging.getLogger(__name__)

__all__ = ["DatabaseAway", "Writer"]
P = ParamSpec("P")
T = TypeVar("T")

MOST_AT_ONCE = 256
"""Pieces of work in one commit: enough to share a flush, few enough that nobody waits long."""
LONGEST_PATIENCE = 0.1
"""Seconds after which work that would go along with another's commit gets one of its own."""


class Writer:
    """Owns the only connection to the database. Its coroutines, and `close`, belong to the event loop's thread."""

    def __init__(self, engine: Engine, settle: Settle | None = None) -> None:
        self._engine, self._shared = engine, engine.dialect.name == "postgresql"
        self._all_of = Commit(engine.dialect, self._shared, settle)
        self._connection: Connection | None = None
        self._line: Any = None
        """What is below the connection, for the event loop's thread: that must not touch the connection itself."""
        self._letting_go = threading.Lock()
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()  # None: only look for what is patient, or whether to end
        self._patient: deque[Job] = deque()
        self._reminder: asyncio.TimerHandle | None = None
        self._closing = False
        self._busy_since = 0.0
        """Since when a commit is under way; 0: none is."""
        self._displaced, self._told = asyncio.Event(), False
        self.taking = Taking()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def run(self, do: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function on the connection, and return its result once it is committed.

        Raises what it raises, or `DatabaseAway`: then nothing of it was committed.
        """
        job = self._job(lambda connection: do(connection, *args, **kwargs), args)
        self._waiting.put(job)
        result: T = await job.future
        return result

    async def run_along(self, do: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `run`, but without a commit of its own if another comes soon: before it, in the same one."""
        job = self._job(lambda connection: do(connection, *args, **kwargs), args)
        self._patient.append(job)
        # The thread is not woken for it: waking it for every message would cost as much as noting the message.
        if self._reminder is None:
            self._reminder = job.loop.call_later(LONGEST_PATIENCE, self._remind)
        result: T = await job.future
        return result

    async def run_alone(self, do: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `run`, in a commit of its own: what it locks is in the way of nothing else that is committed with it."""
        job = self._job(lambda connection: do(connection, *args, **kwargs), args, alone=True)
        self._waiting.put(job)
        result: T = await job.future
        return result

    async def maintain(self, do: Callable[[Engine], None]) -> None:
        """Run something that needs the database outside a transaction, with nobody writing meanwhile."""
        job = self._job(do, upkeep=True)
        self._waiting.put(job)
        await job.future

    async def until_displaced(self) -> None:
        """Wait until another bot has the database: then this one writes nothing any more. Raises `InUse`."""
        await self._displaced.wait()
        raise InUse("another bot has begun to work on this database")

    async def keep_moving(self) -> None:
        """Until cancelled: end a connection over which a commit has been under way for too long, and see whether what
        could not be stored can be again.

        A road that goes silent tells nobody: without this, the thread would wait for an answer for ever.
        """
        trial: asyncio.Task[None] | None = None
        while True:
            await asyncio.sleep(1)
            if self.taking.is_refused and (trial is None or trial.done()):
                trial = asyncio.create_task(self._try())
            if self._busy_since and time.monotonic() - self._busy_since > LONGEST_SILENCE:
                with self._letting_go:  # or the thread does it just now, and the line may be somebody else's
                    if self._line is not None:
                        log.warning("the database is silent for %d seconds: its connection is ended", LONGEST_SILENCE)
                        self._busy_since = 0.0
                        hang_up(self._line)

    async def _try(self) -> None:
        """Store something: to have read something is no sign that a disk has room again."""
        with suppress(Exception):
            await self.run_alone(identity.touch)
            self.taking.takes()

    def close(self) -> None:
        """Finish what is waiting, then close the connection."""
        self._closing = True
        self._waiting.put(None)
        self._thread.join()
        self._engine.dispose()

    def _job(
        self, do: Callable[[Any], Any], given: tuple[Any, ...] = (), upkeep: bool = False, alone: bool = False
    ) -> Job:
        if self._closing:
            raise DatabaseAway
        loop = asyncio.get_running_loop()
        about = tuple(order.concerned(given)) if self._shared else ()
        return Job(do, loop.create_future(), loop, upkeep, alone, about)

    def _remind(self) -> None:
        self._reminder = None
        if self._patient:
            self._waiting.put(None)

    def _work(self) -> None:
        ending = False
        while not ending:
            taken = self._take()
            ending = self._closing and self._waiting.empty()
            jobs = [self._patient.popleft() for _ in range(len(self._patient))]
            jobs += [job for job in taken if job and not (job.upkeep or job.alone)]
            if jobs:
                self._commit(jobs)
            for job in taken:
                if job and job.alone:
                    self._commit([job])
                if job and job.upkeep:
                    self._disconnect()
                    _hand_back([job], [self._all_of.attempt(job, self._engine)])
        self._disconnect()

    def _take(self) -> list[Job | None]:
        """Wait for work, and take what else is there by then."""
        taken = [self._waiting.get()]
        with suppress(Empty):
            while len(taken) < MOST_AT_ONCE:
                taken.append(self._waiting.get_nowait())
        return taken

    def _connected(self) -> Connection:
        if self._told:  # it may have said what we do not know of: even if it is gone again, we must not go on
            raise InUse
        if self._connection is None:
            self._connection = self._engine.connect()
            self._line = line_of(self._connection)
        return self._connection

    def _disconnect(self, broken: bool = False) -> None:
        if self._connection is not None:
            with self._letting_go:
                self._line = None
            if broken:  # the next one is made anew: a driver's own error tells the pool nothing
                self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _is_broken(self, failure: DatabaseAway) -> bool:
        """Whether the connection is lost, and not only its database away for a while."""
        if self._connection is None or self._connection.invalidated:
            return False
        error = failure.__cause__
        driver: Any = getattr(error, "orig", error)
        return self._engine.dialect.is_disconnect(driver, self._connection.connection.dbapi_connection, None)

    def _commit(self, jobs: list[Job]) -> None:
        self._busy_since = time.monotonic()
        try:
            results = self._all_of(jobs, self._connected())
        except Exception as error:
            if isinstance(error, InUse) and not self._told:
                self._told = True
                jobs[0].loop.call_soon_threadsafe(self._displaced.set)
            results = [(None, away(error)) for _ in jobs]  # nothing was committed: everyone has to know
        self._busy_since = 0.0
        for failure in {failure for _, failure in results if isinstance(failure, DatabaseAway)}:
            self._disconnect(broken=self._is_broken(failure))
            if failure.why:
                self.taking.refuses(failure.why)
        _hand_back(jobs, results)


def _hand_back(jobs: list[Job], results: list[Result]) -> None:
    """Wake the event loop once for all that was committed together."""

    def resolve() -> None:
        for job, result in zip(jobs, results, strict=True):
            job.resolve(*result)

    jobs[0].loop.call_soon_threadsafe(resolve)
