"""Large files: who writes while one is sent has an answer beside it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.storage.outbox import Message

BULKY = ("packet_piece", "export")
"""Kinds of messages that may take minutes."""


def is_bulky(message: Message) -> bool:
    return message.kind in BULKY


@dataclass(frozen=True)
class Beside:
    """One file on its way, and whether something was posted meanwhile."""

    sending: asyncio.Task[int]
    posted: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self) -> None:
        """Until the file is sent, or there is something to say."""
        posted = asyncio.create_task(self.posted.wait())
        try:
            await asyncio.wait({self.sending, posted}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            posted.cancel()
