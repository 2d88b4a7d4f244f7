"""What was deleted stays deleted, also when the database or the vault comes back from an older backup.

A deletion is noted in the database and as an empty file, named by the case's opaque id, in the folder `deletions`: a
name a file, so that a backup laid over the folder takes nothing away. Where files lie in an object store it is noted
there too: of several bots each has a folder of its own, and none of these need outlive its machine.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bot.clock import Clock
from bot.storage import cases, deletions, work
from bot.storage.connection import Connection
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.vault import stable
from bot.vault.errors import VaultAway
from bot.vault.names import require_case_id
from bot.vault.shelf import Shelf

log = logging.getLogger(__name__)


class Deletions:
    """The deletions of one installation. `folder` is there from the first start: an operator keeps it elsewhere too."""

    def __init__(self, folder: Path, writer: Writer, turns: Turns, clock: Clock, shelf: Shelf | None = None) -> None:
        self._folder, self._writer, self._turns, self._clock = folder, writer, turns, clock
        self._shelf = shelf

    async def repeat(self) -> None:
        """At a start, before anything is served: delete again what came back."""
        told = await asyncio.to_thread(self._noted)
        in_database = await self._writer.run(self._bring_in, told)
        for case_id in in_database - told:
            await asyncio.to_thread(note_in, self._folder, [case_id])
        back = await self._writer.run(deletions.back_again)
        for case_id in back:
            await self._writer.run(self._delete_again, case_id)
        if back:
            log.warning("%d deleted case(s) came back with the database, and were deleted again", len(back))

    def note(self, case_id: str) -> None:
        """Put a deletion on stable storage, beside the database; raises OSError if the disk or the store refuses."""
        note_in(self._folder, [case_id])
        if self._shelf:
            self._shelf.note_deleted(case_id)

    async def note_on_the_shelf(self) -> None:
        """What the store does not know yet, of a time before it was told. Raises OSError if it refuses."""
        if self._shelf and self._shelf.is_shared:
            known = await asyncio.to_thread(self._shelf.deleted)
            for case_id in await self._writer.run(deletions.noted) - known:
                await asyncio.to_thread(self._shelf.note_deleted, case_id)

    def _noted(self) -> set[str]:
        with suppress(OSError):  # a full disk says so where something has to be noted
            stable.make_folder(self._folder)
        on_the_shelf = set[str]()
        with suppress(VaultAway):  # it is asked again at the next start
            on_the_shelf = self._shelf.deleted() if self._shelf else on_the_shelf
        return noted_in(self._folder) | on_the_shelf

    def _bring_in(self, connection: Connection, told: set[str]) -> set[str]:
        in_database = deletions.noted(connection)
        for case_id in told - in_database:
            deletions.note(connection, case_id)
        return in_database

    def _delete_again(self, connection: Connection, case_id: str) -> None:
        stored = cases.get(connection, case_id)
        if stored is None:
            return
        cases.forget(connection, stored)
        work.plan(connection, case_id, work.ERASE, "", self._clock.now())
        self._turns.errands.leave(connection, stored.chat_id)


def note_in(folder: Path, case_ids: Iterable[str]) -> None:
    """Put deletions on stable storage in a folder, a name a file; raises OSError if the disk refuses."""
    stable.make_folder(folder)
    for case_id in case_ids:
        require_case_id(case_id)
        (folder / case_id).touch(mode=0o600)
    stable.flush_folder(folder)


def noted_in(folder: Path) -> set[str]:
    """The deletions that are noted in a folder; none if it is not there."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return set()
    return {name for name in names if _is_case_id(name)}


def _is_case_id(name: str) -> bool:
    try:
        require_case_id(name)
    except ValueError:
        return False
    return True
