"""The composition root: builds everything once, connects it, and runs it until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvloop
from telegram import BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from bot.chat.download import Downloads
from bot.chat.incoming import ALLOWED_UPDATES
from bot.chat.polling import Polling
from bot.chat.reception import Reception
from bot.chat.speaker import Speaker
from bot.chat.transport import Transport
from bot.chat.webhook import PATH, Listening, web
from bot.clock import Clock
from bot.documents.arrival import Arrival
from bot.packet.sheet import sheet_paper
from bot.settings import Settings
from bot.storage import cases, work
from bot.storage.database import migrate, open_database, open_postgresql, truncate_log
from bot.storage.lock import take_database_lock, take_lock
from bot.storage.work import Task
from bot.storage.writer import DatabaseAway, Writer
from bot.turn import Turns
from bot.vault import Vault, master_key
from bot.workers import Done, Trade, Workers
from dialogs.content import Content, read_content
from dialogs.errand_events import ErrandOver
from dialogs.events import ReminderDue, Stumbled, WentAway

log = logging.getLogger(__name__)

CONTENT = Path(__file__).resolve().parent.parent / "content"
UPDATES_KEPT = timedelta(days=3)
"""Telegram delivers an update again for 24 hours at most."""
AT_ONCE = 500
"""Rows that tidying looks at in one commit, so that nobody waits long behind it."""
TRIES_TO_EMPTY = 30
"""Seconds in which a deletion waits for readers of the database, such as a backup, to be done."""


class App:
    """The running bot."""

    def __init__(self, settings: Settings, content: Content) -> None:
        self._settings, self._content = settings, content
        self._clock = Clock(settings.clock_ahead)
        self._began = datetime.now(UTC)
        self._lock = take_lock(settings.data_dir)
        self._vault = Vault(settings.data_dir / "vault", master_key(settings.data_dir / "master.key"))
        if settings.database_url:
            self._engine = open_postgresql(settings.database_url)
            self._database_lock = take_database_lock(self._engine)
        else:
            self._engine = open_database(settings.data_dir / "companion.db")
        migrate(self._engine)
        self._writer = Writer(self._engine)
        self._transport, polling_transport = Transport(), Transport(connections=1)
        self._bot = ExtBot(
            settings.telegram_token,
            base_url=f"{settings.api_url}/bot",
            base_file_url=f"{settings.api_url}/file/bot",
            request=self._transport,
            get_updates_request=polling_transport,
            rate_limiter=AIORateLimiter(overall_max_rate=settings.messages_per_second),
        )
        self._turns = Turns(
            content.dialogue, content.wording, self._vault, self._clock, bot_name=lambda: self._bot.username
        )
        self._speaker = Speaker(self._bot, self._writer, {"sheet": sheet_paper}, self._patient_is_gone, self._stumbled)
        self._reception = Reception(self._writer, self._turns, self._speaker, self._clock, lambda: self._workers.wake())
        arrival = Arrival(self._writer, self._vault, Downloads(self._bot, self._transport).chunks, self._clock)
        trades = {
            work.FETCH: Trade(arrival.fetch, arrival.give_up, case_is_gone=self._erase_folder),
            work.REMIND: Trade(self._remind),
            work.ERRAND: Trade(self._end_errand),
            work.ERASE: Trade(self._erase, case_is_gone=self._leave_no_trace),
        }
        self._workers = Workers(self._writer, self._turns, self._clock, trades, self._reception.carry_on)
        self._polling = Polling(self._bot, polling_transport, self._reception)

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT. Raises `InvalidToken` if Telegram does not know the token."""
        stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stopping.set)
        door = self._web() if self._settings.listen_port else None
        await self._transport.initialize()
        await self._writer.run(work.release_all, self._clock.now())
        await self._speaker.start()
        parts: list[Coroutine[Any, Any, None]] = [self._workers.run(), self._serve_telegram(), self._tidy()]
        if door:
            parts.append(door.run_until_cancelled())
        tasks = [asyncio.create_task(part) for part in parts]
        waiting = asyncio.create_task(stopping.wait())
        log.info("ready")
        try:
            done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {waiting}:
                task.result()
        finally:
            await self._stop([*tasks, waiting])

    async def _stop(self, tasks: list[asyncio.Task[Any]]) -> None:
        log.info("stopping")
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._workers.stop()
        await self._speaker.stop(seconds=5)
        await self._transport.shutdown()
        await self._polling.close()
        self._writer.close()

    async def _serve_telegram(self) -> None:
        """Introduce the bot, then poll, or have Telegram call; keeps trying while Telegram is away."""
        while True:
            try:
                await self._introduce()
                break
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram cannot be reached (%s)", type(error).__name__)
                await asyncio.sleep(2)
        if self._settings.webhook_url:
            await asyncio.Event().wait()
        await self._polling.run()

    async def _introduce(self) -> None:
        await self._bot.initialize()
        if self._settings.webhook_url:
            address = str(self._settings.webhook_url).rstrip("/") + PATH
            secret = self._settings.webhook_secret
            await self._bot.set_webhook(address, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        else:
            await self._bot.delete_webhook()
        commands = [BotCommand(name, text) for name, text in self._content.wording.commands()]
        await self._bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
        about = self._content.wording.about
        await self._bot.set_my_description(about["description"])
        await self._bot.set_my_short_description(about["short_description"])

    def _web(self) -> Listening:
        secret = self._settings.webhook_secret if self._settings.webhook_url else ""
        application = web(self._reception, secret, self._is_ready)
        return Listening(application, self._settings.listen_host, self._settings.listen_port)

    async def _is_ready(self) -> bool:
        try:
            async with asyncio.timeout(2):
                await self._writer.run(lambda connection: connection.exec_driver_sql("SELECT 1"))
        except Exception:
            return False
        return True

    async def _patient_is_gone(self, chat_id: int) -> None:
        await self._writer.run(self._turns.tell, chat_id, WentAway(self._clock.now()))

    async def _stumbled(self, chat_id: int) -> None:
        self._reception.carry_on(await self._writer.run(self._turns.tell, chat_id, Stumbled(self._clock.now())))

    async def _remind(self, task: Task) -> Done:
        return Done(ReminderDue(self._clock.now(), datetime.fromisoformat(task.subject)))

    async def _end_errand(self, task: Task) -> Done:
        return Done(ErrandOver(self._clock.now(), int(task.subject)))

    async def _erase(self, task: Task) -> Done:
        await self._erase_folder(task)
        return Done()

    async def _erase_folder(self, task: Task) -> None:
        await asyncio.to_thread(self._vault.erase_case, task.case_id)

    async def _leave_no_trace(self, _: Task) -> None:
        """A deleted case's rows are overwritten; now empty the log that still holds their old pages."""
        for _second in range(TRIES_TO_EMPTY):
            with suppress(DatabaseAway):
                await self._writer.maintain(truncate_log)
                return
            await asyncio.sleep(1)
        log.warning("the database's log could not be emptied; it is at the next deletion")

    async def _tidy(self) -> None:
        """At the start and once a day: files half-written before us, files whose case is gone, ids of old updates."""
        while True:
            try:
                now = self._clock.now()
                await asyncio.to_thread(self._vault.sweep_parts, self._began)
                lying = await asyncio.to_thread(lambda: list(self._vault.contents()))
                for start in range(0, len(lying), AT_ONCE):
                    some = lying[start : start + AT_ONCE]
                    for case_id, document in await self._writer.run(cases.unknown_documents, some):
                        await asyncio.to_thread(self._vault.erase, case_id, document)
                while await self._writer.run(cases.forget_updates, now - UPDATES_KEPT, AT_ONCE):
                    pass
            except Exception as error:
                log.warning("tidying did not succeed (%s)", type(error).__name__)
            await asyncio.sleep(timedelta(days=1).total_seconds())


def start(settings: Settings) -> None:
    """Build the bot and run it. Raises what `bot.__main__` turns into one line for the operator."""
    content = read_content(CONTENT)

    async def serve() -> None:
        await App(settings, content).run()

    # What was built by now stays: the garbage collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())
