"""Files that the database does not know: set aside for a month, and put back when it knows them again.

A database may be an older one than the files beside it, restored from a backup; then what it does not know is what
patients sent since. So nothing is erased for being unknown, and if much is, it is not even moved.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeVar

from bot.storage import cases, deletions, kept
from bot.storage.writer import Writer
from bot.vault import Tampered, Vault

log = logging.getLogger(__name__)

KEPT_ASIDE = timedelta(days=30)
"""Long enough that somebody misses a file and the operator finds the newer database."""
FEW, SHARE = 20, 0.05
"""More unknown files than both of these (a number, a share of all) are no leftovers: it is the wrong database."""
AT_ONCE = 500
"""Files that are asked about in one commit, so that nobody waits long behind it."""

Name = tuple[str, int]
One = TypeVar("One")


class Unknown:
    """Sorts what the database does not know, and what it knows again."""

    def __init__(self, writer: Writer, vault: Vault) -> None:
        self._writer, self._vault = writer, vault

    async def sort(self, before: datetime) -> None:
        """Put back what is known again, erase what was deleted, and set aside what is unknown and was written before a
        moment: what was written later may be waiting for its row.
        """
        await self._put_back()
        await self._settle(before)
        lying = await asyncio.to_thread(lambda: list(self._vault.contents()))
        unknown = await self._unknown(lying)
        deleted = await self._writer.run(deletions.among, sorted({case_id for case_id, _ in unknown}))
        for case_id in deleted:
            await asyncio.to_thread(self._vault.erase_case, case_id)
        unknown = [name for name in unknown if name[0] not in deleted]
        unknown = await asyncio.to_thread(lambda: [n for n in unknown if self._vault.written_before(*n, before)])
        if unknown and not await self._writer.run(kept.cases_known):
            log.warning("%d file(s) stay where they are: the database is empty; is it the right one?", len(unknown))
        elif len(unknown) > max(FEW, SHARE * len(lying)):
            told = "%d of %d file(s) are unknown to the database and stay where they are: is it an older backup?"
            log.warning(told, len(unknown), len(lying))
        elif unknown:
            moved = await asyncio.to_thread(lambda: sum(self._vault.set_aside(*name) for name in unknown))
            told = "%d file(s) that the database does not know were set aside; they are erased after %d days"
            log.warning(told, moved, KEPT_ASIDE.days)

    async def erase_old(self, now: datetime) -> None:
        """Erase what was set aside long ago, unless the database is empty."""
        if await self._writer.run(kept.cases_known):
            erased = await asyncio.to_thread(self._vault.erase_set_aside, (now - KEPT_ASIDE).date())
            if erased:
                log.warning("%d file(s) that were set aside %d days ago were erased", erased, KEPT_ASIDE.days)

    async def _put_back(self) -> None:
        back = 0
        for some in _parts(await asyncio.to_thread(self._vault.lying_aside)):
            deleted = await self._writer.run(deletions.among, sorted({case_id for case_id, _ in some}))
            for case_id in deleted:
                await asyncio.to_thread(self._vault.erase_case, case_id)
            for case_id, document, key, sha256 in await self._writer.run(cases.kept_documents, some):
                try:
                    back += await asyncio.to_thread(self._vault.put_back, case_id, key, document, sha256)
                except Tampered:
                    log.warning("a case's key does not open a file that was set aside")
        if back:
            log.warning("%d file(s) that had been set aside were put back: the database knows them again", back)

    async def _settle(self, before: datetime) -> None:
        """Of a file that is kept twice, the one that its row means stays."""
        for some in _parts(await asyncio.to_thread(self._vault.kept_twice)):
            for case_id, document, key, sha256 in await self._writer.run(cases.kept_documents, some):
                with suppress(Tampered):  # told where it is read
                    await asyncio.to_thread(self._vault.settle, case_id, key, document, sha256, before)

    async def _unknown(self, lying: Sequence[Name]) -> list[Name]:
        unknown: set[Name] = set()
        for some in _parts(lying):
            unknown |= await self._writer.run(cases.unknown_documents, some)
        return sorted(unknown)


def _parts(all_of_them: Sequence[One]) -> Iterator[Sequence[One]]:
    return (all_of_them[start : start + AT_ONCE] for start in range(0, len(all_of_them), AT_ONCE))
