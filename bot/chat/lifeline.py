"""A straight line to Telegram for what must not wait: it needs no database, and nothing of it is kept."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.constants import ParseMode
from telegram.error import NetworkError, TelegramError

from bot.chat.markup import keyboard
from bot.chat.transport import NotSent
from bot.turn.outcome import Incoming
from dialogs.content.reading import Contents

log = logging.getLogger(__name__)

Call = Callable[..., Awaitable[Any]]
MOST_REMEMBERED = 10_000


class Lifeline:
    """Answers each update once, however often it is brought while our database is away."""

    def __init__(self, call: Call, contents: Contents) -> None:
        self._call, self._contents = call, contents
        self._answered: OrderedDict[int, None] = OrderedDict()

    async def throw(self, incoming: Incoming) -> None:
        """Say what an update needs to hear at once, if anything; what Telegram did not take is said next time."""
        if incoming.group or incoming.event is None or incoming.update_id in self._answered:
            return
        content = self._contents.of(self._contents.nearest(incoming.language))
        say = content.dialogue.caseless.answer(incoming.event, language=incoming.language)
        if say is None:
            return
        self._answered[incoming.update_id] = None
        while len(self._answered) > MOST_REMEMBERED:
            self._answered.popitem(last=False)
        try:
            await self._call(
                "sendMessage",
                chat_id=incoming.chat_id,
                message_thread_id=incoming.topic or None,
                text=content.wording.text(say),
                parse_mode=ParseMode.HTML,
                link_preview_options={"is_disabled": True},
                reply_markup=keyboard([list(map(list, row)) for row in content.wording.keyboard(say)]),
            )
            log.warning("%s is said though nothing can be stored", say.name)
            if incoming.callback_id:
                await self._call("answerCallbackQuery", callback_query_id=incoming.callback_id)
        except TelegramError as trouble:
            log.warning("%s cannot be said (%s)", say.name, type(trouble).__name__)
            if isinstance(trouble, NotSent) or not isinstance(trouble, NetworkError):
                self._answered.pop(incoming.update_id, None)  # it was not shown: the update comes again
