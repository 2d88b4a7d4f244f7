"""A packet is built: files come from the vault, a confined child binds them, the pieces go back into the vault."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from bot.child.child import ChildAnswer, run_child
from bot.child.lending import Loan
from bot.clock import Clock
from bot.documents.fitness import Fitness, Unfit
from bot.packet.feeding import Damaged, Feeding, Order
from bot.packet.frames import BrokenFrames, Hearing
from bot.packet.originals import LARGEST as LARGEST_ARCHIVE
from bot.packet.originals import archives
from bot.packet.pieces import FIRST_PIECE, PIECES_A_PACKET, Pieces, left_out
from bot.papers.papers import IN_MEMORY, File, Paper
from bot.storage import cases, work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, Kept, NotNow
from bot.vault import Vault
from bot.vault.deposit import Deposit
from bot.vault.errors import Missing
from bot.vault.flow import Flow
from bot.vault.threads import in_a_thread
from dialogs.case.case import Case
from dialogs.case.packet import LeftOut, PacketResult, Piece, PieceKind
from dialogs.events import PacketBuilt, PacketFailed, PacketProgress
from dialogs.receiving.custody_events import FilesDamaged

log = logging.getLogger(__name__)

CHILD = "bot.packet.packing"
MEMORY = 1 << 30
SILENCE = 60
"""Seconds in which the child says nothing, after which it is ended: more than one file may take."""
SECONDS_IN_ALL = 1200
"""Seconds of processor time for all files together."""
LARGEST = 4 << 30
ORIGINALS = PIECES_A_PACKET // 2
"""The archives' pieces are numbered from here on, so that they can be made at the same time."""
MOST_DEATHS = 12
"""How often a file may end the child before the packet is given up; each such file is left out, and named."""
TELL_EVERY = 2.0
"""Seconds between two words about the progress."""


class CannotBeBuilt(Exception):
    """The packet cannot be built; it is tried again later."""


