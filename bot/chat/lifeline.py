"""A straight line to Telegram for what must not wait: it needs no database, and nothing of it is kept."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress

from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.calls import Call
from bot.chat.markup import keyboard
from bot.chat.saying import NEVER_CARRIED_OUT
from bot.turn.outcome import Incoming
from dialogs.composed.contents import Content, Contents
from dialogs.effects import Say

log = logging.getLogger(__name__)

MOST_REMEMBERED = 10_000
SOON = 10.0
"""Seconds within which what comes again may be taken yet: until then nobody is told that nothing can be."""
AN_HOUR = 3600.0
MOST_DOUBTS = 3
"""How often a card is said of which Telegram's answer was lost: nobody can know whether it stands there. Shown twice is
accepted, never shown is not (decisions/0003); and what comes next may be a long time away.
"""
AGAIN_AFTER = 0.5
"""Seconds between two of these: a connection that had lain idle too long is a new one by then."""


class Lifeline:
    """Answers each update once, however often it is brought while our database is away.

    `one_by_one`: Telegram brings nothing more that somebody writes until we took what they wrote before, as to a
    webhook (tdlib/telegram-bot-api, WebhookActor: one queue for a chat, another for taps). A cry may wait behind it.
    """

    def __init__(self, call: Call, contents: Contents, one_by_one: bool = False) -> None:
        self._call, self._contents, self._one_by_one = call, contents, one_by_one
        self._answered, self._brought, self._told = _Times(), _Times(), _Times()

    async def throw(self, incoming: Incoming) -> None:
        """Say what an update needs to hear at once, if anything; what Telegram did not take is said next time."""
        if incoming.group or incoming.event is None or incoming.update_id in self._answered:
            return
        content = self._contents.of(self._contents.nearest(incoming.language))
        caseless = content.dialogue.caseless
        say = caseless.answer(incoming.event, language=incoming.language)
        if say is None and self._holds_others_up(incoming):
            self._told.note(incoming.chat_id)
            say = caseless.away()
        if say is None:
            return
        self._answered.note(incoming.update_id)
        await self._say(say, incoming, content)

    def _holds_others_up(self, incoming: Incoming) -> bool:
        """Whether nobody knows what else this chat has to say, and it was not told so within the hour."""
        waits = self._one_by_one and self._brought.since(incoming.update_id) >= SOON
        return waits and not (incoming.chat_id in self._told and self._told.since(incoming.chat_id) < AN_HOUR)

    async def _say(self, say: Say, incoming: Incoming, content: Content) -> None:
        for _ in range(MOST_DOUBTS):
            try:
                await self._send(say, incoming.chat_id, incoming.topic, content)
                break
            except NEVER_CARRIED_OUT as refusal:
                log.warning("%s cannot be said (%s)", say.name, type(refusal).__name__)
                self._answered.forget(incoming.update_id)  # it was not shown: the update comes again
                self._told.forget(incoming.chat_id)
                return
            except TelegramError as trouble:
                log.warning("nobody can tell whether %s was said (%s)", say.name, type(trouble).__name__)
                await asyncio.sleep(AGAIN_AFTER)
        if incoming.callback_id:
            with suppress(TelegramError):  # its little clock stays; the card stands
                await self._call("answerCallbackQuery", callback_query_id=incoming.callback_id)

    async def _send(self, say: Say, chat_id: int, topic: int, content: Content) -> None:
        await self._call(
            "sendMessage",
            chat_id=chat_id,
            message_thread_id=topic or None,
            text=content.wording.text(say),
            parse_mode=ParseMode.HTML,
            link_preview_options={"is_disabled": True},
            reply_markup=keyboard([list(map(list, row)) for row in content.wording.keyboard(say)]),
        )
        log.warning("%s is said though nothing can be stored", say.name)


class _Times:
    """When the newest of some things were first seen."""

    def __init__(self) -> None:
        self._first: OrderedDict[Hashable, float] = OrderedDict()

    def __contains__(self, each: Hashable) -> bool:
        return each in self._first

    def note(self, each: Hashable) -> None:
        self._first[each] = time.monotonic()
        while len(self._first) > MOST_REMEMBERED:
            self._first.popitem(last=False)

    def since(self, each: Hashable) -> float:
        """Seconds since it was first seen, which may be now."""
        if each not in self._first:
            self.note(each)
        return time.monotonic() - self._first[each]

    def forget(self, each: Hashable) -> None:
        self._first.pop(each, None)
