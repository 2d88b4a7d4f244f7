"""A second look at files that are kept, and that we could not look at when they came."""

from __future__ import annotations

import asyncio

from bot.clock import Clock
from bot.documents.fitness import Fitness, Unfit
from bot.documents.inspection import inspect
from bot.storage import cases
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, Kept
from bot.vault import Missing, Tampered, Vault
from dialogs.events import Inspected
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
                verdict = await inspect(self._vault.read(stored.id, stored.key, number, sha256), self._rules)
            except (Missing, Tampered):
                return Done(FilesDamaged(self._clock.now(), (number,)))
            if await self._fitness.is_to_blame(verdict):
                raise Unfit
        event = Inspected(
            self._clock.now(),
            number,
            verdict.state,
            verdict.pages,
            verdict.remarks,
            verdict.facts,
            verdict.kind,
            sha256,
            verdict.drawn,
            verdict.compared,
            verdict.stands,
            verdict.sheet,
        )
        if verdict.state not in ("readable", "locked"):
            return Done(event)
        return Done(event, Kept(number, size, sha256, verdict.kind))
