"""What each chat waits for, in its order. Messages of earlier days stay in the database until their chat's turn.

Where several replicas are at work, the outbox alone tells what waits in a chat for which another has posted: it is read
again before anything more is said there (`unread`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from bot.storage import outbox, speaking
from bot.storage.connection import Connection
from bot.storage.outbox import ANSWER, EARLIER, Message
from bot.storage.writer import Writer

MOST_ANSWERS = 12
"""Answers that wait for one chat and are all said; of more, one that is given anew behind it is passed over."""
MOST_SAID = 20_000
"""Messages of which we know that we said them: many more than are said before it is noted."""


class Queues:
    """A queue for each chat that speaks. However much waits for others, a chat's own messages are all it waits for.

    `replica` is our name where there are others; `doubt` hears of a message that another may have said before it died.
    """

    def __init__(
        self,
        writer: Writer,
        replica: Callable[[], str] | None,
        doubt: Callable[[Message], None],
    ) -> None:
        self._writer, self._replica, self._doubt = writer, replica, doubt
        self._queues: dict[int, deque[Message]] = {}
        self._unread: dict[int, bool] = {}
        """Chats whose messages are to be read, and whether somebody else may have said some of them."""
        self._said: dict[int, None] = {}
        self.newest = 0
        """The last message of earlier days."""

    async def open(self) -> None:
        """Note which chats have messages of earlier days: those with an answer first."""
        self.newest = await self._writer.run(outbox.newest)
        self._unread = dict.fromkeys(await self._writer.run(outbox.chats_waiting), True)

    def earlier(self) -> list[int]:
        """The chats with messages of earlier days that were not read yet."""
        return list(self._unread)

    def add(self, message: Message) -> bool:
        """Put a message behind the others of its chat; whether it is more urgent than any of them."""
        queue = self._queues.setdefault(message.chat_id, deque())
        before = self.urgency(message.chat_id)
        if self._replica and self._is_known(message, queue):
            return False
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
        """The queue of a chat, with what the database alone knew of."""
        queue = self._queues.setdefault(chat_id, deque())
        while chat_id in self._unread:
            await (self._read_again(chat_id, queue) if self._replica else self._read_earlier(chat_id, queue))
        return queue

    def unread(self, chat_id: int, in_doubt: bool = False) -> None:
        """The database knows better what waits for a chat."""
        self._unread[chat_id] = in_doubt or self._unread.get(chat_id, False)

    def is_unread(self, chat_id: int) -> bool:
        return chat_id in self._unread

    def said(self, message: Message) -> None:
        """A message was said, and is not said again because the outbox still has it."""
        self._said[message.id] = None
        if len(self._said) > MOST_SAID:
            del self._said[next(iter(self._said))]

    def was_said(self, number: int) -> bool:
        return number in self._said

    def was_not_said(self, number: int) -> None:
        """What we said did not count any more: if it comes to us again, it is said again."""
        self._said.pop(number, None)

    def forget(self, chat_id: int) -> None:
        """Drop what a deleted case still had to say."""
        self._unread.pop(chat_id, None)
        self._queues.get(chat_id, deque()).clear()

    def forget_all(self) -> None:
        """Drop everything: it is others' by now."""
        self._unread.clear()
        for queue in self._queues.values():
            queue.clear()

    def close(self, chat_id: int) -> None:
        """Everything of a chat is said."""
        del self._queues[chat_id]

    async def _read_earlier(self, chat_id: int, queue: deque[Message]) -> None:
        earlier = await self._writer.run(outbox.waiting, chat_id, self.newest)
        if chat_id in self._unread:  # and its case was not deleted meanwhile
            del self._unread[chat_id]
            queue.extendleft(reversed([_earlier(each) for each in earlier]))

    async def _read_again(self, chat_id: int, queue: deque[Message]) -> None:
        in_doubt = self._unread.pop(chat_id)  # what is called out from now on is read once more
        last = max((message.id for message in queue), default=0)
        try:
            found = await self._writer.run(self._found, chat_id)
        except BaseException:
            self.unread(chat_id, in_doubt)
            raise
        there = {message.id for message in found}
        # What came in meanwhile stays; what is not there any more was deleted with its case, or is another's.
        stays = [message for message in queue if message.id > last or message.id in there]
        fresh = [message for message in found if not self._is_known(message, queue)]
        if in_doubt:
            fresh = [_earlier(message) for message in fresh]
            for message in fresh:
                self._doubt(message)
        queue.clear()
        queue.extend(sorted([*stays, *fresh], key=lambda message: message.id))

    def _found(self, connection: Connection, chat_id: int) -> list[Message]:
        is_ours = speaking.look(connection, self._replica() if self._replica else "", chat_id)
        return outbox.waiting(connection, chat_id) if is_ours else []

    def _is_known(self, message: Message, queue: Iterable[Message]) -> bool:
        return message.id in self._said or any(each.id == message.id for each in queue)


def _earlier(message: Message) -> Message:
    return replace(message, urgency=max(message.urgency, EARLIER))


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
