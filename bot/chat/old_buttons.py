"""Old buttons: a card's are taken off once the next card stands below it, so that a chat holds few that are alive."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from telegram.error import BadRequest, TelegramError

from bot.chat.calls import Call

MOST_KNOWN = 10_000
FEW = 20
"""Chats that have a message waiting: with more, nothing is spent on old buttons."""


class OldButtons:
    """Knows the newest card of each chat, in memory alone: a button that stays on is still answered rightly."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._cards: dict[int, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def shown(self, chat_id: int, message_id: int, asks: bool, chats_waiting: int = 1) -> None:
        """A message was said, or turned its page. If it asks, it is the card now, and the one before loses its
        buttons: beside what is said next, or not at all, where many wait to be answered."""
        before = self._cards.get(chat_id, 0)
        if not asks:
            if before == message_id:
                del self._cards[chat_id]  # it became something that stays
            return
        if len(self._cards) > MOST_KNOWN:
            self._cards.clear()
        self._cards[chat_id] = message_id
        if before in (0, message_id) or chats_waiting > FEW:
            return
        task = asyncio.create_task(self._try(chat_id, before))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def gone(self, chat_id: int, message_id: int) -> None:
        """A message was taken out of the chat, its buttons with it."""
        if self._cards.get(chat_id) == message_id:
            del self._cards[chat_id]

    def forget(self, chat_id: int) -> None:
        """Somebody else may have spoken to a chat: nobody knows its newest card."""
        self._cards.pop(chat_id, None)

    async def take_off(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message, unless it is gone, has none, or is too old for Telegram to change."""
        with suppress(BadRequest):
            await self._call("editMessageReplyMarkup", chat_id=chat_id, message_id=message_id)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _try(self, chat_id: int, message_id: int) -> None:
        with suppress(TelegramError):
            await self.take_off(chat_id, message_id)
