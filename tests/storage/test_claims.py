"""Reminders that processes claim side by side, killed as it happens: each is handed out once for its due time."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, text

from bot.storage import work
from bot.storage.database import open_postgresql
from bot.storage.tables import work as rows
from tests.soaking import FIGURES
from tests.storage.claimer import LEASE

PROJECT = Path(__file__).resolve().parents[2]
AT_ONCE = 16
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def plan_many(connection: Connection, due: int, later: int = 0) -> None:
    """So many reminders that are due, and so many for some time of the coming year."""
    moments = [NOW - timedelta(seconds=number % 60) for number in range(due)]
    moments += [NOW + timedelta(seconds=1 + number * 31) for number in range(later)]
    for start in range(0, len(moments), 10_000):
        some = enumerate(moments[start : start + 10_000], start)
        values = [{"case_id": f"{n:032x}", "kind": work.REMIND, "subject": m.isoformat(), "due": m} for n, m in some]
        connection.execute(insert(rows), values)


class Claimer:
    """A claiming process, what it told so far, and the moment at which it is killed: after so many lines."""

    def __init__(self, address: str, now: datetime, dies_after: int | None) -> None:
        command = [sys.executable, "-m", "tests.storage.claimer", address, now.isoformat(), str(AT_ONCE)]
        self._process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        self.lines: list[str] = []
        self._thread = threading.Thread(target=self._listen, args=(dies_after,))
        self._thread.start()

    def _listen(self, dies_after: int | None) -> None:
        assert self._process.stdout
        with self._process.stdout as told:
            for line in told:
                self.lines.append(line.strip())
                if len(self.lines) == dies_after:
                    self._process.kill()

    def ends(self) -> None:
        self._thread.join(120)
        assert not self._thread.is_alive()
        self._process.wait(10)


def claimed_side_by_side(address: str, due: int, kills: int, chance: random.Random) -> list[list[str]]:
    """What all claimers told, two at a time, until nothing was left: a list for each time that leases had to end."""
    told: list[list[str]] = [[]]
    now, left = NOW, kills
    while True:
        dies = [chance.randrange(2, max(3, due // 4)) if left > each else None for each in range(2)]
        left -= sum(moment is not None for moment in dies)
        claimers = [Claimer(address, now, moment) for moment in dies]
        for claimer in claimers:
            claimer.ends()
            told[-1] += [line for line in claimer.lines if line != "ready"]
        if any(moment is not None for moment in dies):
            continue
        if waiting(address) == 0:
            return told
        now += LEASE
        told.append([])
        assert len(told) <= kills + 2, "what a killed process held is never free again"


def waiting(address: str) -> int:
    engine = open_postgresql(address)
    with engine.begin() as connection:
        count = int(connection.scalar(text("SELECT count(*) FROM work")) or 0)
    engine.dispose()
    return count


def every_one_once(address: str, due: int, kills: int) -> str:
    """Tried with another die where every kill fell between two claims, so that nobody died with reminders in hand."""
    for seed in range(7, 13):
        told = _told_of_each_once(address, due, kills, random.Random(seed))
        if len(told) > 1:
            given = sum(line.startswith("given") for lease in told for line in lease)
            return f"{due} reminders, {kills} kills: {given} told of as given, none twice"
    raise AssertionError("nobody was killed with reminders in hand")


def _told_of_each_once(address: str, due: int, kills: int, chance: random.Random) -> list[list[str]]:
    engine = open_postgresql(address)
    with engine.begin() as connection:
        connection.exec_driver_sql("TRUNCATE work RESTART IDENTITY")
        plan_many(connection, due)
    engine.dispose()
    told = claimed_side_by_side(address, due, kills, chance)
    for lease in told:
        handed_out = Counter(line for line in lease if line.startswith("claimed"))
        assert max(handed_out.values(), default=1) == 1, "one reminder was handed out twice for one due time"
    given = Counter(line for lease in told for line in lease if line.startswith("given"))
    assert max(given.values()) == 1, "one reminder was given twice"
    # What a kill cut off was given and is not told of here: one claim's worth at most.
    assert due - kills * AT_ONCE <= len(given) <= due
    return told


def test_killed_side_by_side_each_reminder_is_handed_out_once_for_its_due_time(postgresql: str) -> None:
    every_one_once(postgresql, due=500, kills=2)


@pytest.mark.soak
def test_ten_thousand_reminders_and_many_kills(postgresql: str, record_property: Callable[[str, object], None]) -> None:
    record_property(FIGURES, every_one_once(postgresql, due=10_000, kills=20))


# A million planned reminders cost a look at those that are due, and no more.


@contextmanager
def statements(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def how_it_is_found(engine: Engine, due: int, later: int) -> str:
    """The database's own account of how it looks for what is due, among so many reminders."""
    with engine.begin() as connection:
        plan_many(connection, due, later)
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    with engine.begin() as connection, statements(engine) as seen:
        assert len(work.claim(connection, NOW, (work.FETCH, work.REMIND, work.ERASE), 16, LEASE)) == 16
    statement, parameters = seen[1]
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.begin() as connection:
        return "\n".join(
            str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {statement}", parameters).fetchall()
        )


def by_its_index(engine: Engine, due: int, later: int) -> None:
    account = how_it_is_found(engine, due, later)
    assert "ix_work_kind_due" in account, account
    for slow in SLOW:
        assert slow not in account, account


SLOW = ("SCAN work", "Seq Scan", "Sort", "TEMP B-TREE")


def plan_files(connection: Connection, patients: int, each: int) -> None:
    for number in range(patients):
        case = f"{number:032x}"
        files = ({"case_id": case, "kind": work.FETCH, "subject": f"{n}", "due": NOW} for n in range(each))
        connection.execute(insert(rows), list(files))


def in_turn_by_its_index(engine: Engine, patients: int, later: int) -> None:
    """Patients with files each, among many reminders: each step to the next patient goes by an index."""
    with engine.begin() as connection:
        plan_many(connection, due=0, later=later)
        plan_files(connection, patients, each=60)
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    with engine.begin() as connection, statements(engine) as seen:
        tasks = work.claim_in_turn(connection, NOW, work.FETCH, 16, 2, LEASE)
    assert Counter(task.case_id for task in tasks).most_common(1)[0][1] == 1
    assert len(tasks) == 16
    assert len(seen) <= 16 * 3 + 2, "what waits is not looked at, but for the next of each patient"
    with engine.begin() as connection:
        for statement, parameters in seen:
            if statement.startswith("SELECT"):
                explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
                account = str(connection.exec_driver_sql(f"{explain} {statement}", parameters).fetchall())
                assert not [slow for slow in SLOW if slow in account], account


def test_whose_turn_it_is_is_found_by_an_index(engine: Engine) -> None:
    in_turn_by_its_index(engine, patients=40, later=20_000)


@pytest.mark.soak
def test_whose_turn_it_is_among_a_million_too(engine: Engine) -> None:
    in_turn_by_its_index(engine, patients=100, later=1_000_000)


def test_what_is_due_is_found_by_its_index(engine: Engine) -> None:
    by_its_index(engine, due=100, later=20_000)


@pytest.mark.soak
def test_among_a_million_too(engine: Engine) -> None:
    by_its_index(engine, due=10_000, later=1_000_000)
