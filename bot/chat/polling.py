"""Long polling: the offset moves, and so acknowledges, only past updates that are committed."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.chat.incoming import ALLOWED_UPDATES
from bot.chat.reception import Reception
from bot.chat.transport import Transport, seconds_to_wait

log = logging.getLogger(__name__)

POLL_SECONDS = 30
LONGEST_WAIT = 10.0
"""Seconds between two tries while Telegram or our database is away."""


class Polling:
    """Asks Telegram for updates, again and again, until cancelled."""

    def __init__(self, bot: Bot, transport: Transport, reception: Reception) -> None:
        self._address = f"{bot.base_url}/getUpdates"
        self._transport, self._reception = transport, reception
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled; raises `InvalidToken` if Telegram does not know the bot."""
        await self._transport.initialize()
        failures = 0
        while True:
            try:
                await self.once()
                failures = 0
            except InvalidToken:
                raise
            except RetryAfter as refusal:
                await asyncio.sleep(seconds_to_wait(refusal))
            except Exception as error:
                failures += 1
                known = isinstance(error, NetworkError | TelegramError)
                log.warning("no updates could be taken (%s)", type(error).__name__, exc_info=not known)
                await asyncio.sleep(min(LONGEST_WAIT, 0.25 * 2 ** min(failures, 6)))

    async def close(self) -> None:
        await self._transport.shutdown()

    async def once(self) -> None:
        """One poll: take what came, all of it in as few commits as the writer makes of it."""
        updates = await self._get_updates()
        results = await asyncio.gather(*(self._reception.take(update) for update in updates), return_exceptions=True)
        for update, result in zip(updates, results, strict=True):
            if isinstance(result, BaseException):
                raise result
            self._offset = update["update_id"] + 1

    async def _get_updates(self) -> list[dict[str, Any]]:
        # Not `Bot.get_updates`: it reads all updates or none, so one malformed update would block everyone.
        wanted = {"offset": self._offset, "timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        address = f"{self._address}?{urlencode(wanted)}"
        result: Any = await self._transport.post(address, read_timeout=POLL_SECONDS + 10)
        return list(result)