class Building:
    """Builds packets, one at a time, so that the bot stays quick; `order` says what is in one."""

    def __init__(
        self,
        writer: Writer,
        vault: Vault,
        clock: Clock,
        order: Callable[[Case], Order],
        tell: Callable[[int, PacketProgress | FilesDamaged], Awaitable[None]],
        fitness: Fitness | None = None,
        largest: int = LARGEST_ARCHIVE,
    ) -> None:
        """`largest`: bytes of files in one archive of originals."""
        self._largest = largest
        self._fitness = fitness or Fitness()
        self._writer, self._vault, self._clock, self._order, self._tell = writer, vault, clock, order, tell
        self._places = asyncio.Semaphore(1)

    async def build(self, task: Task) -> Done:
        """Build the packet of a case as it now is; what the disk or the database raises is raised, and nothing kept."""
        async with self._places:
            stored = await self._writer.run(cases.get, task.case_id)
            if stored is None:
                return Done()
            order = self._order(stored.case)
            first = FIRST_PIECE + int(task.subject) * PIECES_A_PACKET
            if task.attempts:
                await asyncio.to_thread(self._clear, task.case_id, first)
            packet, kept = await self._build(stored, order, first, task)
            return Done(PacketBuilt(self._clock.now(), int(task.subject), packet), made=kept)

    async def give_up(self, _: Task) -> Done:
        return Done(PacketFailed(self._clock.now()))

    async def discard(self, task: Task) -> Done:
        """Erase one piece of an older packet."""
        await asyncio.to_thread(self._vault.erase, task.case_id, int(task.subject))
        return Done()

    async def paper(self, chat_id: int, content: Mapping[str, Any]) -> Paper:
        """One piece of a packet, to be sent."""
        stored = await self._writer.run(cases.find, chat_id)
        if stored is None:
            raise Missing("the case was deleted meanwhile")
        size, sha256 = await self._writer.run(cases.kept, stored.id, content["document"])
        read = partial(self._vault.read, stored.id, stored.key, content["document"], sha256)
        if size <= IN_MEMORY:
            return Paper((File(content["file_name"], await asyncio.to_thread(b"".join, read())),))
        # All of it once before: what turns out to be damaged while it is sent would be tried for ever.
        await asyncio.to_thread(deque, read(), 0)
        return Paper((File(content["file_name"], lambda: Flow(read()), size),))

    async def _build(
        self, stored: StoredCase, order: Order, first: int, task: Task
    ) -> tuple[PacketResult, tuple[Kept, ...]]:
        hashes, sizes = await self._writer.run(_kept, stored.id)
        feeding = Feeding(self._vault, stored, order, hashes, sizes)
        for _ in range(MOST_DEATHS):
            async with (
                in_a_thread(partial(Pieces, self._vault, stored.id, stored.key, first)) as pages,
                in_a_thread(partial(Pieces, self._vault, stored.id, stored.key, first + ORIGINALS)) as originals,
            ):
                bound, archived = await asyncio.gather(
                    self._bind(feeding, pages), self._archive(feeding, originals), return_exceptions=True
                )
                for result in (bound, archived):
                    if isinstance(result, BaseException) and not isinstance(result, Damaged):
                        raise result
                    if isinstance(result, Damaged):
                        await self._tell_damaged(feeding)
                if bound is not True or archived is not None:
                    continue
                await self._blame_no_file_for_our_fault(stored.case, left_out(pages.told or {}, order.numbers))
                if await self._writer.run(work.is_anothers, task.claim):
                    raise NotNow("another replica has begun this packet anew")  # its pieces have the same names
                kept = await asyncio.to_thread(lambda: (pages.keep(), originals.keep()))
            assert pages.told is not None, "the child was done"
            listed = tuple(_listed("pages", kept[0]) + _listed("originals", kept[1]))
            told = pages.told
            packet = PacketResult(order.digest, told["pages"], listed, left_out(told, order.numbers), told["unprinted"])
            return packet, (*kept[0], *kept[1])
        raise CannotBeBuilt("too many files ended the child")

    async def _tell_damaged(self, feeding: Feeding) -> None:
        """Files that were kept are gone, or changed: that is ours to say, and more than a line on a cover."""
        if await asyncio.to_thread(self._vault.is_away):
            raise NotNow("nothing lies in the vault: it is away")
        lost = tuple(feeding.order.every[place] for place in sorted(feeding.damaged))
        log.error("%d kept files cannot be opened any more; `python -m bot doctor` names them", len(lost))
        await self._tell(feeding.stored.chat_id, FilesDamaged(self._clock.now(), lost))

    async def _blame_no_file_for_our_fault(self, case: Case, left_out: tuple[LeftOut, ...]) -> None:
        refused = [case.document(each.document) for each in left_out if each.reason == "unreadable"]
        if not await self._fitness.can_open({document.kind for document in refused if document}):
            raise Unfit

    async def _bind(self, feeding: Feeding, pieces: Pieces) -> bool:
        """Have a child bind the files; False if one of them ended it, which is left out from then on."""
        telling = asyncio.create_task(self._tell_progress(feeding, pieces))
        loan = Loan(feeding.lend)
        try:
            answer = await run_child(
                CHILD,
                feeding.frames(loan.descriptor),
                seconds=SILENCE,
                seconds_in_all=SECONDS_IN_ALL,
                memory=MEMORY,
                answer_limit=LARGEST,
                hear=Hearing(pieces.take),
                loan=loan,
            )
        except BrokenFrames:
            answer = ChildAnswer("crashed")
        finally:
            telling.cancel()
            await asyncio.to_thread(loan.close)
        if answer.outcome == "done" and pieces.told and pieces.told["parts"] == pieces.count:
            return True
        if not feeding.is_there(pieces.begun):
            raise CannotBeBuilt(f"our own pages could not be set ({answer.outcome})")
        feeding.gone[pieces.begun] = "unreadable" if answer.outcome in ("crashed", "done") else "too_much"
        return False

    async def _archive(self, feeding: Feeding, pieces: Pieces) -> None:
        def begin() -> Deposit:
            return pieces.piece(pieces.count + 1, "zip")

        words = feeding.order.plan["words"]
        await asyncio.to_thread(archives, feeding.originals(), begin, words, self._largest)

    async def _tell_progress(self, feeding: Feeding, pieces: Pieces) -> None:
        told, of = 0, len(feeding.order.numbers)
        while True:
            await asyncio.sleep(TELL_EVERY)
            if told < (done := min(pieces.begun, of)):
                told = done
                with suppress(Exception):  # it is only a courtesy
                    await self._tell(feeding.stored.chat_id, PacketProgress(self._clock.now(), done, of))

    def _clear(self, case_id: str, first: int) -> None:
        """Erase what an attempt left that was killed before it could report."""
        for _, number in list(self._vault.contents(case_id)):
            if first <= number < first + PIECES_A_PACKET:
                self._vault.erase(case_id, number)


def _kept(connection: Connection, case_id: str) -> tuple[dict[int, str], dict[int, int]]:
    return cases.hashes(connection, case_id), cases.sizes(connection, case_id)


def _listed(kind: PieceKind, kept: tuple[Kept, ...]) -> list[Piece]:
    return [Piece(kind, each.document, place, len(kept)) for place, each in enumerate(kept, start=1)]
