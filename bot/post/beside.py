"""Large files: who writes while one is sent has an answer beside it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.storage.outbox import Message

BULKY = ("packet_piece", "export")
"""Kinds of messages that may take minutes."""


def is_bulky(message: Message) -> bool:
    return message.kind in BULKY


Say = Callable[[Message, deque[Message], int], Awaitable[int]]
"""Say a message of a queue, after so many failures in a row; how many there are now."""


@dataclass(frozen=True)
class Beside:
    """One file on its way, and whether something was posted meanwhile."""

    sending: asyncio.Task[int]
    posted: asyncio.Event = field(default_factory=asyncio.Event)

    async def say_meanwhile(
        self, queue: deque[Message], posted_before: int, say: Say, may_be_shown: Callable[[Message], bool]
    ) -> None:
        """Say in its order what was posted after that message, until the file is sent or its sending has failed."""
        failures = 0
        while True:
            self.posted.clear()
            later = next((each for each in queue if each.id > posted_before), None)
            text = later if later and not is_bulky(later) else None
            # A text that may be shown would be taken for the file, when that is looked for: it is settled first.
            if self.sending.done() and not (self._failed() and text and may_be_shown(text)):
                return
            if text:
                failures = await say(text, queue, failures)
            else:
                await self._wait()

    def _failed(self) -> bool:
        return not self.sending.cancelled() and self.sending.exception() is not None

    async def _wait(self) -> None:
        """Until the file is sent, or there is something to say."""
        posted = asyncio.create_task(self.posted.wait())
        try:
            await asyncio.wait({self.sending, posted}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            posted.cancel()
