"""The composition root: builds everything once, connects it, and runs it until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import signal
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

import uvloop
from telegram.error import InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from bot.chat.download import Downloads
from bot.chat.introduction import introduce
from bot.chat.polling import Polling
from bot.chat.reception import Reception
from bot.chat.speaker import Speaker
from bot.chat.transport import Transport
from bot.chat.webhook import Listening, web
from bot.clock import Clock
from bot.documents.arrival import Arrival
from bot.documents.page_pictures import PagePictures
from bot.documents.print_reading import PrintReading, read_print
from bot.documents.thumbnails import pictures
from bot.documents.unlocker import Unlocker
from bot.folders import CONTENT
from bot.packet.building import Building
from bot.packet.calendar import calendar_maker
from bot.packet.feeding import Order
from bot.packet.letters import back_paper, letter_paper
from bot.packet.sheet import sheet_paper
from bot.settings import Settings
from bot.storage import work
from bot.storage.database import migrate, open_database, open_postgresql
from bot.storage.lock import take_database_lock, take_lock
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.tidying import Tidying
from bot.turn import Turns, Unlocking
from bot.vault import Vault, master_key
from bot.workers import Done, Trade, Workers
from dialogs.case import Case
from dialogs.content import Content, read_content
from dialogs.errand_events import ErrandOver
from dialogs.events import PacketProgress, ReminderDue, Stumbled, WentAway
from dialogs.packet import digest, plan
from dialogs.papers import Papers

log = logging.getLogger(__name__)


class App:
    """The running bot."""

    def __init__(self, settings: Settings, content: Content) -> None:
        self._settings, self._content = settings, content
        self._clock = Clock(settings.clock_ahead)
        self._lock = take_lock(settings.data_dir)
        key = master_key(settings.data_dir / "master.key")
        self._vault = Vault(settings.data_dir / "vault", key)
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
        packets = Building(self._writer, self._vault, self._clock, self._order, self._tell_progress)
        papers = {
            "sheet": sheet_paper,
            "letter": letter_paper,
            "back": back_paper,
            "calendar": calendar_maker(key),
            "packet_piece": packets.paper,
            "pictures": PagePictures(self._writer, self._vault, pictures).paper,
        }
        self._speaker = Speaker(self._bot, self._writer, papers, self._patient_is_gone, self._stumbled)
        self._tidying = Tidying(self._writer, self._vault, self._clock)
        rules = json.dumps(content.recognition).encode()
        arrival = Arrival(self._writer, self._vault, Downloads(self._bot, self._transport).chunks, self._clock, rules)
        self._unlocker = Unlocker(arrival.unlock, self._report_unlocked, self._stumbled)
        wake_workers: Callable[[], None] = lambda: self._workers.wake()  # noqa: E731 - they are made below
        self._reception = Reception(
            self._writer, self._turns, self._speaker, self._clock, wake_workers, self._unlocker.begin
        )
        trades = {
            work.FETCH: Trade(arrival.fetch, arrival.give_up, case_is_gone=self._tidying.erase_folder),
            work.REMIND: Trade(self._remind),
            work.ERRAND: Trade(self._end_errand),
            work.PACKET: Trade(packets.build, packets.give_up, case_is_gone=self._tidying.erase_folder),
            work.DISCARD: Trade(packets.discard, case_is_gone=self._tidying.erase_folder),
            work.ERASE: Trade(self._tidying.erase, case_is_gone=self._tidying.leave_no_trace),
        }
        self._workers = Workers(self._writer, self._turns, self._clock, trades, self._reception.carry_on)
        # Readers of their own, one paper at a time: what takes a minute never stands in the way of what takes none.
        reading = PrintReading(self._writer, self._vault, self._clock, pictures, read_print, rules)
        read = {work.READ: Trade(reading.read, reading.give_up, tries=3)}
        self._readers = Workers(self._writer, self._turns, self._clock, read, self._reception.carry_on, at_once=1)
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
        parts: list[Coroutine[Any, Any, None]] = [self._workers.run(), self._serve_telegram(), self._tidying.run()]
        if self._settings.ocr:
            parts.append(self._readers.run())
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
        await self._readers.stop()
        await self._unlocker.stop()
        await self._speaker.stop(seconds=5)
        await self._transport.shutdown()
        await self._polling.close()
        self._writer.close()

    async def _serve_telegram(self) -> None:
        """Introduce the bot, then poll, or have Telegram call; keeps trying while Telegram is away."""
        while True:
            try:
                await introduce(self._bot, self._content.wording, self._settings)
                break
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram cannot be reached (%s)", type(error).__name__)
                await asyncio.sleep(2)
        if self._settings.webhook_url:
            await asyncio.Event().wait()
        await self._polling.run()

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

    def _order(self, case: Case) -> Order:
        guide = self._content.guide
        planned = plan(guide, case)
        words = Papers(self._content.wording).words("packet", {"plan": planned}, self._clock.now())
        return Order(digest(guide, case), tuple(each.number for each in planned.documents), words)

    async def _tell_progress(self, chat_id: int, event: PacketProgress) -> None:
        self._reception.carry_on(await self._writer.run(self._turns.tell, chat_id, event))

    async def _remind(self, task: Task) -> Done:
        return Done(ReminderDue(self._clock.now(), datetime.fromisoformat(task.subject)))

    async def _report_unlocked(self, unlocking: Unlocking, done: Done) -> None:
        outcome = await self._writer.run(self._turns.report_unlocked, unlocking, done)
        self._reception.carry_on(outcome)
        if outcome is None:
            await asyncio.to_thread(self._vault.erase_case, unlocking.case_id)

    async def _end_errand(self, task: Task) -> Done:
        return Done(ErrandOver(self._clock.now(), int(task.subject)))


def start(settings: Settings) -> None:
    """Build the bot and run it. Raises what `bot.__main__` turns into one line for the operator."""
    content = read_content(CONTENT, reads_print=settings.ocr)

    async def serve() -> None:
        await App(settings, content).run()

    # What was built by now stays: the garbage collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())
