"""Whether we are fit to look at files at all: our own faults are found with known good files, and told as ours.

A file that cannot be opened is only believed to be at fault while a known good one of its kind can be.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Collection

from bot.child.child import run_child
from bot.child.hold import try_jail
from bot.documents.inspection import Verdict, inspect
from bot.documents.probing import SPECIMENS
from bot.kinds.findings import KEPT
from bot.kinds.kinds import KINDS, NEVER_KEPT, Kind
from bot.turn.done import NotNow

log = logging.getLogger(__name__)

TRIED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind not in NEVER_KEPT)
BELIEVED = 60.0
"""Seconds for which what was found of a kind is believed."""
AGAIN = 60.0
"""Seconds after which it is tried again while a kind cannot be opened."""
SECONDS = 60
"""For all known good files in one child, on a machine that is busy starting."""


class Unfit(NotNow):
    """A file cannot be looked at now, through a fault of ours; it says nothing about the file."""

    def __init__(self) -> None:
        super().__init__("even a known good file cannot be opened")


async def opened_together() -> frozenset[Kind]:
    """The kinds of which one child could open a known good file, one after another."""
    answer = await run_child("bot.documents.probing", [], seconds=SECONDS)
    said = {json.loads(line) for line in answer.output.splitlines()}
    return frozenset(kind for kind in TRIED if kind in said)


async def opens(kind: Kind) -> bool:
    """Whether a known good file of a kind is opened on the road that a patient's takes."""
    content = await asyncio.to_thread((SPECIMENS / kind).read_bytes)
    return (await inspect([content])).state in ("readable", "opened")


class Fitness:
    """Remembers which kinds can be opened; `failing` are those of which even a known good file cannot."""

    def __init__(
        self,
        opens: Callable[[Kind], Awaitable[bool]] = opens,
        opened_together: Callable[[], Awaitable[frozenset[Kind]]] = opened_together,
        now: Callable[[], float] = time.monotonic,
        quiet: bool = False,
    ) -> None:
        self._quiet = quiet
        self._opens, self._opened_together, self._now = opens, opened_together, now
        self._tried: dict[Kind, tuple[float, bool]] = {}
        self._trying, self._trouble = asyncio.Lock(), asyncio.Event()

    @property
    def failing(self) -> tuple[Kind, ...]:
        return tuple(kind for kind in TRIED if kind in self._tried and not self._tried[kind][1])

    async def look(self) -> tuple[float, float]:
        """For whoever asks whether the bot is ready: how many kinds cannot be opened, and how many may not be."""
        return float(len(self.failing)), 0.0

    async def run(self) -> None:
        """Try the jail and every kind at the start, and what cannot be opened again and again; say what is wrong."""
        for complaint in await _complaints():
            log.warning("%s", complaint)
        while True:
            try:
                await self.try_all()
            except OSError as error:
                log.error("no known good file could be looked at (%s)", type(error).__name__)
                self._trouble.set()
            await asyncio.sleep(AGAIN)
            await self._trouble.wait()

    async def try_all(self) -> tuple[Kind, ...]:
        """Try every kind; those that cannot be opened. Raises OSError if no process can be made."""
        async with self._trying:
            together = await self._opened_together()
            for kind in TRIED:
                self._note(kind, kind in together or await self._opens(kind))
        return self.failing

    async def is_to_blame(self, verdict: Verdict) -> bool:
        """Whether a verdict that refuses a file may be our fault: a known good file of its kind is not opened either.

        Raises OSError if no process can be made.
        """
        return verdict.state not in KEPT and not await self.can_open(verdict.kinds)

    async def can_open(self, kinds: Collection[str]) -> bool:
        """Whether known good files of all these kinds are opened, now or within the last minute."""
        async with self._trying:
            for kind in (kind for kind in TRIED if kind in kinds):
                when, could = self._tried.get(kind, (-BELIEVED, False))
                if self._now() - when >= BELIEVED:
                    could = await self._opens(kind)
                    self._note(kind, could)
                if not could:
                    return False
        return True

    def _note(self, kind: Kind, could: bool) -> None:
        before = self._tried.get(kind, (0.0, True))[1]
        if self._quiet:
            pass
        elif before and not could:
            log.error("even a known good file cannot be opened, so patients' files of this kind wait: %s", kind)
        elif could and not before:
            log.info("known good files can be opened again: %s", kind)
        self._tried[kind] = (self._now(), could)
        if self.failing:
            self._trouble.set()
        else:
            self._trouble.clear()


async def _complaints() -> tuple[str, ...]:
    try:
        hold = await try_jail()
    except OSError as error:
        return (f"the jail could not be tried ({type(error).__name__})",)
    if hold.whole:
        log.info("the jail is whole: Landlock and seccomp hold")
    return hold.complaints
