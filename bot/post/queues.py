"""What each chat waits for, in its order. Messages of earlier days stay in the database until their chat's turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.storage import outbox
from bot.storage.outbox import ANSWER, EARLIER, Message
from bot.storage.writer import Writer

MOST_ANSWERS = 12
"""Answers that wait for one chat and are all said; of more, one that is given anew behind it is passed over."""


class Queues:
    """A queue for each chat that speaks. However much waits for others, a chat's own messages are all it waits for."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._queues: dict[int, deque[Message]] = {}
        self._earlier: dict[int, None] = {}
        self.newest = 0
        """The last message of earlier days."""

    async def open(self) -> None:
        """Note which chats have messages of earlier days: those with an answer first."""
        self.newest = await self._writer.run(outbox.newest)
        self._earlier = dict.fromkeys(await self._writer.run(outbox.chats_waiting))

    def earlier(self) -> list[int]:
        """The chats with messages of earlier days that were not read yet."""
        return list(self._earlier)

    def add(self, message: Message) -> bool:
        """Put a message behind the others of its chat; whether it is more urgent than any of them."""
        queue = self._queues.setdefault(message.chat_id, deque())
        before = self.urgency(message.chat_id)
        queue.append(message)
        return message.urgency < before

    def urgency(self, chat_id: int) -> int:
        """A chat is as urgent as the most urgent message in it: its order holds, so what stands before hurries too."""
        return min((message.urgency for message in self._queues.get(chat_id, ())), default=outbox.ANNOUNCEMENT)

    def is_crowded(self, chat_id: int) -> bool:
        """Whether more answers wait for a chat than can be said one by one."""
        queue = self._queues.get(chat_id, ())
        return len(queue) > MOST_ANSWERS and sum(map(_is_answer, queue)) > MOST_ANSWERS

    async def of(self, chat_id: int) -> deque[Message]:
        """The queue of a chat, what is left of earlier days in front."""
        queue = self._queues.setdefault(chat_id, deque())
        if chat_id in self._earlier:
            earlier = await self._writer.run(outbox.waiting, chat_id, self.newest)
            if chat_id in self._earlier:  # and its case was not deleted meanwhile
                del self._earlier[chat_id]
                queue.extendleft(reversed([replace(each, urgency=max(each.urgency, EARLIER)) for each in earlier]))
        return queue

    def forget(self, chat_id: int) -> None:
        """Drop what a deleted case still had to say."""
        self._earlier.pop(chat_id, None)
        self._queues.get(chat_id, deque()).clear()

    def close(self, chat_id: int) -> None:
        """Everything of a chat is said."""
        del self._queues[chat_id]


def is_overtaken(message: Message, queue: Iterable[Message]) -> bool:
    """A receipt need not be shown if a newer one of the same slot is waiting behind it, which must move if it does."""
    behind = (later for later in queue if later.slot == message.slot and later.id > message.id)
    return bool(message.slot) and any(message.kind != outbox.MOVES or later.kind == outbox.MOVES for later in behind)


def is_given_anew(message: Message, queue: Collection[Message]) -> bool:
    """Whether so much waits that an answer need not be said, for another of its name waits behind it.

    It was heard and stored all the same. What must not wait, papers, receipts and what nobody asked for are all said.
    """
    if len(queue) <= MOST_ANSWERS or not _is_answer(message):
        return False
    return any(_is_answer(later) and later.name == message.name and later.id > message.id for later in queue)


def _is_answer(message: Message) -> bool:
    return message.kind == "say" and not message.slot and message.urgency == ANSWER
