"""A good file is never given up because we were killed, busy or cut off: every one is saved in the end."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.rehearsal.api.faults import Fault
from bot.rehearsal.telegram.limits import Limits
from tests.faults import asks_to_slow_down, breaks, is_cut_off, loses_the_request, refuses, stalls
from tests.makers import made
from tests.soaking import FIGURES
from tests.system.running import RunningBot, until
from tests.system.test_fairness import PATIENCE, all_walk_to_sending
from tests.telegram import Patient, RehearsalServer

TEMPORARY = refuses(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
TROUBLE: tuple[tuple[str, Fault], ...] = (
    ("getFile", TEMPORARY),
    ("getFile", breaks()),
    ("getFile", asks_to_slow_down(1)),
    ("getFile", loses_the_request()),
    ("file", breaks()),
    ("file", is_cut_off(500)),
)


class Deluge:
    """Some patients send files to a bot that is killed again and again, behind a Telegram on its worst day."""

    def __init__(self, telegram: RehearsalServer, folder: Path, people: int, seed: int = 7) -> None:
        self.telegram, self.bot = telegram, RunningBot(telegram, folder).start()
        self.people = [telegram.person(f"P{number}") for number in range(people)]
        self.dice, self.sent, self.kills = random.Random(seed), 0, 0

    def begins(self) -> None:
        all_walk_to_sending(self.people)
        until(lambda: not self.bot.rows("SELECT 1 FROM outbox"), "all is said", PATIENCE)

    def sends(self, files: int) -> None:
        for _ in range(files):
            person: Patient = self.dice.choice(self.people)
            paper = made.a_pdf(pages=self.dice.randrange(1, 4)) if self.dice.random() < 0.7 else made.a_photo()
            person.sends_document(f"{self.sent}.pdf", paper)
            self.sent += 1

    def is_killed(self, after: float = 0) -> None:
        threading.Event().wait(after)
        self.bot.kill()
        self.kills += 1
        self.bot.start()

    def is_killed_at(self, method: str, at_most: float = PATIENCE) -> None:
        """Just when a method is called for the next time, or after so many seconds: it may have nothing to call for."""
        number = len(self.telegram.calls(method))
        for _ in range(int(at_most * 200)):
            if len(self.telegram.calls(method)) > number:
                break
            threading.Event().wait(0.005)
        self.is_killed()

    def states(self) -> Counter[str]:
        return Counter(each["state"] for case in self.bot.cases() for each in case["documents"])

    def ends(self, seconds: float) -> None:
        """Everything that was sent is saved, and nothing was asked for again."""
        until(lambda: sum(self.states().values()) == self.sent, "all are known", seconds)
        until(lambda: not self.states()["arriving"], "all were looked at", seconds)
        assert self.states() == {"readable": self.sent}
        until(lambda: not self.bot.rows("SELECT 1 FROM work"), "nothing is left to do", PATIENCE)
        assert self.bot.kept() == len(self.bot.files()) == self.sent


def test_kills_at_the_start_and_in_downloads_and_a_bad_day_of_telegram_cost_no_file(tmp_path: Path) -> None:
    with RehearsalServer(limits=Limits.none()) as telegram:
        deluge = Deluge(telegram, tmp_path / "data", people=2)
        try:
            deluge.begins()
            for method, fault in TROUBLE:
                telegram.faults.next(method, fault)
            deluge.sends(12)
            for method in ("getFile", "file"):
                deluge.is_killed_at(method)
            deluge.is_killed(after=0.3)  # while it starts
            telegram.faults.always(TEMPORARY, "getFile")
            deluge.sends(3)
            until(lambda: sum(call.code == 400 for call in telegram.calls("getFile")) > 6, "tried often", PATIENCE)
            telegram.faults.clear()
            deluge.ends(PATIENCE)
        finally:
            deluge.bot.kill()


@pytest.mark.soak
def test_after_the_database_was_away_for_twenty_seconds_files_go_on_within_thirty(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with RehearsalServer(limits=Limits.none()) as telegram:
        deluge = Deluge(telegram, tmp_path / "data", people=4)
        try:
            deluge.begins()
            deluge.sends(40)
            until(lambda: deluge.bot.kept() > 3, "under way", PATIENCE)
            with closing(sqlite3.connect(deluge.bot.data_dir / "companion.db", isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                threading.Event().wait(20)
                kept = deluge.bot.kept()
                other.execute("ROLLBACK")
            back = time.monotonic()
            until(lambda: deluge.bot.kept() > kept, "work goes on", 30)
            record_property(FIGURES, f"on again after {time.monotonic() - back:.1f} s")
            deluge.ends(300)
        finally:
            deluge.bot.kill()


@pytest.mark.soak
def test_some_hundred_files_and_kills_while_the_file_server_is_away_for_three_minutes(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with RehearsalServer(limits=Limits.none()) as telegram:
        deluge = Deluge(telegram, tmp_path / "data", people=6)
        try:
            deluge.begins()
            deluge.sends(260)
            for number in range(60):
                method, fault = deluge.dice.choice((*TROUBLE, ("file", stalls(after=500, seconds=60))))
                telegram.faults.next(method, fault)
                if number % 2:
                    deluge.is_killed_at(deluge.dice.choice(("getFile", "file", "getUpdates", "sendMessage")), at_most=5)
                else:
                    deluge.is_killed(after=deluge.dice.uniform(0, 2.5))
            telegram.faults.always(deluge.dice.choice((breaks(), TEMPORARY)), "getFile")
            telegram.faults.always(breaks(), "file")
            deluge.sends(40)
            for _ in range(6):
                deluge.is_killed(after=30)
            telegram.faults.clear()
            deluge.ends(600)
            states = ", ".join(f"{number} {state}" for state, number in deluge.states().items())
            record_property(FIGURES, f"{deluge.sent} files, {deluge.kills} kills: {states}")
        finally:
            deluge.bot.kill()
