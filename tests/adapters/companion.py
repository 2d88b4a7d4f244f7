"""The bot's whole conversation, as `bot.app` composes it, in the test's own loop, so that it can die at any moment."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from bot.chat import incoming
from bot.chat.calls import Calls
from bot.chat.lifeline import Lifeline
from bot.chat.polling import Polling
from bot.clock import Clock
from bot.post.reception import Reception
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.composed.contents import Content, Contents
from dialogs.events import Stumbled, WentAway
from tests.adapters.desk import Desk
from tests.telegram import RehearsalServer


class Companion(Desk):
    """A desk that takes updates too; `polls` sets it going, `dies` ends it as a kill does."""

    def __init__(self, telegram: RehearsalServer, folder: Path, content: Content) -> None:
        super().__init__(telegram, folder / "companion.db")
        self.clock = Clock()
        self.turns = Turns(content.dialogue, content.wording, Vault(folder / "vault", bytes(32)), self.clock)
        self.reception = Reception(
            incoming,
            self.writer,
            self.turns,
            self.speaker,
            self.clock,
            lambda: None,
            lambda _: None,
            throw=Lifeline(Calls(self.bot), Contents({"en": content})).throw,
        )
        self.polling = Polling(self.bot, self.polling_transport, self.reception)
        self._strangers: set[asyncio.Task[Any]] = set()

    async def opens(self) -> None:
        self._strangers = asyncio.all_tasks()
        await super().opens()

    def polls(self) -> asyncio.Task[None]:
        return asyncio.create_task(self.polling.run())

    async def dies(self) -> None:
        """Nothing is finished and nothing said: every task ends where it stands."""
        own = asyncio.all_tasks() - self._strangers - {asyncio.current_task()}
        for task in own:
            task.cancel()
        await asyncio.gather(*own, return_exceptions=True)
        await self.transport.shutdown()
        await self.polling.close()
        await asyncio.to_thread(self.writer.close)

    async def hear_gone(self, chat_id: int, unsaid: str) -> None:
        await self.writer.run(self.turns.tell, chat_id, WentAway(self.clock.now(), unsaid))

    async def hear_failed(self, chat_id: int) -> None:
        self.reception.carry_on(await self.writer.run(self.turns.tell, chat_id, Stumbled(self.clock.now())))
