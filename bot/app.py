"""The running bot: its parts set going, until it is told to stop, and ended in good order."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import uvloop

from bot.child.child import demand_whole_jail
from bot.child.jail import shield
from bot.folders import CONTENT
from bot.parts import Parts, parts
from bot.settings import Settings
from bot.storage import work
from bot.storage.census import Census, take_census
from bot.storage.lock import take_lock
from dialogs.composed.contents import Contents
from dialogs.composed.forgetting import forget_read
from dialogs.composed.reading import read_contents
from dialogs.content.files import ContentError
from dialogs.content.kept import Kept, beside_bytecode
from dialogs.receiving.quotas import Quotas

log = logging.getLogger(__name__)

BETWEEN_TWO = 0.2
"""Seconds: a message takes some thousandths of one to compile."""
BETWEEN_TWO_COLLECTIONS = (10_000, 20, 20)
"""A turn leaves little behind that refers to itself: to look for it as often as Python does by itself costs much."""
THREADS = 32
"""For what blocks: files are read, written and erased side by side, and none waits for a packet to be done."""


def start(settings: Settings, content: Contents | None = None) -> None:
    """Build the bot and run it. Raises what `bot.__main__` turns into one line for the operator.

    `content`: as somebody read it who reads it again.
    """
    shield()
    if not content:
        content = contents_of(settings, beside_bytecode())
        forget_read()
    demand_whole_jail(settings.require_confinement)

    async def serve() -> None:
        with take_lock(settings.data_dir, together=bool(settings.database_url)):
            await run(settings, parts(settings, content), content)

    # What was built by now stays: the garbage collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*BETWEEN_TWO_COLLECTIONS)
    gc.enable()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())


def contents_of(settings: Settings, kept: Kept) -> Contents:
    """The content as this bot speaks it. Raises `ContentError`."""
    quotas = Quotas(settings.most_files_per_person, settings.most_mb_per_person << 20, settings.largest_file)
    return read_contents(CONTENT, settings.ocr, settings.retention_days, quotas, kept)


async def run(settings: Settings, bot: Parts, content: Contents) -> None:
    """Serve until SIGTERM or SIGINT. Raises `InvalidToken` if Telegram does not know the token."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    door = _door(settings, bot) if settings.listen_port else None
    for transport in bot.transports:
        await transport.initialize()
    loop.set_default_executor(ThreadPoolExecutor(THREADS))
    if bot.presence:
        await bot.presence.arrive(bot.writer)
    else:
        await bot.writer.run(work.release_all, bot.clock.now())
    await bot.deletions.repeat()
    await bot.speaker.start()
    running = [bot.workers.run(), bot.introduction.listen(), bot.fitness.run()]
    running += [bot.writer.until_displaced(), bot.writer.keep_moving()]
    if bot.presence and bot.lookout:
        duty = bot.lookout.on_duty(lambda: _duty(settings, bot))
        watch = None if settings.webhook_url else bot.polling.keep_watch
        running += [bot.presence.run(bot.writer), bot.lookout.run(watch), duty]
    else:
        running += _duty(settings, bot)
    if door:
        running.append(door())
    running.append(_be_ready(content))
    tasks = [asyncio.create_task(each) for each in running]
    waiting = asyncio.create_task(stopping.wait())
    log.info("ready")
    try:
        done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
        for task in done - {waiting}:
            task.result()
    finally:
        await _stop(bot, [*tasks, waiting])


def _duty(settings: Settings, bot: Parts) -> list[Coroutine[Any, Any, None]]:
    """What one replica is enough for."""
    duty = [bot.introduction.introduce(), bot.tidying.run(), bot.timekeeping.run(), bot.rounds.run()]
    duty.append(bot.retention.run())
    return duty if settings.webhook_url else [*duty, bot.polling.run()]


async def _be_ready(content: Contents) -> None:
    """Compile the messages of the other languages one by one, while nobody waits for them; then nothing more."""
    try:
        for _ in content.be_ready():
            await asyncio.sleep(BETWEEN_TWO)
    except ContentError as mistake:
        log.error("wrong content: %s", mistake)
    forget_read()
    await asyncio.Event().wait()


async def _stop(bot: Parts, tasks: list[asyncio.Task[Any]]) -> None:
    log.info("stopping")
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await bot.workers.stop()
    await bot.unlocker.stop()
    await bot.speaker.stop(seconds=5)
    if bot.presence:
        await bot.presence.leave(bot.writer)
    for transport in bot.transports:
        await transport.shutdown()
    await bot.polling.close()
    bot.writer.close()
    bot.watch.spans.close()


def _door(settings: Settings, bot: Parts) -> Callable[[], Coroutine[Any, Any, None]]:
    from bot.chat.webhook import Listening, web  # only where somebody listens: it takes a third of the start
    from bot.watch.page import Page

    secret = settings.webhook_secret if settings.webhook_url else ""
    file, url = settings.data_dir / "companion.db", settings.database_url

    def census(seconds: float) -> Census:
        return take_census(file, url, bot.clock.now(), seconds)

    name = bot.presence.name if bot.presence else socket.gethostname()
    page = Page(bot.watch.tally, census, bot.readiness.tell, name)
    application = web(bot.reception, secret, bot.readiness.tell, bot.hearing.beat, page)
    return Listening(application, settings.listen_host, settings.listen_port).run_until_cancelled
