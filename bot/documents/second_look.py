"""A second look at files that are kept, and that we could not look at when they came."""

from __future__ import annotations

import asyncio
from functools import partial

from bot.clock import Clock
from bot.documents.fitness import Fitness, Unfit
from bot.documents.inspection import inspect_any
from bot.kinds.findings import KEPT
from bot.storage import cases
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, Kept
from bot.vault import Missing, Tampered, Vault
from dialogs.receiving.custody_events import FilesDamaged


class SecondLook:
    """Looks at one file at a time; the rules (JSON) say how what is printed on a paper is recognised."""

    def __init__(self, writer: Writer, vault: Vault, clock: Clock, fitness: Fitness, rules: bytes = b"{}") -> None:
        self._writer, self._vault, self._clock, self._fitness = writer, vault, clock, fitness
        self._rules = rules
        self._place = asyncio.Semaphore(1)

    async def look(self, task: Task) -> Done:
        """Look at a file as if it had just come. Raises `Unfit` while we still cannot: then it is tried again."""
        number = int(task.subject)
        async with self._place:
            stored = await self._writer.run(cases.get, task.case_id)
            document = stored.case.document(number) if stored else None
            if stored is None or document is None or document.state != "unseen":
                return Done()
            size, sha256 = await self._writer.run(cases.kept, stored.id, number)
            try:
                where = stored.id, stored.key, number, sha256
                ways = partial(self._vault.read, *where), partial(self._vault.lend, *where)
                verdict = await inspect_any(size, *ways, self._rules)
            except (Missing, Tampered):
                return Done(FilesDamaged(self._clock.now(), (number,)))
            if await self._fitness.is_to_blame(verdict):
                raise Unfit
        event = verdict.told(self._clock.now(), number, sha256)
        if verdict.state not in KEPT:
            return Done(event)
        return Done(event, Kept(number, size, sha256, verdict.kind))
