"""One thread writes; what waits together shares a commit, and nobody hears of success before it."""

from __future__ import annotations

import asyncio

from sqlalchemy import Connection, Engine, event, text

from bot.storage.writer import Writer


def add(connection: Connection, number: int) -> int:
    connection.execute(text("INSERT INTO updates (update_id, taken_at) VALUES (:n, '2026-01-01')"), {"n": number})
    return number


def count(connection: Connection) -> int:
    return connection.scalar(text("SELECT count(*) FROM updates")) or 0


async def test_what_waits_together_shares_a_commit(writer: Writer, engine: Engine) -> None:
    commits = []
    event.listen(engine, "commit", lambda _: commits.append(1))
    results = await asyncio.gather(*(writer.run(add, number) for number in range(100)))
    assert results == list(range(100))
    assert len(commits) < 20


async def test_a_piece_that_fails_undoes_only_itself(writer: Writer) -> None:
    def add_and_fail(connection: Connection) -> None:
        add(connection, 7)
        raise RuntimeError("on purpose")

    results = await asyncio.gather(
        writer.run(add, 1), writer.run(add_and_fail), writer.run(add, 2), return_exceptions=True
    )
    assert [type(result) for result in results] == [int, RuntimeError, int]
    assert await writer.run(count) == 2


async def test_a_commit_that_fails_is_told_to_everyone_and_keeps_nothing(writer: Writer, engine: Engine) -> None:
    failing = [True]

    def refuse(_: Connection) -> None:
        if failing:
            raise OSError("the disk is full")

    event.listen(engine, "commit", refuse)
    results = await asyncio.gather(writer.run(add, 1), writer.run(add, 2), return_exceptions=True)
    assert all(isinstance(result, OSError) for result in results)
    failing.clear()
    assert await writer.run(count) == 0


async def test_closing_finishes_what_waits(engine: Engine) -> None:
    writer = Writer(engine)
    waiting = [asyncio.create_task(writer.run(add, number)) for number in range(10)]
    await asyncio.wait(waiting, timeout=0)
    writer.close()
    assert await asyncio.gather(*waiting) == list(range(10))
