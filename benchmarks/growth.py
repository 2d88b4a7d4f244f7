"""What growth costs: a turn among 1,000, 100,000 and 1,000,000 stored cases, and the memory of 100,000 turns.

The databases are real files, written as the bot writes them; the people are picked by a seeded die among all of them.
Rounds alternate between the databases. Also asked: how long a claim takes among a million reminders and a million
messages, and by which index SQLite looks for them.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import psutil
from sqlalchemy import event

from benchmarks.contenders import PROJECT
from benchmarks.copies import copies, seals_of
from bot.clock import Clock
from bot.storage import cases, outbox, work
from bot.storage.database import migrate, open_database
from bot.storage.outbox import Delivery
from bot.storage.sealing import sealed_with
from bot.turn.outcome import Incoming, Outcome
from bot.turn.turn import Turns
from bot.vault import Vault
from bot.work.workers import LEASE
from dialogs.composed.reading import read_content
from dialogs.events import Command, Pressed

T = TypeVar("T")
MASTER_KEY = bytes(32)
SIZES = (1_000, 100_000, 1_000_000)
TURNS = 1_500
MANY_TURNS = 100_000
DUE = 10_000
FIRST_CHAT = 10_000_000
TO_THE_FIRST_RECORD = ("welcome/begin", "consent/keep_files", "gather/go_on", "date/not_now", "destination/not_now")
WALK = (
    *TO_THE_FIRST_RECORD,
    "pathology/asked",
    "imaging_reports/asked",
)
BACK_AND_FORTH = ("slides.asked/back", "slides/asked")


class Town:
    """A database with so many people in it, each in the middle of the walk."""

    def __init__(self, folder: Path, people: int, walk: Sequence[str] = WALK, master_key: bytes = MASTER_KEY) -> None:
        self.people, self.clock, self.die = people, Clock(), random.Random(people)
        self.engine = sealed_with(open_database(folder / f"{people}.db"), seals_of(master_key))
        migrate(self.engine)
        content = read_content(PROJECT / "content")
        self.turns = Turns(content.dialogue, content.wording, Vault(folder / "vault", master_key), self.clock)
        self.numbers = count(1)
        self.connection = self.engine.connect()
        self._settle(walk, master_key)

    def take(self, chat_id: int, data: str) -> Outcome:
        now = self.clock.now()
        happened = Pressed(now, data) if data else Command(now, "start")
        return self.turns.take(self.connection, Incoming(next(self.numbers), chat_id, happened, 5))

    def turn(self, chat_id: int, data: str, before: Outcome) -> Outcome:
        """One turn as the writer commits it: what was said before is noted along with it."""
        with self.connection.begin():
            if before.messages:
                outbox.delivered(self.connection, [Delivery(message, 0) for message in before.messages])
            return self.take(chat_id, data)

    def cost(self, turns: int) -> float:
        """CPU milliseconds a turn, of people picked among all."""
        before, outcome = os.times(), Outcome()
        for _ in range(turns // 2):
            chat_id = FIRST_CHAT + self.die.randrange(self.people)
            for data in BACK_AND_FORTH:
                outcome = self.turn(chat_id, data, outcome)
        after = os.times()
        return (after.user + after.system - before.user - before.system) / turns * 1000

    def _settle(self, walk: Sequence[str], master_key: bytes) -> None:
        """One person walks; the others are written as copies of theirs, with ids of their own."""
        with self.connection.begin():
            for data in ("", *walk):
                self.take(1, data)
            self.connection.exec_driver_sql("DELETE FROM outbox")
            stored = cases.find(self.connection, 1)
        assert stored
        self.case, now = stored.case, datetime.now(UTC).isoformat(" ")[:26]
        sealed = copies(master_key, stored.case, (f"{n:032x}" for n in range(self.people)))
        rows = ((case_id, FIRST_CHAT + n, key, state, 5, now) for n, (case_id, key, state) in enumerate(sealed))
        with closing(self.engine.raw_connection()) as raw:
            cursor = raw.cursor()
            cursor.execute("BEGIN")
            cursor.executemany(
                "INSERT INTO cases (id, chat_id, key, state, latest_message, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )
            cursor.execute("COMMIT")


def costs(towns: dict[T, Town], rounds: int) -> dict[T, float]:
    """The median cost of a turn in each town, measured in turn."""
    measured: dict[T, list[float]] = {name: [] for name in towns}
    for _ in range(rounds):
        for name, town in towns.items():
            measured[name].append(town.cost(TURNS))
    return {name: round(statistics.median(each), 4) for name, each in measured.items()}


def memory(town: Town) -> dict[str, float]:
    """Resident MB after a tenth of many turns, and after all of them."""
    process = psutil.Process()
    town.cost(MANY_TURNS // 10)
    before = process.memory_info().rss
    town.cost(MANY_TURNS - MANY_TURNS // 10)
    after = process.memory_info().rss
    return {"before_mb": round(before / 2**20, 1), "after_mb": round(after / 2**20, 1), "growth": after / before}


def claims(town: Town) -> dict[str, Any]:
    """Among a million planned reminders and messages: seconds to claim what is due, and how SQLite looks for it."""
    now = town.clock.now()
    later = now + timedelta(days=3)
    connection = town.connection
    with connection.begin():
        moments = [_instant(now), _instant(later)]
        reminders = ((f"{n:032x}", work.REMIND, str(n), "", moments[n >= DUE], 0) for n in range(10**6))
        messages = ((FIRST_CHAT + n, "say", "record", "", "{}", moments[0]) for n in range(10**6))
        cursor = connection.connection.cursor()
        cursor.executemany(
            "INSERT INTO work (case_id, kind, subject, details, due, attempts) VALUES (?, ?, ?, ?, ?, ?)", reminders
        )
        cursor.executemany(
            "INSERT INTO outbox (chat_id, kind, name, slot, content, created_at) VALUES (?, ?, ?, ?, ?, ?)", messages
        )
    began, claimed, longest = time.perf_counter(), 0, 0.0
    while True:
        step = time.perf_counter()
        with connection.begin():
            tasks = work.claim(connection, now + timedelta(seconds=1), (work.REMIND,), 16, LEASE)
        longest = max(longest, time.perf_counter() - step)
        if not tasks:
            break
        claimed += len(tasks)
    seconds = time.perf_counter() - began
    began = time.perf_counter()
    with connection.begin():
        outbox.chats_waiting(connection)
    reading = time.perf_counter() - began
    return {
        "claimed": claimed,
        "claims_seconds": round(seconds, 2),
        "longest_claim_ms": round(longest * 1000, 2),
        "finding_chats_with_letters_ms": round(reading * 1000, 2),
        "claim_plan": list(_plans(town, lambda: work.claim(connection, now, (work.REMIND,), 16, LEASE))),
        "outbox_plan": list(_plans(town, lambda: outbox.waiting(connection, FIRST_CHAT + 5, 10**6))),
    }


def _plans(town: Town, ask: Callable[[], object]) -> Iterator[str]:
    """How SQLite looks for what the statements of a function ask for."""
    engine, connection = town.engine, town.connection
    seen: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    with connection.begin():
        ask()
    event.remove(engine, "before_cursor_execute", note)
    with connection.begin():
        for statement, parameters in seen:
            if statement.startswith("SELECT"):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                yield from (row[3] for row in plan)


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


def measure(rounds: int) -> dict[str, Any]:
    """All of it, in temporary databases that are removed at the end; about two minutes and 3 GB of disk."""
    with tempfile.TemporaryDirectory(prefix="growth") as folder:
        towns = {people: Town(Path(folder), people) for people in SIZES}
        cost = costs(towns, rounds)
        figures = {
            "cpu_ms": cost,
            "largest_to_smallest": round(cost[SIZES[-1]] / cost[SIZES[0]], 3),
            "memory": memory(towns[SIZES[0]]),
            "claims": claims(towns[SIZES[0]]),
        }
        for town in towns.values():
            town.connection.close()
            town.engine.dispose()
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(rounds=5), indent=1))
