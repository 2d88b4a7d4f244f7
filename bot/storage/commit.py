"""One commit for many pieces of work: all of them in one transaction, or with a savepoint each if one fails."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import OperationalError

from bot.storage import order
from bot.storage.lock import InUse
from bot.storage.trouble import DatabaseAway, in_words_at_work

log = logging.getLogger(__name__)

Result = tuple[Any, BaseException | None]
Settle = Callable[[Connection, list[Any]], list[Any]]
"""Has the last word in a commit: takes what came of its pieces of work, and gives back what their owners hear."""
MOST_TRIES = 20
"""How often a commit is tried in whose way other replicas are."""
LAST = 1 << 64
"""Behind every chat."""


class LeftToNewer(DatabaseAway):
    """A case that a newer version of the bot wrote, which is at work as well, or was: to this one it is not there."""


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work and who waits for it."""

    do: Callable[[Any], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    upkeep: bool = False
    """It needs the engine, outside any transaction."""
    alone: bool = False
    """It wants a commit of its own."""
    about: tuple[int | str, ...] = ()
    """The chats and cases that it is about, where others write as well."""

    def resolve(self, result: Any, failure: BaseException | None) -> None:
        """In the event loop's thread: let who waits go on."""
        if self.future.done():
            return
        if failure is not None:
            self.future.set_exception(failure)
        else:
            self.future.set_result(result)


@dataclass(frozen=True)
class Commit:
    """Commits pieces of work, and says what came of each. `shared`: others write to the same database."""

    dialect: Dialect
    shared: bool
    settle: Settle | None = None

    def __call__(self, jobs: list[Job], connection: Connection) -> list[Result]:
        """Raises what the database raises: then nothing was committed."""
        if self.shared:
            # Whoever is about chats goes in their order, and then whoever is about none, as it came.
            jobs.sort(key=lambda job: min((each for each in job.about if isinstance(each, int)), default=LAST))
        tries = 0
        while True:
            try:
                return self._together(jobs, connection) or self._apart(jobs, connection)
            except Exception as error:
                tries += 1
                if not order.is_passing(error) or tries == MOST_TRIES:
                    raise
                log.info("another replica was in the way (%s); try %d follows", type(error).__name__, tries + 1)
                time.sleep(random.uniform(0, 0.05 * tries))  # noqa: S311 - so that they do not meet again

    def attempt(self, job: Job, argument: object) -> Result:
        """Raises only what says that another replica was in the way."""
        try:
            return job.do(argument), None
        except Exception as error:
            if order.is_passing(error):
                raise
            is_away = isinstance(error, OperationalError | self.dialect.loaded_dbapi.OperationalError)
            return None, away(error) if is_away else error

    def _together(self, jobs: list[Job], connection: Connection) -> list[Result]:
        """Commit all jobs, or none: then the list is empty."""
        results: list[Result] = []
        with connection.begin() as transaction:
            self._hold(connection, jobs)
            for job in jobs:
                result, failure = self.attempt(job, connection)
                if failure is not None:
                    transaction.rollback()
                    return [(None, failure)] if len(jobs) == 1 else []
                results.append((result, None))
            return self._settled(connection, results)

    def _apart(self, jobs: list[Job], connection: Connection) -> list[Result]:
        """Commit those jobs that succeed."""
        results: list[Result] = []
        with connection.begin():
            self._hold(connection, jobs)
            for job in jobs:
                savepoint = connection.begin_nested()
                result, failure = self.attempt(job, connection)
                if failure is None:
                    savepoint.commit()
                else:
                    savepoint.rollback()
                results.append((result, failure))
            return self._settled(connection, results)

    def _hold(self, connection: Connection, jobs: list[Job]) -> None:
        """Lock what the jobs are about; one alone does that itself."""
        about = {each for job in jobs for each in job.about} if self.shared and len(jobs) > 1 else ()
        if about:
            order.hold(connection, about)

    def _settled(self, connection: Connection, results: list[Result]) -> list[Result]:
        if self.settle is None:
            return results
        told = iter(self.settle(connection, [result for result, failure in results if failure is None]))
        return [(None, failure) if failure else (next(told), None) for _, failure in results]


def away(error: Exception) -> DatabaseAway:
    unusable = DatabaseAway(type(error).__name__)
    unusable.__cause__ = error
    if not isinstance(error, InUse):  # then it answers, and another bot has it
        unusable.why = in_words_at_work(error)
    return unusable
