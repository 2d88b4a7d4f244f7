"""The books: which messages Telegram has, noted in the outbox along with the next commit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from bot.storage import outbox
from bot.storage.connection import Connection
from bot.storage.outbox import Delivery
from bot.storage.trouble import level_of, named
from bot.storage.writer import DatabaseAway, Writer

log = logging.getLogger(__name__)

Noted = Callable[[Delivery, bool], None]
"""Hears of a delivery that the database has, and whether it counted: it does not if the chat is another's by now."""


class Books:
    """Takes delivered messages out of the outbox, many in one commit. `replica` is our name where there are others."""

    def __init__(self, writer: Writer, replica: Callable[[], str] | None, noted: Noted) -> None:
        self._writer, self._replica, self._noted = writer, replica, noted
        self._delivered: list[Delivery] = []
        self._at_once = False
        self._added = asyncio.Event()

    def enter(self, delivery: Delivery, at_once: bool = False) -> None:
        """`at_once`: it has been said by another before, and must not be said a third time."""
        self._delivered.append(delivery)
        self._at_once = self._at_once or at_once
        self._added.set()

    async def run(self) -> None:
        """Keep the books until cancelled; what cannot be noted now is noted later."""
        while True:
            await self._added.wait()
            self._added.clear()
            delivered, self._delivered = self._delivered, []
            write = self._writer.run if self._at_once else self._writer.run_along
            self._at_once = False
            try:
                counted = await write(self._note, delivered)
            except Exception as error:
                log.log(level_of(error), "the outbox cannot be written (%s)", named(error))
                self._delivered = delivered + self._delivered
                await asyncio.sleep(1)
                self._added.set()
            else:
                if self._replica:
                    for delivery in delivered:
                        self._noted(delivery, delivery.message.id in counted)

    async def finish(self) -> None:
        """Note what is left; if that cannot be done, it is said once more at the next start."""
        if self._delivered:
            with suppress(DatabaseAway):
                await self._writer.run(self._note, self._delivered)

    def _note(self, connection: Connection, delivered: list[Delivery]) -> set[int]:
        return outbox.delivered(connection, delivered, self._replica() if self._replica else "")
