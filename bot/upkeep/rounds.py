"""The daily round: every kept file is read, slowly, and what is damaged is told to the operator and its patient."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta

from bot.clock import Clock
from bot.storage import kept
from bot.storage.kept import KeptFile
from bot.storage.trouble import level_of, named
from bot.storage.writer import Writer
from bot.vault import Vault
from bot.vault.condition import Condition, condition
from dialogs.receiving.custody_events import CustodyEvent, FilesDamaged, FilesFound

log = logging.getLogger(__name__)

Tell = Callable[[str, CustodyEvent], Awaitable[None]]
"""Tells the case of this id what became of its files."""

EVERY = timedelta(days=1)
FIRST_AFTER = 60.0
"""Seconds after a start."""
AT_ONCE = 200
"""Rows that are asked for in one look at the database."""
REST = 9.0
"""Of the time a file takes to be read, so many times as much is rested: the disk belongs to patients."""
FEW = 20
"""Files that may be damaged for themselves; if more are, and most of all, something larger is wrong."""


class Rounds:
    """Goes round once a day. `once` can be called for itself."""

    def __init__(self, writer: Writer, vault: Vault, clock: Clock, tell: Tell, rest: float = REST) -> None:
        self._writer, self._vault, self._clock, self._tell, self._rest = writer, vault, clock, tell, rest

    async def run(self) -> None:
        await asyncio.sleep(FIRST_AFTER)
        while True:
            began = time.monotonic()
            try:
                await self.once()
            except Exception as error:
                log.log(level_of(error), "the round through the kept files did not come to its end (%s)", named(error))
            await asyncio.sleep(max(0.0, EVERY.total_seconds() - (time.monotonic() - began)))

    async def once(self) -> None:
        """Read every kept file. A vault that is away, or another's, is told to the operator alone."""
        suspects, looked, opened = await self._look()
        lost = await self._still(suspects)
        most = not opened or len(lost) > max(FEW, looked / 2)
        if lost and (most or await asyncio.to_thread(self._vault.is_away)):
            log.error(
                "%d of %d kept files cannot be opened: the vault or the key is another's, or away; no patient is told",
                len(lost),
                looked,
            )
            return
        for case_id, files in _by_case(lost).items():
            await self._tell(case_id, FilesDamaged(self._clock.now(), files))
        if lost:
            log.error("%d kept files cannot be opened any more; `python -m bot doctor` names them", len(lost))

    async def _look(self) -> tuple[list[tuple[str, int]], int, int]:
        """What was found to be wrong, how many files there are, and how many of their keys open."""
        suspects: list[tuple[str, int]] = []
        looked = opened = 0
        recovering = await self._writer.run(kept.with_losses)
        last = ("", 0)
        while files := await self._writer.run(kept.kept_files, last, AT_ONCE):
            whole: list[KeptFile] = []
            for file in files:
                found = await self._condition(file)
                looked, opened = looked + 1, opened + (found != "key")
                if found != "whole":
                    suspects.append(file.name)
                elif file.case_id in recovering:
                    whole.append(file)
            for case_id, numbers in _by_case(file.name for file in whole).items():
                await self._tell(case_id, FilesFound(self._clock.now(), numbers))
            last = files[-1].name
        return suspects, looked, opened

    async def _still(self, suspects: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """What is still wrong: meanwhile a patient may have deleted a file, or opened it with its password."""
        found: list[tuple[str, int]] = []
        for start in range(0, len(suspects), AT_ONCE):
            for file in await self._writer.run(kept.among, suspects[start : start + AT_ONCE]):
                if await self._condition(file) != "whole":
                    found.append(file.name)
        return found

    async def _condition(self, file: KeptFile) -> Condition:
        began = time.monotonic()
        found = await asyncio.to_thread(condition, self._vault, file.case_id, file.key, file.number, file.sha256)
        await asyncio.sleep(self._rest * (time.monotonic() - began))
        return found


def _by_case(names: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for case_id, number in names:
        found[case_id].append(number)
    return {case_id: tuple(numbers) for case_id, numbers in found.items()}
