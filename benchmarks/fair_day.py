"""One bot over one folder for a day, and how long the people wait whose waiting is measured."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.contenders import PROJECT
from benchmarks.fair_telegram import LONGEST, Telegram

TO_THE_FIRST_RECORD = ("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination/not_now")
SENDING = (
    *TO_THE_FIRST_RECORD,
    "pathology/send",
)
REMINDED = ("welcome/begin", "consent/checklist_only", "date/not_now", "aside/remind_me", "reminders/remind_yes")
READER, LEAVER, SENDER, WAITING, HEAVY = range(1, 6)
ANSWERS, FILES = 15, 5
"""How often an answer and a file are measured; the worst is told."""


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
