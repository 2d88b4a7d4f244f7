"""Ten thousand reminders due in one moment, among a million planned: how fast the running bot says them all, once each.

The bot is the real one, as its own process over a database that was written as it writes; Telegram is a stand-in that
counts. Telegram lets a bot send about 30 messages a second: what is measured here is what the bot could.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from benchmarks.contenders import PROJECT
from benchmarks.growth import Town
from bot.settings import Settings
from bot.start.identity import open_installation
from bot.storage import work

PLANNED, DUE = 1_000_000, 10_000
TO_THE_FIRST_RECORD = ("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination/not_now")
WALK = (
    *TO_THE_FIRST_RECORD,
    "aside/remind_me",
    "reminders/remind_yes",
)
LONGEST = 300
ME = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}


def settled(folder: Path, planned: int = PLANNED) -> datetime:
    """Write the database: people with a reminder each, all due at one moment, which is returned; many more later."""
    engine, master_key = open_installation(Settings(_env_file=None, data_dir=folder))  # type: ignore[call-arg]
    engine.dispose()
    (folder / "companion.db").rename(folder / f"{DUE}.db")
    town = Town(folder, DUE, WALK, master_key)
    assert town.case.reminders
    due = town.case.reminders.due
    subjects = [(due.isoformat(), due), ((due + timedelta(days=30)).isoformat(), due + timedelta(days=30))]
    rows = ((f"{n:032x}", work.REMIND, *_row(subjects[n >= DUE])) for n in range(planned))
    with closing(town.engine.raw_connection()) as raw:
        cursor = raw.cursor()
        cursor.execute("BEGIN")
        cursor.executemany("INSERT INTO work (case_id, kind, subject, due) VALUES (?, ?, ?, ?)", rows)
        cursor.execute("COMMIT")
    town.connection.close()
    town.engine.dispose()
    (folder / f"{DUE}.db").rename(folder / "companion.db")
    return due


def _row(subject: tuple[str, datetime]) -> tuple[str, str]:
    return subject[0], subject[1].strftime("%Y-%m-%d %H:%M:%S.%f")


class Counting:
    """Answers as Telegram does, and counts what is said to whom."""

    def __init__(self) -> None:
        self.said: Counter[int] = Counter()
        self.first = self.last = 0.0
        self.done = asyncio.Event()

    async def serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "getUpdates":
            await asyncio.sleep(1)
            return web.json_response({"ok": True, "result": []})
        if method == "sendMessage":
            return web.json_response({"ok": True, "result": self.count(await request.json())})
        return web.json_response({"ok": True, "result": ME if method == "getMe" else True})

    def count(self, body: dict[str, Any]) -> dict[str, Any]:
        chat_id = int(body["chat_id"])
        self.said[chat_id] += 1
        self.last = time.perf_counter()
        self.first = self.first or self.last
        if len(self.said) == DUE:
            self.done.set()
        return {"message_id": 100, "date": int(time.time()), "chat": {"id": chat_id, "type": "private"}}


async def drained(folder: Path, due: datetime) -> dict[str, Any]:
    counting = Counting()
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", counting.serve)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    settings = {
        "TELEGRAM_TOKEN": "42:" + "x" * 30,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{runner.addresses[0][1]}",
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
        "MESSAGES_PER_SECOND": "1000000",
        "CLOCK_AHEAD_SECONDS": str(int((due - datetime.now(UTC)).total_seconds()) + 60),
    }
    environment = {**os.environ, **settings}
    bot = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", cwd=PROJECT, env=environment)
    os.sched_setaffinity(bot.pid, {0})
    try:
        async with asyncio.timeout(LONGEST):
            await counting.done.wait()
        await asyncio.sleep(3)  # anything said twice would come now
    finally:
        bot.send_signal(signal.SIGTERM)
        await bot.wait()
        await runner.cleanup()
    seconds = counting.last - counting.first
    return {
        "planned": PLANNED,
        "due": DUE,
        "said_to": len(counting.said),
        "said_more_than_once": sum(times > 1 for times in counting.said.values()),
        "seconds": round(seconds, 1),
        "a_second": round(DUE / seconds),
    }


def measure(_: int = 1) -> dict[str, Any]:
    """Once, whatever the number of rounds: it takes about a minute, and half a GB of disk."""
    with tempfile.TemporaryDirectory(prefix="reminders") as folder:
        due = settled(Path(folder))
        return asyncio.run(drained(Path(folder), due))


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
