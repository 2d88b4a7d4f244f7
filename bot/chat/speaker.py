"""The speaker: sends what the outbox holds, a chat's letters in their order, at Telegram's pace.

A letter leaves the outbox when Telegram has it. If we are killed in between it is said once more, which is better than
never: the Bot API has no way to tell. Edits may be repeated without anyone noticing.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.chat.books import Books
from bot.chat.calls import Calls
from bot.chat.postman import Postman, Tell, TellGone
from bot.chat.transport import seconds_to_wait
from bot.papers import MakePaper
from bot.storage import outbox
from bot.storage.outbox import Delivery, Letter
from bot.storage.writer import DatabaseAway, Writer

log = logging.getLogger(__name__)

LONGEST_WAIT = 30.0
"""Seconds between two tries while Telegram or our database cannot be reached."""
AT_ONCE = 500
"""Letters of earlier days that are read in one go: as many as are said in some seconds."""


class Speaker:
    """Sends letters. `tell_gone` hears which chat cannot be told what, `tell_failed` of a paper not made."""

    def __init__(
        self, bot: ExtBot[Any], writer: Writer, papers: Mapping[str, MakePaper], tell_gone: TellGone, tell_failed: Tell
    ) -> None:
        self._call, self._writer = Calls(bot), writer
        self._postman = Postman(bot, self._call, writer, papers, tell_gone, tell_failed)
        self._queues: dict[int, deque[Letter]] = {}
        self._chats: dict[int, asyncio.Task[None]] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._books = Books(writer)
        self._said = asyncio.Event()
        self._held_back: list[Letter] | None = None
        """While letters of earlier days are being read: those that came since."""
        self._upkeep: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what was waiting when the bot was stopped or killed."""
        newest = self._postman.doubts_until = await self._writer.run(outbox.newest)
        self._held_back = []
        self._upkeep = [asyncio.create_task(self._books.run()), asyncio.create_task(self._catch_up(newest))]

    async def stop(self, seconds: float) -> None:
        """Send what is waiting for a while longer; what remains stays in the outbox."""
        open_tasks = [*self._chats.values(), *self._answers]
        if open_tasks:
            await asyncio.wait(open_tasks, timeout=seconds)
        for task in open_tasks:
            task.cancel()
        await asyncio.gather(*open_tasks, return_exceptions=True)
        await self._postman.old_buttons.stop()
        for task in self._upkeep:
            task.cancel()
        await self._books.finish()

    def post(self, letters: Iterable[Letter]) -> None:
        """Queue committed letters behind what their chats are waiting for already."""
        if self._held_back is None:
            self._queue(letters)
        else:
            self._held_back += letters

    def _queue(self, letters: Iterable[Letter]) -> None:
        for letter in letters:
            self._queues.setdefault(letter.chat_id, deque()).append(letter)
            if letter.chat_id not in self._chats:
                self._chats[letter.chat_id] = asyncio.create_task(self._speak(letter.chat_id))

    def forget(self, chat_id: int) -> None:
        """Drop what a deleted case still had to say."""
        self._queues.get(chat_id, deque()).clear()
        self._postman.forget(chat_id)
        if self._held_back is not None:
            self._held_back = [letter for letter in self._held_back if letter.chat_id != chat_id]

    def answer(self, callback_id: str) -> None:
        """Stop the little clock on a tapped button. Telegram forgets taps soon: a refusal does not matter."""
        task = asyncio.create_task(self._answer(callback_id))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, callback_id: str) -> None:
        with suppress(TelegramError):
            await self._call("answerCallbackQuery", callback_query_id=callback_id)

    async def _catch_up(self, newest: int) -> None:
        """Read what waited in the outbox at the start, some at a time, up to the letter `newest`."""
        read = 0
        while read < newest:
            try:
                letters = await self._writer.run(outbox.waiting, read, newest, AT_ONCE)
            except Exception as error:
                log.warning("the outbox cannot be read (%s)", type(error).__name__)
                await asyncio.sleep(1)
                continue
            self._queue(letters)
            read = letters[-1].id if letters else newest
            while sum(map(len, self._queues.values())) > AT_ONCE:
                self._said.clear()
                await self._said.wait()
        held_back, self._held_back = self._held_back or [], None
        self._queue(held_back)

    async def _speak(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        failures = 0
        while queue:
            letter = queue[0]
            try:
                message_id = 0 if self._is_overtaken(letter, queue) else await self._postman.hand_over(letter)
            except RetryAfter as refusal:
                await asyncio.sleep(seconds_to_wait(refusal))
                continue
            except (TelegramError, DatabaseAway) as error:
                failures += 1
                log.warning("%s cannot be said (%s); try %d follows", letter.name, type(error).__name__, failures + 1)
                await asyncio.sleep(min(LONGEST_WAIT, 0.5 * 2 ** min(failures, 7)))
                continue
            except Exception:
                message_id = 0
                log.exception("the letter %s could not be made", letter.name)
            failures = 0
            if queue and queue[0] is letter:
                queue.popleft()
            self._delivered(letter, message_id)
        # No await between the last look at the queue and here: nothing can be posted unseen.
        del self._queues[chat_id], self._chats[chat_id]

    async def speaking(self) -> tuple[float, float]:
        """For how many seconds nothing got through though there is something to say, and how many are well."""
        failing, at_most = await self._postman.pulse.failing()
        return (failing if self._queues else 0.0), at_most

    def _delivered(self, letter: Letter, message_id: int) -> None:
        self._said.set()
        self._postman.forget_letter(letter)
        self._books.enter(Delivery(letter, message_id))

    def _is_overtaken(self, letter: Letter, queue: deque[Letter]) -> bool:
        """A receipt need not be shown if a newer one of its slot waits behind it; but one that may stand there must."""
        newer = bool(letter.slot) and any(later.slot == letter.slot for later in list(queue)[1:])
        return newer and not self._postman.may_be_shown(letter)
