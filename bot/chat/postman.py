"""The postman: hands one message to Telegram, whatever it is, as often as it takes."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot import plain_json
from bot.chat.calls import Call
from bot.chat.complaint import in_words
from bot.chat.enclosures import Sending
from bot.chat.lost import Lost
from bot.chat.old_buttons import OldButtons
from bot.chat.pulse import Pulse
from bot.chat.saying import Refused, Saying
from bot.chat.transport import seconds_to_wait
from bot.papers.papers import AlreadyTold, MakePaper
from bot.post.carrier import NotYet
from bot.storage import outbox
from bot.storage.outbox import Delivery, Message
from bot.storage.writer import Writer

log = logging.getLogger(__name__)

Tell = Callable[[int], Awaitable[None]]
TellGone = Callable[[int, str], Awaitable[None]]
"""Takes a chat, and the name of the message that it cannot be told."""
LONGEST_FAILING = 60.0
"""Seconds without a message getting through after which we are not ready."""
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
        self._slots: dict[int, dict[str, int]] = {}
        """By chat and slot: what stands there, as far as we know better than the database, or as well."""
        self._under_way: dict[int, dict[int, Saying | Sending]] = {}
        """By chat and message: what of it was shown, what was refused, whether an answer was lost."""
        self._apologised: set[int] = set()
        """Chats that heard of a message that cannot be said, and nothing else since."""
        self._pulse = Pulse(failing=LONGEST_FAILING)
        self.doubts_until = 0
        """The last message of the time before: it, or one before it, may have been shown when we were killed."""
        self.doubts: set[int] = set()

    async def hand_over(self, message: Message) -> int:
        """Send one message, or hear that it will never be taken; the id of the new message, or 0. Raises `NotYet`."""
        try:
            message_id = await self._deliver(message)
        except (Forbidden, BadRequest, ChatMigrated) as refusal:
            self._pulse.beat()
            if isinstance(refusal, Forbidden) or "chat not found" in refusal.message.lower():
                await self._tell_gone(message.chat_id, message.name)
            else:
                log.error("Telegram refuses the message %s", message.name)
            return 0
        except Refused:
            self._pulse.beat()
            await self._apologise(message)
            return 0
        except TelegramError as trouble:
            self._pulse.miss()
            wait = seconds_to_wait(trouble) if isinstance(trouble, RetryAfter) else None
            raise NotYet(in_words(trouble), wait) from trouble
        self._pulse.beat()
        self._apologised.discard(message.chat_id)
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

    def may_be_shown(self, message: Message) -> bool:
        """Whether a message may stand in the chat though nobody told us."""
        if message.id in self.doubts:
            return True
        if message.id <= self.doubts_until and message.slot not in self._slots.get(message.chat_id, {}):
            return True
        under_way = self._under_way.get(message.chat_id, {}).get(message.id)
        return under_way is not None and under_way.in_doubt

    def forget_message(self, message: Message) -> None:
        """A message is done with."""
        under_way = self._under_way.get(message.chat_id, {})
        under_way.pop(message.id, None)
        if not under_way:
            self._under_way.pop(message.chat_id, None)

    def forget(self, chat_id: int) -> None:
        """A case was deleted: nothing of its chat is remembered."""
        self._under_way.pop(chat_id, None)
        self._slots.pop(chat_id, None)

    def begin_anew(self, chat_id: int) -> None:
        """Somebody else may have spoken to a chat: the database knows better than we what stands there."""
        self.forget(chat_id)
        self._lost.forget(chat_id)
        self._old_buttons.forget(chat_id)

    def noted(self, delivery: Delivery) -> None:
        """The database knows of a delivery, and can be asked where it stands."""
        slots = self._slots.get(delivery.message.chat_id, {})
        if slots.get(delivery.message.slot) == delivery.message_id:
            del slots[delivery.message.slot]

    async def _apologise(self, message: Message) -> None:
        """Never silence: what cannot be said is told as our fault, unless that is what cannot be said."""
        log.error("the message %s cannot be said in any form", message.name)
        if message.chat_id not in self._apologised:
            self._apologised.add(message.chat_id)
            await self._tell_failed(message.chat_id)

    async def _deliver(self, message: Message) -> int:
        if message.kind == "leave":
            await self._bot.leave_chat(message.chat_id)
            return 0
        if message.kind == "unsay":
            message_id = plain_json.read(message.content)["message"]
            with suppress(BadRequest):  # it is gone, or too old: Telegram need not obey
                await self._call("deleteMessage", chat_id=message.chat_id, message_id=message_id)
            return 0
        if message.kind == "settle":
            await self._old_buttons.take_off(message.chat_id, plain_json.read(message.content)["message"])
            return 0
        under_way = self._under_way.setdefault(message.chat_id, {})
        if message.kind in self._papers:
            sending = under_way.get(message.id)
            if sending is None:
                sending = under_way[message.id] = Sending(self._bot, self._lost, message)
                sending.in_doubt = message.id in self.doubts
            assert isinstance(sending, Sending)
            return await self._send_paper(message, sending)
        saying = under_way.get(message.id)
        if saying is None:
            content = plain_json.read(message.content)
            stands, moves = content["edit"] or await self._place(message), message.kind == outbox.MOVES
            saying = Saying(self._call, self._lost, message, content, 0 if moves else stands)
            saying.leaves = stands if moves else 0
            under_way[message.id] = saying
            saying.in_doubt = message.id in self.doubts or (bool(message.slot) and message.id <= self.doubts_until)
        assert isinstance(saying, Saying)
        message_id = await saying.carry_out()
        if saying.leaves:
            await self._take_away(message.chat_id, saying.leaves)
            saying.leaves = 0
        stands_in = message_id or saying.place
        self._old_buttons.shown(message.chat_id, stands_in, saying.asks, len(self._under_way))
        if message.slot and message_id:
            if len(self._slots) >= MOST_SLOTS:
                self._slots.clear()  # they are in the database as well
            self._slots.setdefault(message.chat_id, {})[message.slot] = message_id
        return message_id

    async def _take_away(self, chat_id: int, message_id: int) -> None:
        """Delete a message that stands further down again; where Telegram does not, it keeps no buttons at least."""
        try:
            await self._call("deleteMessage", chat_id=chat_id, message_id=message_id)
        except BadRequest:
            await self._old_buttons.take_off(chat_id, message_id)
        self._old_buttons.gone(chat_id, message_id)

    async def _place(self, message: Message) -> int:
        """What stands in a message's slot in the chat, or 0."""
        if not message.slot:
            return 0
        known = self._slots.get(message.chat_id, {}).get(message.slot, 0)
        return known or await self._writer.run(outbox.message_in, message.chat_id, message.slot)

    async def _send_paper(self, message: Message, sending: Sending) -> int:
        if found := await sending.find():
            return found
        await sending.announce()
        try:
            paper = await self._papers[message.kind](message.chat_id, sending.content)
        except AlreadyTold:
            return 0
        except Exception:
            log.exception("the paper %s could not be made", message.name)
            await self._tell_failed(message.chat_id)
            return 0
        return await sending.carry_out(paper)
