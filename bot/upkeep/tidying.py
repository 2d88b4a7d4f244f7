"""Tidying: nothing stays that was deleted or half-written; and nothing is erased for being unknown."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from bot.storage import cases, deletions
from bot.storage.database import truncate_log
from bot.storage.trouble import level_of, named
from bot.storage.work import Task
from bot.storage.writer import DatabaseAway, Writer
from bot.turn.done import Done
from bot.upkeep.deletions import Deletions
from bot.upkeep.unknown import Unknown
from bot.vault import Vault

log = logging.getLogger(__name__)

UPDATES_KEPT = timedelta(days=3)
"""Telegram delivers an update again for 24 hours at most."""
AT_ONCE = 500
"""Rows that tidying looks at in one commit, so that nobody waits long behind it."""
TRIES_TO_EMPTY = 30
"""Seconds in which a deletion waits for readers of the database, such as a backup, to be done."""
UNDER_WAY = timedelta(days=1)
"""What was written later than that may still be on its way: a large packet takes hours."""
CLOCKS_APART = timedelta(milliseconds=100)
"""By which a file's date may lie before the moment at which it was written: the kernel dates coarsely."""
FIRST_PAUSE, PAUSE = timedelta(hours=1), timedelta(days=1)
"""Between the round at a start and the next, and between any two after that."""


class Tidying:
    """Erases what was deleted at once, and once a day what was left half-written; what is unknown is set aside."""

    def __init__(self, writer: Writer, vault: Vault, clock: Clock, deletions: Deletions, *, alone: bool = True) -> None:
        self._writer, self._vault, self._clock, self._deletions = writer, vault, clock, deletions
        self._unknown = Unknown(writer, vault)
        # What was written before we began is nobody's any more, unless other replicas are at it.
        self._began = datetime.now(UTC) - CLOCKS_APART if alone else datetime.min.replace(tzinfo=UTC)

    async def erase(self, task: Task) -> Done:
        """Erase one file, or (without a subject) all that a deleted case held."""
        if task.subject:
            await asyncio.to_thread(self._vault.erase, task.case_id, int(task.subject))
            await self.leave_no_trace(task)
        else:
            # First the files: a full disk may refuse the note, and has room for it then.
            await asyncio.to_thread(self._vault.erase_case, task.case_id)
            await asyncio.to_thread(self._deletions.note, task.case_id)
        return Done()

    async def case_is_gone(self, task: Task) -> None:
        await self.put_away(task.case_id)

    async def put_away(self, case_id: str) -> None:
        """What lies there for a case that the database has not: erased if it was deleted, else set aside."""
        if await self._writer.run(deletions.among, [case_id]):
            await asyncio.to_thread(self._vault.erase_case, case_id)
        elif moved := await asyncio.to_thread(self._vault.set_case_aside, case_id):
            log.warning("%d file(s) of a case that is not in the database were set aside", moved)

    async def leave_no_trace(self, _: Task) -> None:
        """Deleted rows are overwritten; now empty the log that still holds their old pages."""
        for _second in range(TRIES_TO_EMPTY):
            with suppress(DatabaseAway):
                await self._writer.maintain(truncate_log)
                return
            await asyncio.sleep(1)
        log.warning("the database's log could not be emptied; it is at the next deletion")

    async def run(self) -> None:
        """At the start, an hour later, and then once a day."""
        pause = FIRST_PAUSE
        await self.tidy(at_start=True)
        while True:
            await asyncio.sleep(pause.total_seconds())
            await self.tidy(at_start=False)
            pause = PAUSE

    async def tidy(self, *, at_start: bool) -> None:
        """One round: half-written files, files that no case knows, ids of old updates. It never fails."""
        try:
            # The process's own clock: it is the one that files are dated by.
            before = datetime.now(UTC) - UNDER_WAY
            if not self._vault.is_shared:  # nobody else can have anything under way
                before = max(self._began, before)
            await asyncio.to_thread(self._vault.sweep_parts, before)
            await self._deletions.note_on_the_shelf()
            await self._unknown.sort(before)
            if not at_start:
                await self._unknown.erase_old(self._clock.now())
            while await self._writer.run(cases.forget_updates, self._clock.now() - UPDATES_KEPT, AT_ONCE):
                pass
        except Exception as error:
            log.log(level_of(error), "tidying did not succeed (%s)", named(error))
