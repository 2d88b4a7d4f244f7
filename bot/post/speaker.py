"""The speaker: sends what the outbox holds, a chat's messages in their order, at Telegram's pace.

A message leaves the outbox when Telegram has it. If we are killed in between it is said once more, which is better than
never: the Bot API has no way to tell. Edits may be repeated without anyone noticing.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable

from bot.post.beside import Beside, is_bulky
from bot.post.books import Books
from bot.post.carrier import Carrier, NotYet
from bot.post.pace import Pace
from bot.post.queues import Queues, is_given_anew, is_overtaken
from bot.storage import speaking
from bot.storage.outbox import Delivery, Message
from bot.storage.presence import Presence
from bot.storage.trouble import level_of, named
from bot.storage.writer import DatabaseAway, Writer

log = logging.getLogger(__name__)

LONGEST_WAIT = 30.0
"""Seconds between two tries while Telegram or our database cannot be reached."""
AT_ONCE = 500
"""Chats with messages of earlier days that are read at a time: as many as are said in some seconds."""
LOOK_EVERY = 1.0
"""Seconds between two looks for chats to which nobody speaks any more."""


class Speaker:
    """Has the outbox carried to its chats: those that are ours, where there are other replicas (`presence`)."""

    def __init__(self, carrier: Carrier, pace: Pace, writer: Writer, presence: Presence | None = None) -> None:
        self._carrier, self._writer, self._presence = carrier, writer, presence
        name = (lambda: presence.name) if presence else None
        self._queues, self._pace = Queues(writer, name, lambda message: carrier.doubts.add(message.id)), pace
        pace.urgency = self._queues.urgency
        self._chats: dict[int, asyncio.Task[None]] = {}
        self._beside: dict[int, Beside] = {}
        """Chats to which a large file is being sent."""
        self._answers: set[asyncio.Task[None]] = set()
        self._books = Books(writer, name, self._noted)
        self._said = asyncio.Event()
        self._upkeep: list[asyncio.Task[None]] = []
        self.tell_behind: Callable[[int], None] = lambda _: None
        """Hears of a chat for which more answers wait than can be said one by one."""

    async def start(self) -> None:
        """Take up what was waiting when the bot was stopped or killed."""
        if self._presence is None:
            await self._queues.open()
            self._carrier.doubts_until = self._queues.newest
        catching_up = self._catch_up() if self._presence is None else self._claim(self._presence)
        self._upkeep = [asyncio.create_task(catching_up), asyncio.create_task(self._books.run())]

    async def stop(self, seconds: float) -> None:
        """Send what is waiting for a while longer; what remains stays in the outbox."""
        self._upkeep[0].cancel()
        open_tasks = [*self._chats.values(), *self._answers]
        if open_tasks:
            await asyncio.wait(open_tasks, timeout=seconds)
        for task in open_tasks:
            task.cancel()
        await asyncio.gather(*open_tasks, return_exceptions=True)
        await self._carrier.stop()
        for task in self._upkeep:
            task.cancel()
        await self._books.finish()

    def post(self, messages: Iterable[Message]) -> None:
        """Queue committed messages behind what their own chats are waiting for already."""
        for message in messages:
            was_crowded = self._queues.is_crowded(message.chat_id)
            if self._queues.add(message) and message.chat_id in self._chats:
                self._pace.hurry(message.chat_id)
            self._begin(message.chat_id)
            if beside := self._beside.get(message.chat_id):
                beside.posted.set()
            if not was_crowded and self._queues.is_crowded(message.chat_id):
                self.tell_behind(message.chat_id)

    def _begin(self, chat_id: int) -> None:
        if chat_id not in self._chats:
            self._chats[chat_id] = asyncio.create_task(self._speak(chat_id))

    def look(self, chat_id: int) -> None:
        """Another replica posted something for a chat of ours: the outbox knows what, and in which order."""
        self._queues.unread(chat_id)
        self._begin(chat_id)

    def look_again(self) -> None:
        """Nobody knows what other replicas posted or deleted meanwhile."""
        for chat_id in self._chats:
            self._queues.unread(chat_id)

    def begin_anew(self, chat_id: int) -> None:
        """A chat is ours to which another may have spoken meanwhile: what we remember of it is out of date."""
        self._carrier.begin_anew(chat_id)

    def let_go(self) -> None:
        """Others took us for dead, and speak for us."""
        self._queues.forget_all()

    def forget(self, chat_id: int) -> None:
        """Drop what a deleted case still had to say, a file that is on its way as well."""
        self._queues.forget(chat_id)
        if beside := self._beside.get(chat_id):
            beside.sending.cancel()
        self._carrier.forget(chat_id)

    def forget_with(self, chat_id: int) -> None:
        """Another replica deleted a case: what it said last, and whatever was said since, is still in the outbox."""
        self._carrier.forget(chat_id)
        if chat_id in self._chats:
            self._queues.unread(chat_id)

    def answer(self, callback_id: str) -> None:
        """Stop the little clock on a tapped button. Telegram forgets taps soon: a refusal does not matter."""
        task = asyncio.create_task(self._carrier.answer(callback_id))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _catch_up(self) -> None:
        """Let the chats speak for which messages waited at the start, some at a time."""
        begun: set[int] = set()
        for chat_id in self._queues.earlier():
            while len(begun & self._chats.keys()) >= AT_ONCE:
                self._said.clear()
                await self._said.wait()
            begun.add(chat_id)
            self._begin(chat_id)

    async def _claim(self, presence: Presence) -> None:
        """Claim the chats of dead replicas, and look for what is ours and was never called out to us."""
        while True:
            try:
                room = max(0, AT_ONCE - len(self._chats))
                claimed, waiting = await self._writer.run_alone(speaking.claimed_and_ours, presence.name, room)
            except Exception as error:
                log.log(level_of(error), "no chats could be claimed (%s)", named(error))
                claimed, waiting = [], {}
            for chat_id in claimed:
                self._carrier.begin_anew(chat_id)
                self._queues.unread(chat_id, in_doubt=True)
                self._begin(chat_id)
            for chat_id, last in waiting.items():
                if chat_id not in self._chats and not self._queues.was_said(last):
                    self.look(chat_id)
            await asyncio.sleep(LOOK_EVERY)

    async def _queue_of(self, chat_id: int) -> deque[Message]:
        while True:
            try:
                return await self._queues.of(chat_id)
            except Exception as error:
                log.log(level_of(error), "the outbox cannot be read (%s)", named(error))
                await asyncio.sleep(1)

    async def _speak(self, chat_id: int) -> None:
        queue = await self._queue_of(chat_id)
        failures, posted_before = 0, 0
        while queue or self._queues.is_unread(chat_id):
            if self._presence:
                await self._presence.may_speak()
                await self._queue_of(chat_id)
                if not queue:
                    continue
            message = queue[0]
            if is_bulky(message) and message.id > posted_before:
                posted_before = queue[-1].id
            # Where others may go on with what we said, they look for a file behind the last message that was noted.
            alone = is_bulky(message) and not self._presence and not self._carrier.may_be_shown(message)
            failures = await self._say(message, queue, failures, posted_before if alone else 0)
        # No await between the last look at the queue and here: nothing can be posted unseen.
        self._queues.close(chat_id)
        del self._chats[chat_id]
        self._said.set()

    async def _say(self, message: Message, queue: deque[Message], failures: int, beside: int = 0) -> int:
        """Try to have a message carried, and wait if that fails; how often in a row it has failed.

        `beside`: the last message of those that wait for this one; what was posted since is said meanwhile.
        """
        try:
            if beside:
                message_id = await self._say_others_beside(message, queue, beside)
            else:
                message_id = 0 if self._is_overtaken(message, queue) else await self._carrier.hand_over(message)
        except (NotYet, DatabaseAway) as error:
            if isinstance(error, NotYet) and error.wait is not None:
                await asyncio.sleep(error.wait)
                return failures
            why = str(error) if isinstance(error, NotYet) else named(error)
            log.log(level_of(error), "%s cannot be said (%s); try %d follows", message.name, why, failures + 2)
            await asyncio.sleep(min(LONGEST_WAIT, 0.5 * 2 ** min(failures + 1, 7)))
            return failures + 1
        except Exception:
            message_id = 0
            log.exception("the message %s could not be made", message.name)
        if any(each is message for each in queue):
            queue.remove(message)
        self._delivered(message, message_id)
        return 0

    async def _say_others_beside(self, bulky: Message, queue: deque[Message], posted_before: int) -> int:
        """Have a large file carried, and say meanwhile, in its order, what was posted since for the chat.

        Only on a first try: whether a file was shown nobody can tell while other messages come beside it.
        """
        sending = asyncio.create_task(self._carrier.hand_over(bulky))
        self._beside[bulky.chat_id] = beside = Beside(sending)
        try:
            await beside.say_meanwhile(queue, posted_before, self._say, self._carrier.may_be_shown)
            return 0 if sending.cancelled() else sending.result()
        finally:
            sending.cancel()
            del self._beside[bulky.chat_id]

    async def speaking(self) -> tuple[float, float]:
        """For how many seconds nothing got through though there is something to say, and how many are well."""
        failing, at_most = await self._carrier.failing()
        return (failing if self._chats else 0.0), at_most

    def _delivered(self, message: Message, message_id: int) -> None:
        self._carrier.forget_message(message)
        if self._presence:
            self._queues.said(message)
        in_doubt = message.id in self._carrier.doubts
        self._carrier.doubts.discard(message.id)
        self._books.enter(Delivery(message, message_id), in_doubt)

    def _noted(self, delivery: Delivery, counted: bool) -> None:
        self._carrier.noted(delivery)
        if not counted:
            self._queues.was_not_said(delivery.message.id)

    def _is_overtaken(self, message: Message, queue: deque[Message]) -> bool:
        """What need not be shown, for something newer waits behind it; but one that may stand there already must."""
        newer = is_overtaken(message, queue) or is_given_anew(message, queue)
        return newer and not self._carrier.may_be_shown(message)
