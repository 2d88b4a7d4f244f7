"""Fetching a file's bytes from Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.chat.answer import OddAnswer
from bot.chat.calls import Calls
from bot.chat.local_files import LocalFiles
from bot.chat.transport import TooBig, Transport, seconds_to_wait
from bot.documents.arrival import Unavailable
from bot.turn.done import NotNow
from dialogs.receiving.sent import TELEGRAM_LIMIT

CONNECTIONS = 32
"""Downloads have connections of their own: slow ones must not hold up what is said."""
SECONDS_TO_FETCH = 600
"""A server of the operator's own answers getFile once it has fetched the file from Telegram, gigabytes perhaps."""


class Refused(Exception):
    """Telegram refuses the file for a reason we do not know; it may not last."""


class Downloads:
    """Files by their id. `file_size` is not believed: bytes are counted as they come.

    `local`: where a Bot API server of the operator's own puts them, if it runs with `--local`.
    """

    def __init__(
        self,
        bot: ExtBot[Any],
        transport: Transport,
        at_most: int = TELEGRAM_LIMIT,
        local: LocalFiles | None = None,
    ) -> None:
        self._bot, self._transport = bot, transport
        self._call = Calls(bot, SECONDS_TO_FETCH if local else None)
        self._at_most, self._local = at_most, local

    async def chunks(self, file_id: str) -> AsyncIterator[bytes]:
        """The bytes of a file, by a link that is new each time.

        Raises `Unavailable` if they can never be had, `NotNow` if it is no fault of the file, and `Refused`.
        """
        try:
            file = await self._call("getFile", file_id=file_id)
            path = file.get("file_path") if isinstance(file, dict) else None
            if not isinstance(path, str):
                raise OddAnswer("a file without a path")
            async for chunk in self._at(path):
                yield chunk
        except TooBig:
            raise Unavailable("too_big") from None
        except BadRequest as refusal:
            raise self._meaning(refusal.message.lower()) from None
        except RetryAfter as refusal:
            raise NotNow("asked to wait", timedelta(seconds=seconds_to_wait(refusal))) from None
        except TelegramError as error:  # also 401 and 404, which a proxy may say: they are not about the file
            raise NotNow(type(error).__name__) from None

    async def _at(self, path: str) -> AsyncIterator[bytes]:
        """What lies where Telegram says: at an address of its own, or where a server of the operator's keeps it."""
        if not path.startswith("/"):
            chunks = self._transport.stream(f"{self._bot.base_file_url}/{path}", self._at_most)
        elif self._local is None:
            raise NotNow("the Bot API server runs with --local, and TELEGRAM_API_LOCAL is empty")
        elif address := self._local.address(path):
            chunks = self._transport.stream(address, self._at_most)
        else:
            chunks = self._local.chunks(path)
        seen = 0
        async for chunk in chunks:
            seen += len(chunk)
            if seen > self._at_most:
                raise TooBig
            yield chunk

    def _meaning(self, refusal: str) -> Exception:
        """What a 400 of getFile says. "Wrong file_id or the file is temporarily unavailable" is no certain word."""
        if "too big" in refusal and self._local:
            return NotNow("TELEGRAM_API_LOCAL is set, and the Bot API server runs without --local")
        if "too big" in refusal:
            return Unavailable("too_big")
        if "temporarily" in refusal:
            return NotNow("temporarily unavailable")
        if "file_id" in refusal or "file id" in refusal:
            return Unavailable("not_fetched")
        return Refused()
