"""The unmodified bot as a process of its own, in front of a Telegram on this computer."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.sealing import case_of
from tests.system.forked import Before, Forked
from tests.telegram import Patient, RehearsalServer, Seen

PROJECT = Path(__file__).resolve().parents[2]


class RunningBot:
    """Starts, stops and kills one bot over one data folder, and looks at what it stored."""

    oldest_first = "rowid"
    """By what cases are in the order in which they came."""

    def __init__(self, server: RehearsalServer, data_dir: Path, **settings: str) -> None:
        self.server, self.data_dir = server, data_dir
        self.settings = {
            "TELEGRAM_TOKEN": server.token,
            "TELEGRAM_API_URL": server.url,
            "DATA_DIR": str(data_dir),
            "LOG_LEVEL": "DEBUG",
            **settings,
        }
        self._log_file = data_dir.parent / f"{data_dir.name}.log"
        self._process: subprocess.Popen[bytes] | Forked | None = None
        self.command = [sys.executable]
        """What runs Python."""
        self.project = PROJECT
        """Where the bot lies that is started."""
        self.before: Before | None = None
        """What its process does before it is the bot, unless it is of another command or project."""

    def start(self, days_ahead: float = 0) -> RunningBot:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")}
        environment |= self.settings | {"CLOCK_AHEAD_SECONDS": str(round(days_ahead * 86400))}
        if self.command == [sys.executable] and self.project == PROJECT:
            self._process = Forked(environment, self._log_file, before=self.before)
            return self
        with self._log_file.open("ab") as log:
            command = [*self.command, "-m", "bot", "run"]
            self._process = subprocess.Popen(command, cwd=self.project, env=environment, stdout=log, stderr=log)
        return self

    def kill(self) -> None:
        """SIGKILL: no goodbye, nothing flushed."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM, as an operator stops it; the exit code."""
        return self._end(signal.SIGTERM)

    def ends(self, seconds: float) -> int:
        """Wait until it ends by itself; the exit code."""
        assert self._process is not None
        code = self._process.wait(seconds)
        self._process = None
        return code

    def _end(self, number: int) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(number)
        code = self._process.wait(120)
        self._process = None
        return code

    @property
    def log(self) -> str:
        return self._log_file.read_text(encoding="utf-8")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Read from the bot's database, beside it."""
        with closing(
            sqlite3.connect(f"{(self.data_dir / 'companion.db').as_uri()}?mode=ro", uri=True, timeout=5)
        ) as database:
            return database.execute(query).fetchall()

    def case(self) -> dict[str, Any]:
        """The one case in the database."""
        (case,) = self.cases()
        return case

    def cases(self, where: str = "true") -> list[dict[str, Any]]:
        """The cases in the database, in the order in which they came."""
        rows = self.rows(f"SELECT id, key, state FROM cases WHERE {where} ORDER BY {self.oldest_first}")
        return [asdict(case_of(self.data_dir, *row)) for row in rows]

    def kept(self) -> int:
        return len(self.rows("SELECT 1 FROM documents WHERE sha256 IS NOT NULL"))

    def files(self) -> list[Path]:
        """Every file in the vault, whole or half-written; what is deleted while we look is none."""
        inside = os.walk(self.data_dir / "vault")
        return [Path(folder, name) for folder, _, names in inside for name in names if "." in name]


def until(fulfilled: Any, what: str, seconds: float = 120) -> None:
    """Wait until something holds; look ten times a second."""
    ticks = threading.Event()
    for _ in range(int(seconds * 10)):
        try:
            if fulfilled():
                return
        except (sqlite3.Error, ValueError):
            pass  # the bot is just starting
        ticks.wait(0.1)
    raise AssertionError(f"{what}: not within {seconds} seconds")


TO_THE_FIRST_RECORD = ("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination/not_now")


def shows(data: str) -> Any:
    """A message with a button that carries this data."""
    return lambda message: any(button.data == data for row in message.keyboard for button in row)


def taps(person: Patient, data: str, then: str) -> Seen:
    """Tap a button, and wait for the button that comes next."""
    person.presses(data)
    return person.waits_for(shows(then))
