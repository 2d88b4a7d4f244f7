"""The composition root: builds everything once, connects it, and runs it until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import signal
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import uvloop
from telegram.ext import ExtBot

from bot.chat.calls import Calls
from bot.chat.download import CONNECTIONS, Downloads
from bot.chat.introduction import Introduction
from bot.chat.pace import Pace
from bot.chat.polling import Polling
from bot.chat.pulse import Doubt, Pulse
from bot.chat.reception import Reception
from bot.chat.speaker import Speaker
from bot.chat.transport import Transport
from bot.clock import Clock
from bot.deletions import Deletions
from bot.documents.arrival import AT_ONCE, Arrival
from bot.documents.child import demand_whole_jail
from bot.documents.fitness import Fitness
from bot.documents.jail import shield
from bot.documents.page_pictures import PagePictures
from bot.documents.print_reading import PrintReading, read_print
from bot.documents.second_look import SecondLook
from bot.documents.thumbnails import pictures
from bot.documents.unlocker import Unlocker
from bot.folders import CONTENT
from bot.identity import open_installation
from bot.packet.building import Building
from bot.packet.calendar import calendar_maker
from bot.packet.feeding import Order
from bot.packet.letters import back_paper, letter_paper
from bot.packet.sheet import sheet_paper
from bot.readiness import Readiness
from bot.rounds import Rounds
from bot.settings import Settings
from bot.storage import outbox, work
from bot.storage.lock import take_lock
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.tidying import Tidying
from bot.timekeeping import Timekeeping
from bot.turn import Turns, Unlocking
from bot.vault import Vault
from bot.workers import Done, Trade, Workers
from dialogs.case.case import Case
from dialogs.content.reading import Content, read_content
from dialogs.events import Event, NotShown, NotShownReason, ReminderDue, Stumbled, WentAway
from dialogs.roads.errands.events import ErrandOver
from dialogs.roads.packet.plan import digest, plan
from dialogs.words.papers import Papers

log = logging.getLogger(__name__)

LONGEST_WAIT = 600.0
"""Seconds for which a letter or work that is due may wait: ten thousand reminders of one hour take half of it."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
THREADS = 32
"""For what blocks: files are read, written and erased side by side, and none waits for a packet to be done."""


