"""The pace, where python-telegram-bot asks for it: before every call that goes to a chat."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.post.pace import Pace


class Limiter(BaseRateLimiter[int]):
    """Makes a call when it is its turn."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def initialize(self) -> None:
        """There is nothing to prepare."""

    async def shutdown(self) -> None:
        self._pace.close()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make a call when it is its turn; what goes to no chat need not wait."""
        chat_id = data.get("chat_id")
        if chat_id is not None:
            await self._pace.turn(int(chat_id))
        return await callback(*args, **kwargs)
