"""Everything that is kept about a patient: found, and made in parts as each is sent, so that nothing more lies here."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from bot.clock import Clock
from bot.export.record import record
from bot.packet.endings import with_ending
from bot.packet.originals import LARGEST, Original, archived, batches, numbered
from bot.packet.pieces import FIRST_WORDS
from bot.papers.papers import IN_MEMORY, AlreadyTold, File, Paper
from bot.storage import about, accesses, cases, expiring, outbox
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, NotNow
from bot.vault import Missing, Tampered, Vault
from bot.vault.flow import Flow
from dialogs.receiving.custody_events import FilesDamaged
from dialogs.roads.keeping.events import EverythingGathered, ExportFailed
from dialogs.words.everything import Everything, Known

log = logging.getLogger(__name__)

Tell = Callable[[int, ExportFailed | FilesDamaged], Awaitable[None]]
ROOM = 3_000_000
"""Bytes of the first part that are left for the page and the JSON."""
PAUSE = timedelta(seconds=20)
"""Between two looks whether an earlier copy is sent."""
KIND = "export"
"""What its parts are called in the outbox."""


class Exporting:
    """Gathers, and makes the parts; `days` is for how long a case is kept."""

    def __init__(
        self,
        writer: Writer,
        vault: Vault,
        clock: Clock,
        everything: Everything,
        days: int,
        tell: Tell,
        largest: int = LARGEST,
    ) -> None:
        """`largest`: bytes of files in one part."""
        self._largest = largest
        self._writer, self._vault, self._clock = writer, vault, clock
        self._everything, self._days, self._tell = everything, days, tell

    async def gather(self, task: Task) -> Done:
        """Find out in which parts all of it can be sent; one copy at a time is on its way to a patient."""
        stored = await self._writer.run(cases.get, task.case_id)
        if stored is None:
            return Done()
        if await self._writer.run(outbox.waits, stored.chat_id, KIND):
            raise NotNow("an earlier copy is still being sent", PAUSE)
        sizes = await self._writer.run(cases.sizes, task.case_id)
        numbers = sorted(number for number in sizes if number < FIRST_WORDS)
        parts = tuple(tuple(each) for each in batches(numbers, sizes.__getitem__, ROOM, self._largest)) or ((),)
        return Done(EverythingGathered(self._clock.now(), int(task.subject), parts))

    async def give_up(self, _: Task) -> Done:
        return Done(ExportFailed(self._clock.now()))

    async def paper(self, chat_id: int, content: Mapping[str, Any]) -> Paper:
        """One part, as things now stand. Raises `AlreadyTold` if it cannot be made, or there is nothing any more."""
        stored = await self._writer.run(cases.find, chat_id)
        if stored is None:
            raise AlreadyTold
        try:
            rows, known, sizes = await self._writer.run(self._rows, stored, content)
            made, lost = await asyncio.to_thread(self._made, stored, rows, known, sizes, content)
        except Exception as error:
            log.error("a copy of everything could not be made (%s)", type(error).__name__)
            await self._tell(chat_id, ExportFailed(self._clock.now()))
            raise AlreadyTold from error
        if lost:
            log.error("%d kept files cannot be opened any more; `python -m bot doctor` names them", len(lost))
            await self._tell(chat_id, FilesDamaged(self._clock.now(), lost))
        return Paper((made,))

    def _rows(
        self, connection: Connection, stored: StoredCase, content: Mapping[str, Any]
    ) -> tuple[dict[str, Any], Known, dict[int, int]]:
        kept = {row["number"]: row for row in about.kept_about(connection, stored.id)}
        words, names, place = self._everything.words(stored.case), {}, 0
        for part, numbers in enumerate(content["parts"], start=1):
            for number in numbers:
                place += 1
                document = stored.case.document(number)
                if document and number in kept:
                    called = with_ending(document.name or words.called(document), kept[number]["kind"])
                    names[number] = (part, numbered(place, called))
        rows = about.rows_about(connection, stored)
        rows["kept"] = [
            {**row, "part": names[number][0], "name": names[number][1]} if number in names else row
            for number, row in kept.items()
        ]
        acted = expiring.acted_at(connection, stored.id) or stored.case.heard
        known = Known(self._days, acted, accesses.of(connection, stored.id), names, len(content["parts"]))
        return rows, known, cases.sizes(connection, stored.id)

    def _made(
        self,
        stored: StoredCase,
        rows: dict[str, Any],
        known: Known,
        sizes: Mapping[int, int],
        content: Mapping[str, Any],
    ) -> tuple[File, tuple[int, ...]]:
        """The archive, and the numbers of the files that lie in the vault no more as they were put there."""
        words = self._everything.words(stored.case).words["export"]
        here = {number: name for number, (lies_in, name) in known.names.items() if lies_in == content["part"]}
        too_large = [number for number in here if sizes.get(number, 0) > self._largest]
        going = {number: name for number, name in here.items() if number not in too_large}
        files, lost = self._originals(stored, going, sizes)
        if lost and self._vault.is_away():
            raise Missing("the vault is away")
        listed = [words["list_note"], "", *(f"{here[number]}: {words['lost']}" for number in lost)]
        listed += [f"{here[number]}: {words['too_large']}" for number in too_large]
        if content["part"] == 1:
            now = self._clock.now()
            page = self._everything.page(stored.case, known, now).encode()
            plain = record(stored.case, rows, now, self._days).encode()
            first = {words["page_name"]: page, words["record_name"]: plain}
            files = [*(Original(name, len(each), partial(_chunks, each), True) for name, each in first.items()), *files]

        def pieces() -> Iterator[bytes]:
            return archived(files, words["list_name"], listed)

        name, size = content["file_name"], sum(each.size for each in files)
        made = File(name, b"".join(pieces())) if size <= IN_MEMORY else File(name, lambda: Flow(pieces()), size)
        return made, lost

    def _originals(
        self, stored: StoredCase, names: Mapping[int, str], sizes: Mapping[int, int]
    ) -> tuple[list[Original], tuple[int, ...]]:
        files: list[Original] = []
        lost: list[int] = []
        for number, name in names.items():
            read = partial(self._vault.read, stored.id, stored.key, number)
            try:  # the whole of it first: what turns out to be damaged must not stand half in the archive
                deque(read(), 0)
            except (Missing, Tampered):
                lost.append(number)
                continue
            files.append(Original(name, sizes.get(number, 0), read))
        return files, tuple(lost)


def _chunks(whole: bytes) -> tuple[bytes]:
    return (whole,)
