"""The Bot API methods of every turn, called with plain values.

python-telegram-bot's own methods make an object of every button and message, which costs more than the request itself
(decisions/0008). Its rate limiter, its request loop and its errors are the same here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from telegram.ext import ExtBot

from bot import plain_json

if TYPE_CHECKING:
    from telegram.request import RequestData

Call = Callable[..., Awaitable[Any]]
"""Calls a method of the Bot API by its name, as `Calls` does."""


class Calls:
    """Calls methods of the Bot API by name, at the bot's pace."""

    def __init__(self, bot: ExtBot[Any], seconds: float | None = None) -> None:
        """`seconds`: how long an answer may take, if it may take longer than others."""
        self._bot, self._times = bot, {} if seconds is None else {"read_timeout": seconds}
        self._limiter = bot.rate_limiter

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """Telegram's answer as plain JSON; raises the errors of `telegram.error`. What is None is left out."""
        values = {name: value for name, value in parameters.items() if value is not None}
        if self._limiter is None:
            return await self._post(method, values)
        # Its type says what a method answers can only be a bool or an object; it hands on whatever comes.
        limited: Any = self._limiter.process_request(
            callback=self._post, args=(method, values), kwargs={}, endpoint=method, data=values, rate_limit_args=None
        )
        return await limited

    async def _post(self, method: str, values: dict[str, Any]) -> Any:
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", body(values), **self._times)


def body(values: dict[str, Any]) -> RequestData:
    """Parameters without files as the transport reads them; the library's own body is final and made of its objects."""
    return cast("RequestData", JsonBody(values))


@dataclass(frozen=True, slots=True)
class JsonBody:
    """Parameters without files; lists and dictionaries become JSON within the JSON, as the library sends them."""

    values: dict[str, Any]
    contains_files: ClassVar[bool] = False

    @property
    def json_payload(self) -> bytes:
        plain = {
            name: value if isinstance(value, str) else plain_json.written(value) for name, value in self.values.items()
        }
        return plain_json.body(plain)
