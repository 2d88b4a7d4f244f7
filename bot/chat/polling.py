"""Long polling: the offset moves, and so acknowledges, only past updates that are committed."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter

from bot.chat.answer import OddAnswer
from bot.chat.calls import body
from bot.chat.complaint import Complaint
from bot.chat.incoming import ALLOWED_UPDATES
from bot.chat.pulse import Doubt, Pulse
from bot.chat.transport import NotSent, Transport, seconds_to_wait
from bot.post.reception import Reception
from bot.storage.trouble import DatabaseAway

log = logging.getLogger(__name__)

POLL_SECONDS = 20
"""For which Telegram holds a question; a road that went silent meanwhile is noticed a little later."""
WATCH_EVERY = 1.0
"""Seconds between two questions while nothing can be stored: what is not acknowledged comes again at once."""
SHORT_POLL_SECONDS = 3
"""For which Telegram holds the question after another's: long enough to let them ask, and so short that one
question of theirs, as at an upgrade, is over before anybody calls us deaf.
"""
LEFT_TO_OTHERS = 20.0
"""Seconds for which the watch leaves it to another who asked: if they can store what comes, one short question of ours
in so long is not in their way; if they were only passing by, nobody else would hear a cry.
"""
LONGEST_WAIT = 10.0
"""Seconds between two tries while Telegram or our database is away."""


class Polling:
    """Asks Telegram for updates, again and again, until cancelled."""

    def __init__(
        self,
        bot: Bot,
        transport: Transport,
        reception: Reception,
        pulse: Pulse | None = None,
        doubt: Doubt | None = None,
    ) -> None:
        self._address = f"{bot.base_url}/getUpdates"
        self._transport, self._reception = transport, reception
        self._pulse, self._doubt = pulse or Pulse(), doubt or Doubt()
        self._complaint = Complaint(log, "no updates could be taken", "updates are taken again")
        self._offset = 0
        self._patience = 0
        """Seconds for which Telegram may keep us waiting: none until we know that it hears us."""

    async def run(self) -> None:
        """Poll until cancelled; raises `InvalidToken` if Telegram does not know the bot, and keeps saying so."""
        await self._transport.initialize()
        failures = 0
        while True:
            try:
                await self.once()
            except RetryAfter as refusal:
                self._pulse.miss()
                self._doubt.passed()
                await asyncio.sleep(seconds_to_wait(refusal))
                self._patience = 0
            except Exception as error:
                failures += 1
                self._failed(error)
                await asyncio.sleep(min(LONGEST_WAIT, 0.25 * 2 ** min(failures, 6)))
            else:
                failures, self._patience = 0, POLL_SECONDS
                self._pulse.beat()
                self._doubt.answered()
                self._complaint.is_over()

    async def keep_watch(self) -> None:
        """Ask on while nothing can be stored and nothing is acknowledged: what must not wait is said all the same."""
        log.warning("updates are asked for though nothing can be stored")
        await self._transport.initialize()
        pause = WATCH_EVERY  # first of all: what asked until now has ended by then
        while True:
            await asyncio.sleep(pause)
            try:
                await self.once()
            except Conflict:
                pause, self._patience = LEFT_TO_OTHERS, 0  # an answer at once, and their question is heard again
            except Exception as error:
                pause = WATCH_EVERY
                log.debug("nothing can be stored (%s)", type(error).__name__)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DatabaseAway) and error.why:  # who stores tells it: Telegram heard us, and brings it again
            self._pulse.beat()
            self._doubt.answered()
            return
        self._pulse.miss()
        if isinstance(error, InvalidToken):
            self._doubt.refused(error)
        elif not isinstance(error, NotSent):
            self._doubt.passed()
        # Whoever else asks is not to be cut off again and again.
        self._patience = min(self._patience, SHORT_POLL_SECONDS) if isinstance(error, Conflict) else 0
        self._complaint.tell(error)

    async def close(self) -> None:
        await self._transport.shutdown()

    async def once(self) -> None:
        """One poll: take what came, all of it in as few commits as the writer makes of it."""
        updates = await self._get_updates()
        results = await asyncio.gather(*(self._reception.take(update) for update in updates), return_exceptions=True)
        for update, result in zip(updates, results, strict=True):
            if isinstance(result, BaseException):
                raise result
            if isinstance(update, dict) and type(update.get("update_id")) is int:
                self._offset = update["update_id"] + 1

    async def _get_updates(self) -> list[dict[str, Any]]:
        # Not `Bot.get_updates`: it reads all updates or none, so one malformed update would block everyone.
        wanted = {"offset": self._offset, "timeout": self._patience, "allowed_updates": ALLOWED_UPDATES}
        # In the body: the address stays the same, and is not taken apart anew with every poll.
        result: Any = await self._transport.post(self._address, body(wanted), read_timeout=self._patience + 8)
        if not isinstance(result, list):
            raise OddAnswer("no list of updates")
        return result
