"""Fetching a file's bytes from Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.chat.transport import TooBig, Transport, seconds_to_wait
from bot.documents.arrival import Unavailable
from bot.turn.done import NotNow
from dialogs.receiving.sent import TELEGRAM_LIMIT

CONNECTIONS = 32
"""Downloads have connections of their own: slow ones must not hold up what is said."""


class Refused(Exception):
    """Telegram refuses the file for a reason we do not know; it may not last."""


class Downloads:
    """Files by their id. `file_size` is not believed: bytes are counted as they come."""

    def __init__(self, bot: Bot, transport: Transport) -> None:
        self._bot, self._transport = bot, transport

    async def chunks(self, file_id: str) -> AsyncIterator[bytes]:
        """The bytes of a file, by a link that is new each time.

        Raises `Unavailable` if they can never be had, `NotNow` if it is no fault of the file, and `Refused`.
        """
        try:
            file = await self._bot.get_file(file_id)
            async for chunk in self._transport.stream(file.file_path or "", TELEGRAM_LIMIT):
                yield chunk
        except TooBig:
            raise Unavailable("too_big") from None
        except BadRequest as refusal:
            raise _meaning(refusal.message.lower()) from None
        except RetryAfter as refusal:
            raise NotNow("asked to wait", timedelta(seconds=seconds_to_wait(refusal))) from None
        except TelegramError as error:  # also 401 and 404, which a proxy may say: they are not about the file
            raise NotNow(type(error).__name__) from None


def _meaning(refusal: str) -> Exception:
    """What a 400 of getFile says. "Wrong file_id or the file is temporarily unavailable" says nothing for certain."""
    if "too big" in refusal:
        return Unavailable("too_big")
    if "temporarily" in refusal:
        return NotNow("temporarily unavailable")
    if "file_id" in refusal or "file id" in refusal:
        return Unavailable("not_fetched")
    return Refused()
