"""Passwords that patients gave for their files: tried once, in memory, and forgotten.

Not a row of work, like all else that takes time: a password must not lie on a disk. If we are killed meanwhile, the
file is locked as before, and the patient may try again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.turn.done import Done
from bot.turn.outcome import Unlocking

log = logging.getLogger(__name__)

Unlock = Callable[[str, bytes, int, str], Awaitable[Done]]
"""Tries a password: case, its wrapped key, document, password."""


class Unlocker:
    """Tries passwords; `report` hears what came of each, `tell_failed` of one that could not be tried."""

    def __init__(
        self,
        unlock: Unlock,
        report: Callable[[Unlocking, Done], Awaitable[None]],
        tell_failed: Callable[[int], Awaitable[None]],
    ) -> None:
        self._unlock, self._report, self._tell_failed = unlock, report, tell_failed
        self._busy: set[asyncio.Task[None]] = set()

    def begin(self, unlocking: Unlocking) -> None:
        task = asyncio.create_task(self._try(unlocking))
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)

    async def stop(self) -> None:
        """Let go of what is under way; those files stay locked."""
        busy = list(self._busy)
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)

    async def _try(self, unlocking: Unlocking) -> None:
        try:
            done = await self._unlock(unlocking.case_id, unlocking.key, unlocking.document, unlocking.password)
            await self._report(unlocking, done)
        except Exception as error:
            log.warning("a password could not be tried (%s)", type(error).__name__)
            await self._tell_failed(unlocking.chat_id)
