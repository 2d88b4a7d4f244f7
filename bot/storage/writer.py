"""The one writer: a thread that takes whatever is waiting, does it in one transaction, and commits once for all.

Durability costs one flush of the disk a commit; what waits together shares it. If a piece of work fails, all is undone
and done again with a savepoint each, so that it undoes only itself: functions given to the writer may be called twice.
A future is resolved only after the commit: who awaits it may then acknowledge.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

P = ParamSpec("P")
T = TypeVar("T")
Result = tuple[Any, BaseException | None]

MOST_AT_ONCE = 256
"""Pieces of work in one commit: enough to share a flush, few enough that nobody waits long."""
LONGEST_PATIENCE = 0.1
"""Seconds after which work that would go along with another's commit gets one of its own."""


class DatabaseAway(Exception):
    """The database cannot be used now (locked, full, closed): nothing was committed, and it may be asked again."""


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work and who waits for it."""

    do: Callable[[Any], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop

    def resolve(self, result: Any, failure: BaseException | None) -> None:
        """In the event loop's thread: let who waits go on."""
        if self.future.done():
            return
        if failure is not None:
            self.future.set_exception(failure)
        else:
            self.future.set_result(result)


class Writer:
    """Owns the only connection to the database. Its coroutines belong to the event loop's thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._waiting: deque[Job] = deque()
        self._patient: deque[Job] = deque()
        self._upkeep: deque[Job] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def run(self, do: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function on the connection, and return its result once it is committed.

        Raises what it raises, or `DatabaseAway`: then nothing of it was committed.
        """
        result: T = await self._put(self._waiting, lambda connection: do(connection, *args, **kwargs))
        return result

    async def run_along(self, do: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `run`, but without a commit of its own if another comes soon: before it, in the same one."""
        result: T = await self._put(self._patient, lambda connection: do(connection, *args, **kwargs))
        return result

    async def maintain(self, do: Callable[[Engine], None]) -> None:
        """Run something that needs the database outside a transaction, with nobody writing meanwhile."""
        await self._put(self._upkeep, do)

    def close(self) -> None:
        """Finish what is waiting, then close the connection."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        self._engine.dispose()

    async def _put(self, queue: deque[Job], do: Callable[[Any], Any]) -> Any:
        loop = asyncio.get_running_loop()
        job = Job(do, loop.create_future(), loop)
        with self._changed:
            if self._closing:
                raise DatabaseAway
            queue.append(job)
            self._changed.notify()
        return await job.future

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._patient or self._is_urgent())
                self._changed.wait_for(self._is_urgent, timeout=LONGEST_PATIENCE)
                if not self._patient and not self._waiting and not self._upkeep:
                    break
                jobs = [self._patient.popleft() for _ in range(min(len(self._patient), MOST_AT_ONCE))]
                jobs += [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_AT_ONCE))]
                upkeep = [self._upkeep.popleft() for _ in range(len(self._upkeep))]
            if jobs:
                self._commit(jobs)
            if upkeep:
                self._disconnect()
            for job in upkeep:
                _hand_back([job], [_attempt(job, self._engine)])
        self._disconnect()

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _is_urgent(self) -> bool:
        return bool(self._waiting or self._upkeep or self._closing)

    def _commit(self, jobs: list[Job]) -> None:
        try:
            results = self._together(jobs) or self._apart(jobs)
        except Exception as error:
            results = [(None, _away(error)) for _ in jobs]  # nothing was committed: everyone has to know
            self._disconnect()  # the pool looks whether the connection is still good
        _hand_back(jobs, results)

    def _together(self, jobs: list[Job]) -> list[Result]:
        """Commit all jobs, or none: then the list is empty."""
        results: list[Result] = []
        connection = self._connected()
        with connection.begin() as transaction:
            for job in jobs:
                result, failure = _attempt(job, connection)
                if failure is not None:
                    transaction.rollback()
                    return [(None, failure)] if len(jobs) == 1 else []
                results.append((result, None))
        return results

    def _apart(self, jobs: list[Job]) -> list[Result]:
        """Commit those jobs that succeed."""
        results: list[Result] = []
        connection = self._connected()
        with connection.begin():
            for job in jobs:
                savepoint = connection.begin_nested()
                result, failure = _attempt(job, connection)
                if failure is None:
                    savepoint.commit()
                else:
                    savepoint.rollback()
                results.append((result, failure))
        return results


def _hand_back(jobs: list[Job], results: list[Result]) -> None:
    """Wake the event loop once for all that was committed together."""

    def resolve() -> None:
        for job, result in zip(jobs, results, strict=True):
            job.resolve(*result)

    jobs[0].loop.call_soon_threadsafe(resolve)


def _attempt(job: Job, argument: object) -> Result:
    try:
        return job.do(argument), None
    except OperationalError as error:
        return None, _away(error)
    except Exception as error:
        return None, error


def _away(error: Exception) -> DatabaseAway:
    away = DatabaseAway(type(error).__name__)
    away.__cause__ = error
    return away
