"""Messages whose answer was lost: were they shown? Asked of Telegram before anything is said again (decisions/0003).

An edit that changes nothing tells: "message is not modified" is said only of a message of ours that stands there just
so. Message ids count upwards, so it can only stand a little behind the newest that we know of.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from telegram.error import BadRequest

from bot.chat.calls import Call
from bot.storage import outbox
from bot.storage.writer import Writer

KNOWN = 40
"""Messages of ours that are remembered in each chat."""
BEHIND = 5
"""How many ids behind each message that we know of are looked at."""
MOST_CHATS = 10_000


class Lost:
    """Remembers the newest messages, and looks behind them for one whose answer was lost."""

    def __init__(self, call: Call, writer: Writer) -> None:
        self._call, self._writer = call, writer
        self._own: dict[int, deque[int]] = {}
        self._highest = 0

    def shown(self, chat_id: int, message_id: int) -> None:
        """Telegram told that a message of ours was shown."""
        if not message_id:
            return
        if len(self._own) >= MOST_CHATS:
            self._own.clear()
        self._own.setdefault(chat_id, deque(maxlen=KNOWN)).append(message_id)
        self._highest = max(self._highest, message_id)

    def forget(self, chat_id: int) -> None:
        """Somebody else may have spoken to a chat: what we know to be ours is not the newest any more."""
        self._own.pop(chat_id, None)

    def newest(self, chat_id: int) -> int:
        """The newest message of a chat that we know to be ours, or 0: what is begun now can only stand behind it."""
        return max(self._own.get(chat_id, ()), default=0)

    async def find(self, chat_id: int, method: str, since: int = 0, **edit: Any) -> int:
        """The id of the message that `method` (an edit into what it is already) finds, or 0: it was not shown.

        `since`: the newest of ours when it was begun, where others may have been shown meanwhile.
        """
        latest = await self._writer.run(outbox.latest_message, chat_id)
        first = since or self.newest(chat_id) or latest
        for message_id in self._candidates(first, latest, frozenset(self._own.get(chat_id, ()))):
            if await self._is_there(chat_id, message_id, method, edit):
                return message_id
        return 0

    def _candidates(self, first: int, latest: int, ours: frozenset[int]) -> list[int]:
        known = {first, latest, self._highest, *(each for each in ours if each > first)} - {0}
        near = {start + step for start in known for step in range(1, BEHIND + 1)}
        # Nothing that we know to be ours may be edited by this: those are other messages.
        return sorted(message_id for message_id in near if message_id > first and message_id not in ours)

    async def _is_there(self, chat_id: int, message_id: int, method: str, edit: dict[str, Any]) -> bool:
        try:
            await self._call(method, chat_id=chat_id, message_id=message_id, **edit)
        except BadRequest as refusal:
            return is_same(refusal)
        return True


def is_same(refusal: BadRequest) -> bool:
    """Whether Telegram refused an edit because it would change nothing."""
    return "not modified" in refusal.message.lower()
