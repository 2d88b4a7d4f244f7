"""Delivers updates to the bot's address, again and again until it answers that it has them."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from bot.rehearsal.telegram.telegram import Telegram
from bot.rehearsal.telegram.updates import Update

LONGEST_WAIT = 60.0


class Courier:
    """One delivery at a time for each person's messages and each person's button presses; many people at once."""

    def __init__(self, telegram: Telegram, first_wait: float) -> None:
        self._telegram = telegram
        self._first_wait = first_wait
        self._busy: set[tuple[int, bool]] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=LONGEST_WAIT)) as session:
            try:
                while not self._telegram.closed:
                    update = await self._telegram.bell.until(self._next, 3600)
                    if update is not None:
                        self._busy.add(_queue(update))
                        task = asyncio.create_task(self._deliver(session, update))
                        self._tasks.add(task)
                        task.add_done_callback(self._tasks.discard)
            finally:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    def _next(self) -> Update | None:
        telegram = self._telegram
        if not telegram.webhook or len(self._busy) >= telegram.webhook["max_connections"]:
            return None
        waiting = telegram.updates.waiting(telegram.clock.unix())
        return next((update for update in waiting if _queue(update) not in self._busy), None)

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> None:
        wait = self._first_wait
        telegram = self._telegram
        try:
            while telegram.webhook and update in telegram.updates.waiting(telegram.clock.unix()):
                problem = await self._post(session, dict(telegram.webhook), update)
                with telegram.changing():
                    if not problem:
                        telegram.updates.forget([update.update_id])
                        return
                    if telegram.webhook:
                        failed = {"last_error_date": telegram.clock.unix(), "last_error_message": problem}
                        telegram.set_webhook({**telegram.webhook, **failed})
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        finally:
            with telegram.changing():
                self._busy.discard(_queue(update))

    async def _post(self, session: aiohttp.ClientSession, webhook: dict[str, Any], update: Update) -> str:
        secret = webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(
                webhook["url"], json=update.json(), headers=headers, allow_redirects=False
            ) as response:
                if 200 <= response.status < 300:
                    return ""
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError):
            return "Connection failed"


def _queue(update: Update) -> tuple[int, bool]:
    return update.sender, update.kind == "callback_query"
