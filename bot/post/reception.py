"""The reception: takes an update from either door, has it committed, and only then lets it be acknowledged."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.post.speaker import Speaker
from bot.storage import cases
from bot.storage.commit import LeftToNewer
from bot.storage.writer import DatabaseAway, Writer
from bot.turn.outcome import Incoming, Outcome, Unlocking
from bot.turn.turn import Turns
from bot.watch.watch import Watch

log = logging.getLogger(__name__)

MOST_TRIES = 3
"""An update that fails this often is recorded as failed, so that it does not block everyone behind it."""


class Reader(Protocol):
    """Reads updates as they come from the chat."""

    def read(self, plain: Any, now: datetime, /) -> Incoming | None:
        """What came in; None if it is nothing the bot knows. Raises whatever a malformed one makes it raise."""

    def identity(self, plain: Any, /) -> Incoming | None:
        """Of one that cannot be read, as much as it takes to record it; None if that is too little."""


class Reception:
    """Where updates arrive. When `take` returns, the update may be acknowledged; when it raises, it must not be."""

    def __init__(
        self,
        reader: Reader,
        writer: Writer,
        turns: Turns,
        speaker: Speaker,
        clock: Clock,
        wake_workers: Callable[[], None],
        unlock: Callable[[Unlocking], None],
        watch: Watch | None = None,
    ) -> None:
        self._reader = reader
        self._writer, self._turns, self._speaker, self._clock = writer, turns, speaker, clock
        self._wake_workers, self._unlock = wake_workers, unlock
        self._watch = watch or Watch()
        self.on_newer: Callable[[], None] = lambda: None
        """Hears that an update is for a newer version, which should be there as well."""

    async def take(self, plain: Any) -> None:
        """Take one update as Telegram's JSON."""
        try:
            update = self._reader.read(plain, self._clock.now())
        except Exception:
            log.exception("an update could not be read")
            self._watch.tally.updates["unreadable"] += 1
            malformed = self._reader.identity(plain)
            if malformed:
                self.carry_on(await self._let_go(malformed, "unreadable"))
            return
        if update is None:
            self._watch.tally.updates["unknown"] += 1
            return
        try:
            with self._watch.taking(update.event):
                outcome: Outcome | None = await self._writer.run(self._turns.take, update)
        except DatabaseAway as away:
            if isinstance(away, LeftToNewer):
                self.on_newer()
            raise  # no fault of the update: however long this lasts, it is not given up
        except Exception as error:
            failures = await self._writer.run(cases.count_failure, update.update_id, self._clock.now())
            log.warning("an update could not be stored (%s)", type(error).__name__)
            if failures < MOST_TRIES:
                raise
            self._watch.tally.updates["given_up"] += 1
            outcome = await self._let_go(update, type(error).__name__)
        if update.callback_id:
            self._speaker.answer(update.callback_id)
        self.carry_on(outcome)

    async def _let_go(self, update: Incoming, failure: str) -> Outcome | None:
        """Record an update that cannot be handled, and tell its sender; if that fails as well, only record it."""
        try:
            return await self._writer.run(self._turns.give_up, update, failure)
        except DatabaseAway:
            raise
        except Exception as error:
            log.warning("the sender of a failed update cannot be told (%s)", type(error).__name__)
            await self._writer.run(self._turns.bury, update, failure)
            return None

    def carry_on(self, outcome: Outcome | None) -> None:
        """Do what a committed turn left to do."""
        if outcome is None:
            return
        self._watch.turned(outcome.turns, outcome.messages)
        if outcome.forgotten:
            self._speaker.forget(outcome.forgotten)
        for chat_id in outcome.anew:
            self._speaker.begin_anew(chat_id)
        self._speaker.post(outcome.messages)
        for chat_id in outcome.unread:
            self._speaker.look(chat_id)
        if outcome.planned:
            self._wake_workers()
        if outcome.unlocking:
            self._unlock(outcome.unlocking)
