"""One patient does X: how long another waits for an answer, a file, a deletion, a reminder, beside a calm day.

The bot is the real one, as its own process, at Telegram's pace of 30 messages a second; Telegram is a stand-in that
gives files and plays the people. `python -m benchmarks.fairness`, with `--json` for a machine; about four minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import web

from benchmarks.contenders import PROJECT
from benchmarks.copies import copies, read
from bot.vault.master_key import read_master_key
from tests.makers import made

ME = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "bench_bot"}
TO_THE_FIRST_RECORD = ("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination/not_now")
SENDING = (
    *TO_THE_FIRST_RECORD,
    "pathology/send",
)
REMINDED = ("welcome/begin", "consent/checklist_only", "date/not_now", "aside/remind_me", "reminders/remind_yes")
READER, LEAVER, SENDER, WAITING, HEAVY = range(1, 6)
LONGEST = 240
ANSWERS, FILES = 15, 5
"""How often an answer and a file are measured; the worst is told."""
DROP = 0.5
"""Seconds between two bytes of a slow download."""


@dataclass
class Telegram:
    """Hands over updates, takes what is said, and gives files, some of them drop by drop."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    said: dict[int, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    numbers: Any = field(default_factory=lambda: count(1))
    slow: int = 0
    """How many of the next downloads are slow."""
    paper: bytes = field(default_factory=made.a_pdf)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        body = await request.json() if request.content_type == "application/json" else await request.post()
        values = {**request.query, **body}
        if method == "getUpdates":
            return web.json_response({"ok": True, "result": await self._updates(int(values.get("offset") or 0))})
        if method == "getFile":
            file = {"file_id": values["file_id"], "file_unique_id": "u", "file_path": "documents/file.pdf"}
            return web.json_response({"ok": True, "result": file})
        if "chat_id" in values and method.startswith(("send", "edit")) and method != "sendChatAction":
            return web.json_response({"ok": True, "result": self._take(int(values["chat_id"]), values)})
        return web.json_response({"ok": True, "result": ME if method == "getMe" else True})

    async def give(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": str(len(self.paper))})
        await response.prepare(request)
        sent = 0
        if self.slow > 0:
            self.slow -= 1
            while sent < len(self.paper) - 1 and request.transport and not request.transport.is_closing():
                await response.write(self.paper[sent : sent + 1])
                sent += 1
                await asyncio.sleep(DROP)
        with suppress(ConnectionError):  # whoever fetches it may have been stopped
            await response.write(self.paper[sent:])
        return response

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        self.updates = [each for each in self.updates if each["update_id"] >= offset]
        if not self.updates:
            self.arrived.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(10):
                    await self.arrived.wait()
        return self.updates[:100]

    def _take(self, chat_id: int, values: dict[str, Any]) -> dict[str, Any]:
        self.said[chat_id].append((time.perf_counter(), str(values.get("text", "a file"))))
        self.heard.set()
        message_id = int(values.get("message_id") or next(self.numbers))
        return {"message_id": message_id, "date": int(time.time()), "chat": {"id": chat_id, "type": "private"}}

    def hand_over(self, chat_id: int, **content: Any) -> None:
        person = {"id": chat_id, "is_bot": False, "first_name": "P", "language_code": "en"}
        chat = {"id": chat_id, "type": "private", "first_name": "P"}
        message = {"message_id": next(self.numbers), "date": int(time.time()), "chat": chat, "from": person}
        update: dict[str, Any] = {"update_id": next(self.numbers)}
        if "data" in content:
            card = message | {"from": ME, "text": "…"}
            tap = {"id": str(update["update_id"]), "from": person, "message": card, "chat_instance": "1"}
            update["callback_query"] = tap | content
        else:
            update["message"] = message | content
        self.updates.append(update)
        self.arrived.set()

    def sends_a_file(self, chat_id: int) -> None:
        number = next(self.numbers)
        document = {"file_id": f"f{number}", "file_unique_id": f"u{number}", "file_name": f"{number}.pdf"}
        self.hand_over(chat_id, document=document | {"file_size": len(self.paper)})

    async def hears(self, chat_id: int, since: int, what: str = "") -> float:
        """When a chat was told something, or something with these words, beyond what it had been told before."""
        async with asyncio.timeout(LONGEST):
            while True:
                for at, text in self.said[chat_id][since:]:
                    if what in text:
                        return at
                self.heard.clear()
                await self.heard.wait()

    async def asks(self, chat_id: int, what: str = "", **content: Any) -> float:
        """Seconds until somebody who does something is answered."""
        since, began = len(self.said[chat_id]), time.perf_counter()
        self.hand_over(chat_id, **content)
        return await self.hears(chat_id, since, what) - began


class Day:
    """One bot over one folder, and the people whose waiting is measured."""

    def __init__(self, folder: Path, telegram: Telegram, address: str) -> None:
        self.folder, self.telegram, self.address = folder, telegram, address
        self.bot: asyncio.subprocess.Process | None = None
        self.due, self.heard = 0.0, 0
        self.beside: asyncio.Task[None] | None = None
        """What somebody does while the others are measured."""

    async def starts(self, ahead: timedelta = timedelta()) -> None:
        settings = {
            "TELEGRAM_TOKEN": "42:" + "x" * 30,
            "TELEGRAM_API_URL": self.address,
            "DATA_DIR": str(self.folder),
            "LOG_LEVEL": "ERROR",
            "CLOCK_AHEAD_SECONDS": str(int(ahead.total_seconds())),
        }
        command = (sys.executable, "-m", "bot", "run")
        self.bot = await asyncio.create_subprocess_exec(*command, cwd=PROJECT, env={**os.environ, **settings})

    async def stops(self) -> None:
        if self.bot:
            self.bot.send_signal(signal.SIGTERM)
            await self.bot.wait()

    async def people_walk(self) -> None:
        walks = {READER: SENDING, LEAVER: SENDING, SENDER: SENDING, HEAVY: SENDING, WAITING: REMINDED}
        await asyncio.gather(*(self._walks(chat_id, walk) for chat_id, walk in walks.items()))
        await self._all_said()

    async def _walks(self, chat_id: int, walk: tuple[str, ...]) -> None:
        await self.telegram.asks(chat_id, text="/start", entities=[{"type": "bot_command", "offset": 0, "length": 6}])
        for data in walk:
            await self.telegram.asks(chat_id, data=data)

    async def _all_said(self) -> None:
        await self._until(lambda: not self.rows("SELECT 1 FROM outbox"))

    async def _until(self, holds: Callable[[], bool]) -> None:
        for _ in range(LONGEST * 20):
            if holds():
                return
            await asyncio.sleep(0.05)
        raise TimeoutError

    def rows(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.folder / 'companion.db'}?mode=ro", uri=True, timeout=5)) as database:
            return database.execute(query).fetchall()

    def write(self, statement: str, rows: list[Any]) -> None:
        with closing(sqlite3.connect(self.folder / "companion.db")) as database, database:
            database.executemany(statement, rows)

    async def reminder_comes(self, seconds: float) -> None:
        """Start again, with a clock by which the one reminder is due in so many seconds."""
        ((due,),) = self.rows(f"SELECT due FROM work WHERE kind = 'remind' AND case_id = '{self.case_of(WAITING)}'")
        moment = datetime.fromisoformat(due).replace(tzinfo=UTC) - timedelta(seconds=seconds)
        ahead = timedelta(seconds=int((moment - datetime.now(UTC)).total_seconds()))
        self.due = time.perf_counter() + (moment - datetime.now(UTC) - ahead).total_seconds() + seconds
        self.heard = len(self.telegram.said[WAITING])
        self.telegram.updates.clear()  # by the new clock they are days old, and forgotten
        await self.starts(ahead)

    def case_of(self, chat_id: int) -> str:
        return str(self.rows(f"SELECT id FROM cases WHERE chat_id = {chat_id}")[0][0])

    async def measured(self, reminded: bool) -> dict[str, float]:
        """What others wait for, while it goes on; the worst of each, in seconds."""
        figures = {}
        menu: dict[str, Any] = {"text": "/checklist", "entities": [{"type": "bot_command", "offset": 0, "length": 10}]}
        figures["answer"] = max([await self.telegram.asks(READER, **menu) for _ in range(ANSWERS)])
        figures["file"] = max([await self._file() for _ in range(FILES)])
        figures["delete"] = await self._deletion()
        if reminded:
            figures["reminder"] = await self.telegram.hears(WAITING, self.heard) - self.due
        return {name: round(seconds, 2) for name, seconds in figures.items()}

    async def _file(self) -> float:
        since, began = len(self.telegram.said[SENDER]), time.perf_counter()
        self.telegram.sends_a_file(SENDER)
        return await self.telegram.hears(SENDER, since, "Saved") - began

    async def _deletion(self) -> float:
        folder = self.folder / "vault" / self.case_of(LEAVER)
        menu = {"type": "bot_command", "offset": 0, "length": 7}
        await self.telegram.asks(LEAVER, text="/delete", entities=[menu])
        began = time.perf_counter()
        self.telegram.hand_over(LEAVER, data="aside@1/delete_yes")
        erasing = "SELECT 1 FROM work WHERE kind = 'erase'"
        await self._until(lambda: self._is_gone() and not folder.exists() and not self.rows(erasing))
        return time.perf_counter() - began

    def _is_gone(self) -> bool:
        return not self.rows(f"SELECT 1 FROM cases WHERE chat_id = {LEAVER}")


async def calm(_: Day) -> None: ...


async def slow_downloads(day: Day) -> None:
    """Sixteen other people's downloads hang, and eight of one patient's."""
    day.telegram.slow = 17
    people = range(100, 116)
    await asyncio.gather(*(day._walks(chat_id, SENDING) for chat_id in people))
    for chat_id in [*people, *[HEAVY] * 8]:
        day.telegram.sends_a_file(chat_id)


async def many_files(day: Day) -> None:
    for _ in range(120):
        day.telegram.sends_a_file(HEAVY)


async def files_and_a_packet(day: Day) -> None:
    day.telegram.sends_a_file(HEAVY)
    await day.telegram.hears(HEAVY, 0, "Saved")
    for _ in range(299):
        day.telegram.sends_a_file(HEAVY)
    day.telegram.hand_over(HEAVY, text="/packet", entities=[{"type": "bot_command", "offset": 0, "length": 7}])
    day.telegram.hand_over(HEAVY, data="packet/build")


async def many_messages(day: Day) -> None:
    for number in range(600):
        day.telegram.hand_over(HEAVY, text=f"thought {number} of many")


async def messages_without_end(day: Day) -> None:
    """Twenty a second, while the others are measured: more than anybody writes by hand."""

    async def write() -> None:
        for number in range(20 * LONGEST):
            day.telegram.hand_over(HEAVY, text=f"thought {number} of many")
            await asyncio.sleep(0.05)

    day.beside = asyncio.create_task(write())


async def letters_of_yesterday(day: Day) -> None:
    """Written while the bot is down, below."""


async def reminders_due(day: Day) -> None:
    """Written while the bot is down, below."""


def write_letters(day: Day) -> None:
    content = json.dumps({"text": "of yesterday", "buttons": [], "edit": 0, "quiet": False})
    rows = [(1000 + number % 300, content) for number in range(1500)]
    day.write(
        "INSERT INTO outbox (chat_id, kind, name, content, created_at)"
        " VALUES (?, 'say', 'record', ?, '2026-01-01 09:00:00.000000')",
        rows,
    )


def write_reminders(day: Day) -> None:
    case = day.case_of(WAITING)
    ((key, state),) = day.rows(f"SELECT key, state FROM cases WHERE id = '{case}'")
    ((due, subject),) = day.rows(f"SELECT due, subject FROM work WHERE case_id = '{case}' AND kind = 'remind'")
    people = range(10_000)
    master_key = read_master_key(day.folder / "master.key")
    assert master_key
    sealed = copies(master_key, read(master_key, case, key, state), (f"{number:032x}" for number in people))
    day.write(
        "INSERT INTO cases (id, key, state, chat_id, latest_message, changed_at)"
        " VALUES (?, ?, ?, ?, 5, '2026-01-01 09:00:00.000000')",
        [(*one, 100_000 + number) for number, one in enumerate(sealed)],
    )
    day.write(
        "INSERT INTO work (case_id, kind, subject, due, since) VALUES (?, 'remind', ?, ?, ?)",
        [(f"{number:032x}", subject, due, due) for number in people],
    )


Load = Callable[[Day], Awaitable[None]]
DAYS: dict[str, tuple[Load, Callable[[Day], None] | None, float]] = {
    "a calm day": (calm, None, 20),
    "16 others' and one's downloads hang": (slow_downloads, None, 25),
    "120 files of one": (many_files, None, 20),
    "300 files and a packet of one": (files_and_a_packet, None, 20),
    "600 messages of one, at once": (many_messages, None, 20),
    "20 messages a second of one": (messages_without_end, None, 20),
    "1,500 letters of yesterday": (letters_of_yesterday, write_letters, 20),
    "10,000 reminders due": (reminders_due, write_reminders, 0),
}
"""What goes on, what is written before the start, and in how many seconds the one reminder is due."""
GOALS = {"answer": "+1", "file": "3 ×", "delete": "10", "reminder": "60"}


async def day(name: str) -> dict[str, float]:
    load, before, seconds = DAYS[name]
    telegram = Telegram()
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", telegram.serve)
    application.router.add_get("/file/bot{token}/{path:.*}", telegram.give)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    with tempfile.TemporaryDirectory(prefix="fairness") as folder:
        one = Day(Path(folder), telegram, f"http://127.0.0.1:{runner.addresses[0][1]}")
        try:
            await one.starts()
            await one.people_walk()
            await one.stops()
            if before:
                before(one)
            await one.reminder_comes(seconds)
            await telegram.asks(HEAVY, text="hello")  # it has started
            await load(one)
            return await one.measured(reminded=before is not write_reminders)
        finally:
            if one.beside:
                one.beside.cancel()
            await one.stops()
            await runner.cleanup()


def measure(_: int = 1, days: Iterable[str] = DAYS) -> dict[str, dict[str, float]]:
    """Every day once, whatever the number of rounds."""
    figures = {}
    for name in days:
        figures[name] = asyncio.run(day(name))
        print(name, figures[name], file=sys.stderr, flush=True)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fairness", description=__doc__)
    parser.add_argument("--json", action="store_true", help="the figures alone")
    parser.add_argument("--only", choices=DAYS, action="append", help="one day (may be repeated)")
    asked = parser.parse_args()
    figures = measure(days=asked.only or DAYS)
    if asked.json:
        print(json.dumps(figures, indent=1))
        return
    print("| seconds another waits, at worst |" + "".join(f" {name} |" for name in GOALS))
    print("|---|" + "---|" * len(GOALS))
    print("| at most |" + "".join(f" {goal} |" for goal in GOALS.values()))
    for name, found in figures.items():
        print(f"| {name} |" + "".join(f" {found.get(each, '–')} |" for each in GOALS))


if __name__ == "__main__":
    main()
