"""The books: which messages Telegram has, noted in the outbox along with the next commit."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from bot.storage import outbox
from bot.storage.outbox import Delivery
from bot.storage.writer import DatabaseAway, Writer

log = logging.getLogger(__name__)


class Books:
    """Takes delivered messages out of the outbox, many in one commit."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._delivered: list[Delivery] = []
        self._added = asyncio.Event()

    def enter(self, delivery: Delivery) -> None:
        self._delivered.append(delivery)
        self._added.set()

    async def run(self) -> None:
        """Keep the books until cancelled; what cannot be noted now is noted later."""
        while True:
            await self._added.wait()
            self._added.clear()
            delivered, self._delivered = self._delivered, []
            try:
                await self._writer.run_along(outbox.delivered, delivered)
            except Exception as error:
                log.warning("the outbox cannot be written (%s)", type(error).__name__)
                self._delivered = delivered + self._delivered
                await asyncio.sleep(1)
                self._added.set()

    async def finish(self) -> None:
        """Note what is left; if that cannot be done, it is said once more at the next start."""
        if self._delivered:
            with suppress(DatabaseAway):
                await self._writer.run(outbox.delivered, self._delivered)
