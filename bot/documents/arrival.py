"""A file's way in: fetched, encrypted, looked at, and kept if it can be read, now or with a password."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Literal

from bot.child import lending
from bot.clock import Clock
from bot.documents.fitness import Fitness, Unfit
from bot.documents.inspection import inspect_any
from bot.documents.lock import unlock
from bot.documents.taking_out import take_out
from bot.kinds.findings import KEPT, State
from bot.storage import cases
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, Kept
from bot.vault import Deposit, Missing, Tampered, Vault
from bot.vault.threads import in_a_thread
from bot.watch.watch import Watch
from bot.work.places import Places
from dialogs.events import Inspected, StillFetching
from dialogs.receiving.custody_events import KeptUnseen

Download = Callable[[str], AsyncIterator[bytes]]

SECONDS, SECONDS_FOR_DISCS = 120, 3600
"""A download that takes longer is begun again later; the second where a file may have gigabytes."""
DOWNLOADS, LOOKS, LARGE_LOOKS = 24, 2, 1
"""Files that are fetched at a time, and looked at: so few that the bot stays quick; a disc has its own place.

Both of those looked at may be of one patient, while nobody else waits.
"""
EACH = LOOKS + 1
"""Files of one patient that are on their way in at a time: one is fetched while those before it are looked at."""
AT_ONCE = EACH * DOWNLOADS
"""Files that are on their way in at a time, those included that wait for one of these places."""
_STILL_LOCKED = {"wrong": "wrong_password", "cannot": "other_lock"}


class Unavailable(Exception):
    """Telegram will never give us this file."""

    def __init__(self, state: Literal["too_big", "not_fetched"]) -> None:
        super().__init__(state)
        self.state = state


class Arrival:
    """Brings files in: of one patient one is fetched and one is looked at at a time.

    The rules (JSON) say how what is printed on a paper is recognised.
    """

    def __init__(
        self,
        writer: Writer,
        vault: Vault,
        download: Download,
        clock: Clock,
        rules: bytes = b"{}",
        fitness: Fitness | None = None,
        watch: Watch | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._writer, self._vault, self._download, self._clock, self._rules = writer, vault, download, clock, rules
        self._fitness, self._watch = fitness or Fitness(), watch or Watch()
        self._seconds = seconds
        self._fetching, self._unwrapping = Places(DOWNLOADS), Places(LOOKS)
        self._looking, self._looking_long = Places(LOOKS, each=LOOKS), Places(LARGE_LOOKS)

    async def fetch(self, task: Task) -> Done:
        """Fetch and look at a file. Raises `NotNow`, or what the disk raises: then nothing is kept."""
        stored = await self._writer.run(cases.get, task.case_id)
        if stored is None:
            return Done()
        number = int(task.subject)
        try:
            return await self._take_in(stored.key, task, number)
        except Unavailable as never:
            return Done(Inspected(self._clock.now(), number, never.state))

    async def give_up(self, task: Task) -> Done:
        return Done(Inspected(self._clock.now(), int(task.subject), "not_fetched"))

    def late(self, task: Task) -> StillFetching:
        """What the patient may hear while a file cannot be fetched."""
        return StillFetching(self._clock.now(), int(task.subject))

    async def unlock(self, case_id: str, key: bytes, number: int, password: str) -> Done:
        """Open a kept PDF and keep it without its lock, in place of the locked one; the key is the case's, wrapped.

        If it stays locked, the event is "locked", with the reason as its remark: "wrong_password" or "other_lock". If
        what was opened cannot be read, the event says that, and the locked one stays. Raises Missing, Tampered, `Unfit`
        if we cannot open even a good PDF, or what the disk raises.
        """
        async with self._looking.of(case_id):
            _, sha256 = await self._writer.run(cases.kept, case_id, number)
            opened = await unlock(self._vault.read(case_id, key, number, sha256), password)
            if opened.outcome == "cannot" and not await self._fitness.can_open(("pdf",)):
                raise Unfit
            if opened.outcome != "opened":
                why = (_STILL_LOCKED[opened.outcome],)
                return Done(Inspected(self._clock.now(), number, "locked", remarks=why, kind="pdf"))
            async with in_a_thread(partial(self._vault.receive, case_id, key, number, replaces=True)) as deposit:
                await asyncio.to_thread(deposit.write, opened.content)
                return await self._keep_if(("readable",), deposit, number)

    async def take_out(self, task: Task) -> Done:
        """Take one of the files out of a container that is kept, and look at it as if it had been sent alone.

        Raises `Unfit`, or what the disk raises: then nothing is kept.
        """
        number, (container, place) = int(task.subject), task.details.split("/")
        stored = await self._writer.run(cases.get, task.case_id)
        if stored is None or stored.case.document(number) is None:
            return Done()
        _, sha256 = await self._writer.run(cases.kept, stored.id, int(container))
        holds = stored.case.document(int(container))
        if holds is None or not sha256:
            return Done(Inspected(self._clock.now(), number, "not_fetched"))
        async with self._unwrapping.of(task.case_id):
            try:
                whole = self._vault.read(stored.id, stored.key, int(container), sha256)
                taken = await take_out(whole, holds.kind, place)
            except (Missing, Tampered):  # the round through the vault says so of the container
                return Done(Inspected(self._clock.now(), number, "not_fetched"))
        if taken.is_lost and not await self._fitness.can_open((holds.kind,)):
            raise Unfit
        if taken.state:
            return Done(Inspected(self._clock.now(), number, taken.state, kind=taken.kind))
        async with in_a_thread(partial(self._vault.receive, stored.id, stored.key, number)) as deposit:
            await asyncio.to_thread(deposit.write, taken.content)
            async with self._looking.of(task.case_id):
                return await self._keep_if(("readable", "locked"), deposit, number)

    async def _take_in(self, key: bytes, task: Task, number: int) -> Done:
        async with in_a_thread(partial(self._vault.receive, task.case_id, key, number)) as deposit:
            async with self._fetching.of(task.case_id), asyncio.timeout(self._seconds):
                size = 0
                async for chunk in self._download(task.details):
                    size += len(chunk)
                    await asyncio.to_thread(deposit.write, chunk)
            looking = self._looking_long if size > lending.LARGE else self._looking
            async with looking.of(task.case_id):
                return await self._keep_if(KEPT, deposit, number)

    async def _keep_if(self, states: tuple[State, ...], deposit: Deposit, number: int) -> Done:
        sealed = await asyncio.to_thread(deposit.seal)
        looking = inspect_any(sealed.size, deposit.read, deposit.lend, self._rules)
        verdict = await self._watch.inspection(looking)
        if await self._fitness.is_to_blame(verdict):
            if "locked" not in states:  # what was kept before stays, as it was
                raise Unfit
            await asyncio.to_thread(deposit.keep)
            return Done(KeptUnseen(self._clock.now(), number), Kept(number, sealed.size, sealed.sha256, "unknown"))
        event = verdict.told(self._clock.now(), number, sealed.sha256)
        if verdict.state not in states:
            return Done(event)
        await asyncio.to_thread(deposit.keep)
        return Done(event, Kept(number, sealed.size, sealed.sha256, verdict.kind))
