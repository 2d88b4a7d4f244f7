"""Telegram's pace, about 30 messages a second for all chats together, and who is next in it: answers go first.

The library's own limiter lets everyone through in the order of asking, so that an answer to somebody who just wrote
waits for every reminder that fell due before. Here it chooses among those who wait. Who was told much just now is no
more urgent than news of another: of 120 files that came at once each has its answer.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from aiolimiter import AsyncLimiter

from bot.storage import outbox

CLASSES = 4
"""How many degrees of urgency there are (`bot.storage.outbox`): 0 goes first."""
MUCH, LATELY = 6, 3.0
"""So many calls to one chat within so many seconds are much: twice what Telegram recommends."""


class Pace:
    """Lets so many calls a second go out to chats. `urgency` says how urgent a chat is, when its turn comes."""

    def __init__(self, messages_per_second: int) -> None:
        self._whole = messages_per_second
        self._limiter = AsyncLimiter(messages_per_second, 1)
        self._waiting: tuple[deque[tuple[int, asyncio.Future[None]]], ...] = tuple(deque() for _ in range(CLASSES))
        self._lately: deque[tuple[float, int]] = deque(maxlen=int(messages_per_second * LATELY))
        self._letting_in: asyncio.Task[None] | None = None
        self.urgency: Callable[[int], int] = lambda _: 0

    def share(self, replicas: int) -> None:
        """Telegram's limit is for all replicas together: each takes its part."""
        part = self._whole / max(1, replicas)
        self._limiter = AsyncLimiter(part, 1) if part >= 1 else AsyncLimiter(1, 1 / part)

    def close(self) -> None:
        """Nobody is let in any more."""
        if self._letting_in is not None:
            self._letting_in.cancel()

    def hurry(self, chat_id: int) -> None:
        """A chat became more urgent while it waits."""
        rank = self._rank(chat_id)
        for waiting in self._waiting[rank + 1 :]:
            for entry in waiting:
                if entry[0] == chat_id:
                    waiting.remove(entry)
                    self._waiting[rank].append(entry)
                    return

    async def turn(self, chat_id: int) -> None:
        """Until it is the turn of a chat."""
        loop = asyncio.get_running_loop()
        if self._letting_in is None and self._limiter.has_capacity():
            await self._limiter.acquire()
            self._lately.append((loop.time(), chat_id))
            return
        turn = loop.create_future()
        self._waiting[self._rank(chat_id)].append((chat_id, turn))
        if self._letting_in is None:
            self._letting_in = asyncio.create_task(self._let_in())
        await turn

    def _rank(self, chat_id: int) -> int:
        since = asyncio.get_running_loop().time() - LATELY
        told = sum(chat == chat_id and at > since for at, chat in self._lately)
        return max(self.urgency(chat_id), outbox.NEWS if told >= MUCH else outbox.ANSWER)

    def _next(self) -> asyncio.Future[None] | None:
        for waiting in self._waiting:
            while waiting:
                chat_id, turn = waiting.popleft()
                if not turn.done():  # whoever waited may have been told to stop
                    self._lately.append((asyncio.get_running_loop().time(), chat_id))
                    return turn
        return None

    async def _let_in(self) -> None:
        """Let in one after another, the most urgent first, until nobody waits."""
        try:
            while any(self._waiting):
                await self._limiter.acquire()
                turn = self._next()
                if turn is not None:
                    turn.set_result(None)
        finally:
            self._letting_in = None
