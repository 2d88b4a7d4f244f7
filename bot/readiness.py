"""Whether the bot is ready: that it hears, is heard, and nothing waits too long. Numbers only, no content."""

from __future__ import annotations

import asyncio
import math
import os
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.chat.pulse import Pulse
from bot.clock import Clock
from bot.post.speaker import Speaker
from bot.storage import outbox, work
from bot.storage.writer import Writer

Look = Callable[[], Awaitable[tuple[float, float]]]
"""What is, and what may be at most: seconds, or a count. Raises when it cannot be told."""
PATIENCE = 2.0
"""Seconds for one look."""
LEAST_ROOM = 8.0
"""Megabytes on the disk of DATA_DIR without which hardly anything can be kept."""
LONGEST_WAIT = 600.0
"""Seconds for which a message or work that is due may wait: ten thousand reminders of one hour take half of it."""


class Readiness:
    """A few looks, each with its bound. `add` takes one more; its name is what an operator reads."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}
        self._shared: dict[str, Callable[[], bool]] = {}

    def add(self, name: str, look: Look, shared: Callable[[], bool] = lambda: False) -> None:
        """`shared`: whether it is, now, of all bots over one database. What is wrong there is told, and makes none of
        them unready: otherwise one patient's letter that Telegram puts off would take every replica from behind its
        proxy."""
        self._looks[name], self._shared[name] = look, shared

    async def tell(self) -> dict[str, Any]:
        """`ready`, and every look that is over its bound: what it is and may be, or null where nobody can tell."""
        results = await asyncio.gather(*(self._bounded(look) for look in self._looks.values()))
        late = {name: result for name, result in zip(self._looks, results, strict=True) if result is not None}
        unready = [name for name, found in late.items() if not self._shared[name]() or found["at_most"] is None]
        return {"ready": not unready, "late": late}

    @staticmethod
    async def _bounded(look: Look) -> dict[str, float | None] | None:
        """None if all is well."""
        try:
            async with asyncio.timeout(PATIENCE):
                found, at_most = await look()
        except Exception:
            return {"is": None, "at_most": None}
        if found <= at_most:
            return None
        return {"is": round(found, 1) if math.isfinite(found) else None, "at_most": max(at_most, 0.0)}


def readiness_of(
    hearing: Pulse,
    speaker: Speaker,
    writer: Writer,
    clock: Clock,
    folder: Path,
    *,
    keeps_elsewhere: bool = False,
    is_called: bool = False,
) -> Readiness:
    """What "ready" means: Telegram hears us and we hear it, the database answers and takes what it is given, there is
    room on the disk of this folder, unless all is kept elsewhere, and nothing waits too long.

    `is_called`: Telegram comes to us, through a proxy. If it does not get through to anybody, a proxy that asks whether
    we are ready must not leave us for that: nothing would come through any more, and so nobody be ready again.
    """

    def always() -> bool:
        return True

    async def waited(since: Callable[..., datetime | None], *arguments: Any) -> tuple[float, float]:
        """For how many seconds something in the database has waited, and how many are well."""
        began = await writer.run(since, *arguments)
        return (clock.now() - began).total_seconds() if began else 0.0, LONGEST_WAIT

    readiness = Readiness()
    readiness.add("hearing", hearing.look, shared=lambda: is_called and hearing.has_begun)
    readiness.add("speaking", speaker.speaking)
    readiness.add("storing", writer.taking.look)
    readiness.add("disk", lambda: _lacking(folder), shared=lambda: keeps_elsewhere)
    readiness.add("letters", lambda: waited(outbox.oldest), shared=always)
    readiness.add("work", lambda: waited(work.longest_due, clock.now()), shared=always)
    return readiness


async def _lacking(folder: Path) -> tuple[float, float]:
    """How many megabytes lack on its disk until there is room, and that none should."""
    disk = await asyncio.to_thread(os.statvfs, folder)
    return max(0.0, LEAST_ROOM - disk.f_bavail * disk.f_frsize / (1 << 20)), 0.0