class App:
    """The running bot."""

    def __init__(self, settings: Settings, content: Content) -> None:
        self._settings, self._content = settings, content
        self._clock = Clock(settings.clock_ahead)
        demand_whole_jail(settings.require_confinement)
        self._fitness = Fitness()
        self._lock = take_lock(settings.data_dir)
        engine, key = open_installation(settings)
        self._vault = Vault(settings.data_dir / "vault", key)
        self._writer = Writer(engine)
        self._transport, polling_transport = Transport(), Transport(connections=1)
        self._downloads = Transport(connections=CONNECTIONS)
        pace = Pace(settings.messages_per_second)
        self._bot = ExtBot(
            settings.telegram_token,
            base_url=f"{settings.api_url}/bot",
            base_file_url=f"{settings.api_url}/file/bot",
            request=self._transport,
            get_updates_request=polling_transport,
            rate_limiter=pace,
        )
        self._turns = Turns(
            content.dialogue, content.wording, self._vault, self._clock, bot_name=lambda: self._introduction.username()
        )
        packets = Building(self._writer, self._vault, self._clock, self._order, self._tell, self._fitness)
        papers = {
            "sheet": sheet_paper,
            "letter": letter_paper,
            "back": back_paper,
            "calendar": calendar_maker(key),
            "packet_piece": packets.paper,
            "pictures": PagePictures(self._writer, self._vault, pictures, self._not_shown).paper,
        }
        self._speaker = Speaker(self._bot, pace, self._writer, papers, self._patient_is_gone, self._stumbled)
        self._deletions = Deletions(settings.data_dir / "deletions", self._writer, self._turns, self._clock)
        self._tidying = Tidying(self._writer, self._vault, self._clock, self._deletions)
        self._rounds = Rounds(self._writer, self._vault, self._clock, self._tell_case)
        rules = json.dumps(content.recognition).encode()
        chunks = Downloads(self._bot, self._downloads).chunks
        arrival = Arrival(self._writer, self._vault, chunks, self._clock, rules, self._fitness)
        second_look = SecondLook(self._writer, self._vault, self._clock, self._fitness, rules)
        self._unlocker = Unlocker(arrival.unlock, self._report_unlocked, self._stumbled)
        begin = self._unlocker.begin
        wake: Callable[[], None] = lambda: self._workers.wake()  # noqa: E731 - they are made below
        self._reception = Reception(self._writer, self._turns, self._speaker, self._clock, wake, begin)
        gone = self._tidying.case_is_gone
        trades = {
            work.REMIND: Trade(self._remind, places=32),
            work.ERRAND: Trade(self._end_errand, places=4),
            work.ERASE: Trade(self._tidying.erase, case_is_gone=self._tidying.leave_no_trace, places=8, each=2),
            work.DISCARD: Trade(packets.discard, case_is_gone=gone, places=2, each=1),
            # Of one patient one file is fetched while the one before it is looked at.
            work.FETCH: Trade(arrival.fetch, arrival.give_up, 6, DAY, arrival.late, gone, places=AT_ONCE, each=2),
            work.PACKET: Trade(packets.build, packets.give_up, 6, HOUR, case_is_gone=gone, each=1),
            work.LOOK: Trade(second_look.look, each=1),
        }
        if settings.ocr:
            reading = PrintReading(self._writer, self._vault, self._clock, pictures, read_print, rules)
            trades[work.READ] = Trade(reading.read, reading.give_up, tries=3, each=1)
        self._workers = Workers(self._writer, self._turns, self._clock, trades, self._reception.carry_on)
        self._timekeeping = Timekeeping(self._writer, self._turns, self._clock, self._reception.carry_on)
        self._hearing, doubt = Pulse(), Doubt()
        self._polling = Polling(self._bot, polling_transport, self._reception, self._hearing, doubt)
        self._introduction = Introduction(Calls(self._bot), content.wording, settings, self._hearing, doubt)
        self._readiness = self._looks()

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT. Raises `InvalidToken` if Telegram does not know the token."""
        stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stopping.set)
        door = self._web() if self._settings.listen_port else None
        await self._transport.initialize()
        await self._downloads.initialize()
        loop.set_default_executor(ThreadPoolExecutor(THREADS))
        await self._writer.run(work.release_all, self._clock.now())
        await self._deletions.repeat()
        await self._speaker.start()
        parts: list[Coroutine[Any, Any, None]] = [self._workers.run(), self._introduction.run(), self._tidying.run()]
        parts += [self._timekeeping.run(), self._writer.until_displaced(), self._fitness.run(), self._rounds.run()]
        if not self._settings.webhook_url:
            parts.append(self._polling.run())
        if door:
            parts.append(door())
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
        await self._unlocker.stop()
        await self._speaker.stop(seconds=5)
        await self._transport.shutdown()
        await self._downloads.shutdown()
        await self._polling.close()
        self._writer.close()

    def _web(self) -> Callable[[], Coroutine[Any, Any, None]]:
        from bot.chat.webhook import Listening, web  # only where somebody listens: it takes a third of the start

        secret = self._settings.webhook_secret if self._settings.webhook_url else ""
        application = web(self._reception, secret, self._readiness.tell, self._hearing.beat)
        return Listening(application, self._settings.listen_host, self._settings.listen_port).run_until_cancelled

    def _looks(self) -> Readiness:
        """What "ready" means: Telegram hears us and we hear it, the database answers, and nothing waits too long."""
        readiness = Readiness()
        readiness.add("hearing", self._hearing.look)
        readiness.add("speaking", self._speaker.speaking)
        readiness.add("letters", lambda: self._waited(outbox.oldest))
        readiness.add("work", lambda: self._waited(work.longest_due, self._clock.now()))
        return readiness

    async def _waited(self, since: Callable[..., datetime | None], *arguments: Any) -> tuple[float, float]:
        """For how many seconds something in the database has waited, and how many are well."""
        began = await self._writer.run(since, *arguments)
        return (self._clock.now() - began).total_seconds() if began else 0.0, LONGEST_WAIT

    async def _patient_is_gone(self, chat_id: int, unsaid: str) -> None:
        await self._writer.run(self._turns.tell, chat_id, WentAway(self._clock.now(), unsaid))

    async def _stumbled(self, chat_id: int) -> None:
        self._reception.carry_on(await self._writer.run(self._turns.tell, chat_id, Stumbled(self._clock.now())))

    def _order(self, case: Case) -> Order:
        guide = self._content.guide
        planned = plan(guide, case)
        words = Papers(self._content.wording).words("packet", {"plan": planned}, self._clock.now())
        return Order(digest(guide, case), tuple(each.number for each in planned.documents), words)

    async def _tell(self, chat_id: int, event: Event) -> None:
        self._reception.carry_on(await self._writer.run(self._turns.tell, chat_id, event))

    async def _not_shown(self, chat_id: int, why: NotShownReason) -> None:
        await self._tell(chat_id, NotShown(self._clock.now(), why))

    async def _tell_case(self, case_id: str, event: Event) -> None:
        self._reception.carry_on(await self._writer.run(self._turns.tell_case, case_id, event))

    async def _remind(self, task: Task) -> Done:
        return Done(ReminderDue(self._clock.now(), datetime.fromisoformat(task.subject)))

    async def _report_unlocked(self, unlocking: Unlocking, done: Done) -> None:
        outcome = await self._writer.run(self._turns.report_unlocked, unlocking, done)
        self._reception.carry_on(outcome)
        if outcome is None:
            await self._tidying.put_away(unlocking.case_id)

    async def _end_errand(self, task: Task) -> Done:
        return Done(ErrandOver(self._clock.now(), int(task.subject)))


def start(settings: Settings) -> None:
    """Build the bot and run it. Raises what `bot.__main__` turns into one line for the operator."""
    shield()
    content = read_content(CONTENT, reads_print=settings.ocr)

    async def serve() -> None:
        await App(settings, content).run()

    # What was built by now stays: the garbage collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())
