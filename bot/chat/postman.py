"""The postman: hands one letter to Telegram, whatever it is, as often as it takes."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.chat.enclosures import Sending
from bot.chat.lost import Call, Lost
from bot.chat.old_buttons import OldButtons
from bot.chat.pulse import Pulse
from bot.chat.saying import Refused, Saying
from bot.chat.transport import seconds_to_wait
from bot.papers.papers import AlreadyTold, MakePaper
from bot.post.carrier import NotYet
from bot.storage import outbox
from bot.storage.outbox import Letter
from bot.storage.writer import Writer

log = logging.getLogger(__name__)

Tell = Callable[[int], Awaitable[None]]
TellGone = Callable[[int, str], Awaitable[None]]
"""Takes a chat, and the name of the message that it cannot be told."""
LONGEST_FAILING = 60.0
"""Seconds without a letter getting through after which we are not ready."""
MOST_SLOTS = 10_000


class Postman:
    """Remembers what is under way. `tell_gone` hears which chat cannot be told what, `tell_failed` of failures."""

    def __init__(
        self,
        bot: ExtBot[Any],
        call: Call,
        writer: Writer,
        papers: Mapping[str, MakePaper],
        tell_gone: TellGone,
        tell_failed: Tell,
    ) -> None:
        self._bot, self._call, self._writer, self._papers = bot, call, writer, papers
        self._tell_gone, self._tell_failed = tell_gone, tell_failed
        self._lost = Lost(call, writer)
        self._old_buttons = OldButtons(call)
        self._slots: dict[tuple[int, str], int] = {}
        self._under_way: dict[int, dict[int, Saying | Sending]] = {}
        """By chat and letter: what of it was shown, what was refused, whether an answer was lost."""
        self._apologised: set[int] = set()
        """Chats that heard of a message that cannot be said, and nothing else since."""
        self._pulse = Pulse(failing=LONGEST_FAILING)
        self.doubts_until = 0
        """The last letter of the time before: it, or one before it, may have been shown when we were killed."""

    async def hand_over(self, letter: Letter) -> int:
        """Send one letter, or hear that it will never be taken; the id of the new message, or 0. Raises `NotYet`."""
        try:
            message_id = await self._deliver(letter)
        except (Forbidden, BadRequest, ChatMigrated) as refusal:
            self._pulse.beat()
            if isinstance(refusal, Forbidden) or "chat not found" in refusal.message.lower():
                await self._tell_gone(letter.chat_id, letter.name)
            else:
                log.error("Telegram refuses the message %s", letter.name)
            return 0
        except Refused:
            self._pulse.beat()
            await self._apologise(letter)
            return 0
        except TelegramError as trouble:
            self._pulse.miss()
            wait = seconds_to_wait(trouble) if isinstance(trouble, RetryAfter) else None
            raise NotYet(type(trouble).__name__, wait) from trouble
        self._pulse.beat()
        self._apologised.discard(letter.chat_id)
        return message_id

    async def answer(self, callback_id: str) -> None:
        """Stop the little clock on a tapped button. Telegram forgets taps soon: a refusal does not matter."""
        with suppress(TelegramError):
            await self._call("answerCallbackQuery", callback_query_id=callback_id)

    async def failing(self) -> tuple[float, float]:
        """For how many seconds nothing got through, and how many are well."""
        return await self._pulse.failing()

    async def stop(self) -> None:
        """Nothing is taken to Telegram any more."""
        await self._old_buttons.stop()

    def may_be_shown(self, letter: Letter) -> bool:
        """Whether a letter may stand in the chat though nobody told us."""
        if letter.id <= self.doubts_until and (letter.chat_id, letter.slot) not in self._slots:
            return True
        under_way = self._under_way.get(letter.chat_id, {}).get(letter.id)
        return under_way is not None and under_way.in_doubt

    def forget_letter(self, letter: Letter) -> None:
        """A letter is done with."""
        under_way = self._under_way.get(letter.chat_id, {})
        under_way.pop(letter.id, None)
        if not under_way:
            self._under_way.pop(letter.chat_id, None)

    def forget(self, chat_id: int) -> None:
        """A case was deleted: nothing of its chat is remembered."""
        self._under_way.pop(chat_id, None)
        self._slots = {key: message for key, message in self._slots.items() if key[0] != chat_id}

    async def _apologise(self, letter: Letter) -> None:
        """Never silence: what cannot be said is told as our fault, unless that is what cannot be said."""
        log.error("the message %s cannot be said in any form", letter.name)
        if letter.chat_id not in self._apologised:
            self._apologised.add(letter.chat_id)
            await self._tell_failed(letter.chat_id)

    async def _deliver(self, letter: Letter) -> int:
        if letter.kind == "leave":
            await self._bot.leave_chat(letter.chat_id)
            return 0
        if letter.kind == "unsay":
            message_id = json.loads(letter.content)["message"]
            with suppress(BadRequest):  # it is gone, or too old: Telegram need not obey
                await self._call("deleteMessage", chat_id=letter.chat_id, message_id=message_id)
            return 0
        if letter.kind == "settle":
            await self._old_buttons.take_off(letter.chat_id, json.loads(letter.content)["message"])
            return 0
        under_way = self._under_way.setdefault(letter.chat_id, {})
        if letter.kind in self._papers:
            sending = under_way.setdefault(letter.id, Sending(self._bot, self._lost, letter))
            assert isinstance(sending, Sending)
            return await self._send_paper(letter, sending)
        saying = under_way.get(letter.id)
        if saying is None:
            content = json.loads(letter.content)
            place = content["edit"] or await self._place(letter)
            saying = Saying(self._call, self._lost, letter, content, place)
            under_way[letter.id] = saying
            saying.in_doubt = bool(letter.slot) and letter.id <= self.doubts_until
        assert isinstance(saying, Saying)
        message_id = await saying.carry_out()
        stands_in = message_id or saying.place
        self._old_buttons.shown(letter.chat_id, stands_in, saying.asks, len(self._under_way))
        if letter.slot and message_id:
            if len(self._slots) >= MOST_SLOTS:
                self._slots.clear()  # they are in the database as well
            self._slots[letter.chat_id, letter.slot] = message_id
        return message_id

    async def _place(self, letter: Letter) -> int:
        """The message that stands in a letter's slot, or 0."""
        if not letter.slot:
            return 0
        known = self._slots.get((letter.chat_id, letter.slot), 0)
        return known or await self._writer.run(outbox.message_in, letter.chat_id, letter.slot)

    async def _send_paper(self, letter: Letter, sending: Sending) -> int:
        if found := await sending.find():
            return found
        await sending.announce()
        try:
            paper = await self._papers[letter.kind](letter.chat_id, sending.content)
        except AlreadyTold:
            return 0
        except Exception:
            log.exception("the paper %s could not be made", letter.name)
            await self._tell_failed(letter.chat_id)
            return 0
        return await sending.carry_out(paper)
