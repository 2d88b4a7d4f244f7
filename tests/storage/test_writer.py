"""The one writer: what waits together is committed together, and nobody hears of it before."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from bot.storage import cases
from bot.storage.writer import DatabaseAway, Writer
from tests.storage.patience import others_go_on
from tests.storage.trouble import database_away, make_commits_fail, orphan, pragma

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def taken(file: Path) -> set[int]:
    """The ids of updates that somebody else can read from the database, which are those that are committed."""
    with closing(sqlite3.connect(file)) as database:
        return {row[0] for row in database.execute("SELECT update_id FROM updates")}


def take_and_fail(connection: Connection, number: int) -> None:
    cases.take_update(connection, number, NOW)
    raise ZeroDivisionError


@asynccontextmanager
async def busy(writer: Writer):
    """The writer is at work for the length of the block; everything put meanwhile waits together."""
    begun, over = threading.Event(), threading.Event()

    def work(_: Connection) -> None:
        begun.set()
        over.wait(5)

    working = asyncio.create_task(writer.run(work))
    assert await asyncio.to_thread(begun.wait, 5)
    yield
    over.set()
    await working


async def put(writer: Writer, *numbers: int) -> list[asyncio.Task[bool]]:
    """Put pieces of work into the queue, and return once all of them wait there."""
    tasks = [asyncio.create_task(writer.run(cases.take_update, number, NOW)) for number in numbers]
    await others_go_on()
    return tasks


@pytest.fixture
def commits(engine: Engine) -> list[None]:
    counted: list[None] = []
    event.listen(engine, "commit", lambda _: counted.append(None))
    return counted


async def test_what_waits_together_shares_one_commit(writer: Writer, commits: list[None], file: Path) -> None:
    async with busy(writer):
        waiting = await put(writer, *range(100))
        assert commits == []
    assert await asyncio.gather(*waiting) == [True] * 100
    assert len(commits) == 2, "one for what kept the writer busy, one for the hundred"
    assert taken(file) == set(range(100))


async def test_nobody_hears_of_a_result_before_it_is_committed(writer: Writer, file: Path) -> None:
    for number in range(50):
        assert await writer.run(cases.take_update, number, NOW)
        assert number in taken(file)


async def test_a_piece_that_fails_undoes_only_itself(writer: Writer, commits: list[None], file: Path) -> None:
    async with busy(writer):
        first = await put(writer, 1)
        failing = asyncio.create_task(writer.run(take_and_fail, 2))
        await others_go_on()
        last = await put(writer, 3)
    assert await asyncio.gather(*first, *last) == [True, True]
    with pytest.raises(ZeroDivisionError):
        await failing
    assert taken(file) == {1, 3}
    assert len(commits) == 2


async def test_a_commit_that_fails_is_told_to_everyone_in_it_and_to_nobody_else(writer: Writer, file: Path) -> None:
    await make_commits_fail(writer)
    async with busy(writer):
        waiting = await put(writer, 1, 2)
        failing = asyncio.create_task(writer.run(orphan))
        await others_go_on()
    for task in (*waiting, failing):
        with pytest.raises(DatabaseAway):
            await task
    assert taken(file) == set()
    assert await writer.run(cases.take_update, 1, NOW)
    assert taken(file) == {1}


async def test_a_database_that_is_away_is_told_as_that_and_used_again_when_it_is_back(
    writer: Writer, file: Path
) -> None:
    async with database_away(writer, file):
        for _ in range(2):
            with pytest.raises(DatabaseAway):
                await writer.run(cases.take_update, 1, NOW)
    assert await writer.run(cases.take_update, 1, NOW)


async def test_a_full_disk_takes_nothing_half_and_works_again_once_there_is_room(writer: Writer, file: Path) -> None:
    def take_and_fill(connection: Connection) -> None:
        cases.take_update(connection, 1, NOW)
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS filling (much BLOB)")
        connection.exec_driver_sql("INSERT INTO filling VALUES (zeroblob(100000))")

    await writer.maintain(lambda engine: pragma(engine, "max_page_count=1"))  # SQLite makes it the present size
    with pytest.raises(DatabaseAway):
        await writer.run(take_and_fill)
    assert taken(file) == set()
    await writer.maintain(lambda engine: pragma(engine, "max_page_count=100000"))
    await writer.run(take_and_fill)
    assert taken(file) == {1}


async def test_who_no_longer_waits_holds_up_nobody(writer: Writer, file: Path) -> None:
    async with busy(writer):
        impatient, patient = await put(writer, 1, 2)
        impatient.cancel()
        await others_go_on()
    assert await patient
    assert taken(file) == {1, 2}


async def test_closing_finishes_what_waits(engine: Engine, file: Path) -> None:
    writer = Writer(engine)
    async with busy(writer):
        waiting = await put(writer, *range(10))
        closing_down = asyncio.create_task(asyncio.to_thread(writer.close))
    await closing_down
    assert await asyncio.gather(*waiting) == [True] * 10
    assert taken(file) == set(range(10))


async def test_nobody_waits_for_ever_for_a_writer_that_is_closed(engine: Engine) -> None:
    writer = Writer(engine)
    writer.close()
    with pytest.raises(DatabaseAway):
        await asyncio.wait_for(writer.run(cases.take_update, 1, NOW), 2)


async def test_upkeep_runs_outside_a_transaction_and_alone(writer: Writer, file: Path) -> None:
    begun, over = threading.Event(), threading.Event()
    inside: list[bool] = []

    def upkeep(engine: Engine) -> None:
        with closing(engine.raw_connection()) as connection:
            inside.append(connection.driver_connection.in_transaction)
        begun.set()
        over.wait(5)

    keeping = asyncio.create_task(writer.maintain(upkeep))
    assert await asyncio.to_thread(begun.wait, 5)
    (waiting,) = await put(writer, 1)
    assert taken(file) == set()
    over.set()
    await keeping
    assert await waiting
    assert inside == [False]


async def test_upkeep_that_fails_is_told_to_who_asked_for_it(writer: Writer) -> None:
    def upkeep(_: Engine) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await writer.maintain(upkeep)
    assert await writer.run(cases.take_update, 1, NOW)
