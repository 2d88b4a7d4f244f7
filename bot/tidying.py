"""Tidying: nothing stays that was deleted, half-written, or is known to nobody."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from bot.storage import cases
from bot.storage.database import truncate_log
from bot.storage.work import Task
from bot.storage.writer import DatabaseAway, Writer
from bot.vault import Vault
from bot.workers import Done

log = logging.getLogger(__name__)

UPDATES_KEPT = timedelta(days=3)
"""Telegram delivers an update again for 24 hours at most."""
AT_ONCE = 500
"""Rows that tidying looks at in one commit, so that nobody waits long behind it."""
TRIES_TO_EMPTY = 30
"""Seconds in which a deletion waits for readers of the database, such as a backup, to be done."""


class Tidying:
    """Erases what must go: the folder of a deleted case at once, everything else once a day."""

    def __init__(self, writer: Writer, vault: Vault, clock: Clock) -> None:
        self._writer, self._vault, self._clock = writer, vault, clock
        self._began = datetime.now(UTC)

    async def erase(self, task: Task) -> Done:
        """Erase one file, or (without a subject) all that a deleted case held."""
        if task.subject:
            await asyncio.to_thread(self._vault.erase, task.case_id, int(task.subject))
            await self.leave_no_trace(task)
        else:
            await self.erase_folder(task)
        return Done()

    async def erase_folder(self, task: Task) -> None:
        await asyncio.to_thread(self._vault.erase_case, task.case_id)

    async def leave_no_trace(self, _: Task) -> None:
        """Deleted rows are overwritten; now empty the log that still holds their old pages."""
        for _second in range(TRIES_TO_EMPTY):
            with suppress(DatabaseAway):
                await self._writer.maintain(truncate_log)
                return
            await asyncio.sleep(1)
        log.warning("the database's log could not be emptied; it is at the next deletion")

    async def run(self) -> None:
        """At the start and once a day: files half-written before us, files whose case is gone, ids of old updates."""
        while True:
            try:
                await asyncio.to_thread(self._vault.sweep_parts, self._began)
                lying = await asyncio.to_thread(lambda: list(self._vault.contents()))
                for start in range(0, len(lying), AT_ONCE):
                    some = lying[start : start + AT_ONCE]
                    for case_id, document in await self._writer.run(cases.unknown_documents, some):
                        await asyncio.to_thread(self._vault.erase, case_id, document)
                while await self._writer.run(cases.forget_updates, self._clock.now() - UPDATES_KEPT, AT_ONCE):
                    pass
            except Exception as error:
                log.warning("tidying did not succeed (%s)", type(error).__name__)
            await asyncio.sleep(timedelta(days=1).total_seconds())
