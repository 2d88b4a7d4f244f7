"""The speaker: sends what the outbox holds, a chat's letters in their order, at Telegram's pace.

A letter leaves the outbox when Telegram has it. If we are killed in between it is said once more, which is better than
never: the Bot API has no way to tell. Edits may be repeated without anyone noticing.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.chat.books import Books
from bot.chat.calls import Calls
from bot.chat.enclosures import send_paper
from bot.chat.old_buttons import OldButtons
from bot.chat.transport import seconds_to_wait
from bot.papers import MakePaper
from bot.storage import outbox
from bot.storage.outbox import Delivery, Letter
from bot.storage.writer import DatabaseAway, Writer

log = logging.getLogger(__name__)

NO_PREVIEW = {"is_disabled": True}
LONGEST_WAIT = 30.0
"""Seconds between two tries while Telegram or our database cannot be reached."""
AT_ONCE = 500
"""Letters of earlier days that are read in one go: as many as are said in some seconds."""

Tell = Callable[[int], Awaitable[None]]
TellGone = Callable[[int, str], Awaitable[None]]


class Speaker:
    """Sends letters. `tell_gone` hears which chat cannot be told what, `tell_failed` of a paper not made."""

    def __init__(
        self, bot: ExtBot[Any], writer: Writer, papers: Mapping[str, MakePaper], tell_gone: TellGone, tell_failed: Tell
    ) -> None:
        self._bot, self._call = bot, Calls(bot)
        self._writer, self._papers = writer, papers
        self._tell_gone, self._tell_failed = tell_gone, tell_failed
        self._queues: dict[int, deque[Letter]] = {}
        self._chats: dict[int, asyncio.Task[None]] = {}
        self._answers: set[asyncio.Task[None]] = set()
        self._slots: dict[tuple[int, str], int] = {}
        self._books = Books(writer)
        self._old_buttons = OldButtons(self._call)
        self._said = asyncio.Event()
        self._held_back: list[Letter] | None = None
        """While letters of earlier days are being read: those that came since."""
        self._upkeep: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what was waiting when the bot was stopped or killed."""
        newest = await self._writer.run(outbox.newest)
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
        await self._old_buttons.stop()
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
        if self._held_back is not None:
            self._held_back = [letter for letter in self._held_back if letter.chat_id != chat_id]
        self._slots = {key: message for key, message in self._slots.items() if key[0] != chat_id}

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
                message_id = 0 if _is_overtaken(letter, queue) else await self._hand_over(letter)
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

    async def _hand_over(self, letter: Letter) -> int:
        """Send one letter, or hear that it will never be taken; raises what may have passed at the next try."""
        try:
            return await self._deliver(letter)
        except (Forbidden, BadRequest, ChatMigrated) as refusal:
            if isinstance(refusal, Forbidden) or "chat not found" in refusal.message.lower():
                await self._tell_gone(letter.chat_id, letter.name)
            else:
                log.error("Telegram refuses the message %s", letter.name)
        return 0

    async def _deliver(self, letter: Letter) -> int:
        """Send one letter; the id of the new message, or 0 if none was made."""
        content = json.loads(letter.content)
        if letter.kind == "leave":
            await self._bot.leave_chat(letter.chat_id)
            return 0
        if letter.kind == "unsay":
            with suppress(BadRequest):  # it is gone, or too old: Telegram need not obey
                await self._call("deleteMessage", chat_id=letter.chat_id, message_id=content["message"])
            return 0
        if letter.kind == "settle":
            await self._old_buttons.take_off(letter.chat_id, content["message"])
            return 0
        if letter.kind in self._papers:
            return await self._send_paper(letter, content)
        place = content["edit"] or await self._message_in(letter)
        if place and await self._edit(letter.chat_id, place, content):
            self._old_buttons.shown(letter.chat_id, place, content, len(self._queues))
            return 0
        message = await self._call(
            "sendMessage",
            chat_id=letter.chat_id,
            text=content["text"],
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(content["buttons"]),
            link_preview_options=NO_PREVIEW,
            disable_notification=content["quiet"],
        )
        message_id = int(message["message_id"])
        self._old_buttons.shown(letter.chat_id, message_id, content, len(self._queues))
        if letter.slot:
            self._slots[letter.chat_id, letter.slot] = message_id
        return message_id

    async def _edit(self, chat_id: int, message_id: int, content: dict[str, Any]) -> bool:
        """Put new text into a message; False if it cannot be edited any more."""
        try:
            await self._call(
                "editMessageText",
                chat_id=chat_id,
                message_id=message_id,
                text=content["text"],
                parse_mode=ParseMode.HTML,
                reply_markup=_markup(content["buttons"]),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as refusal:
            return "not modified" in refusal.message.lower()
        return True

    async def _send_paper(self, letter: Letter, content: dict[str, Any]) -> int:
        with suppress(TelegramError):
            await self._bot.send_chat_action(letter.chat_id, ChatAction.UPLOAD_DOCUMENT)
        try:
            paper = await self._papers[letter.kind](letter.chat_id, content)
        except Exception:
            log.exception("the paper %s could not be made", letter.name)
            await self._tell_failed(letter.chat_id)
            return 0
        return await send_paper(self._bot, letter.chat_id, paper)

    async def _message_in(self, letter: Letter) -> int:
        if not letter.slot:
            return 0
        known = self._slots.get((letter.chat_id, letter.slot), 0)
        return known or await self._writer.run(outbox.message_in, letter.chat_id, letter.slot)

    def _delivered(self, letter: Letter, message_id: int) -> None:
        self._said.set()
        self._books.enter(Delivery(letter, message_id))
        if len(self._slots) > 10_000:
            self._slots.clear()  # they are in the database as well


def _is_overtaken(letter: Letter, queue: deque[Letter]) -> bool:
    """A receipt need not be shown if a newer one of the same slot is waiting behind it."""
    return bool(letter.slot) and any(later.slot == letter.slot for later in list(queue)[1:])


def _markup(buttons: list[list[list[str]]]) -> dict[str, Any] | None:
    if not buttons:
        return None
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in buttons]}
