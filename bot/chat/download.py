"""Fetching a file's bytes from Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

from telegram import Bot
from telegram.error import BadRequest

from bot.chat.transport import TooBig, Transport
from bot.documents.arrival import Unavailable
from dialogs.arrivals import TELEGRAM_LIMIT


class Downloads:
    """Files by their id. `file_size` is not believed: bytes are counted as they come."""

    def __init__(self, bot: Bot, transport: Transport) -> None:
        self._bot, self._transport = bot, transport

    async def chunks(self, file_id: str) -> AsyncIterator[bytes]:
        """The bytes of a file; raises `Unavailable` if they can never be had, NetworkError if not now."""
        try:
            file = await self._bot.get_file(file_id)
        except BadRequest as refusal:
            raise Unavailable("too_big" if "too big" in refusal.message.lower() else "not_fetched") from None
        try:
            async for chunk in self._transport.stream(file.file_path or "", TELEGRAM_LIMIT):
                yield chunk
        except TooBig:
            raise Unavailable("too_big") from None
