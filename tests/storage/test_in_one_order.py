"""Replicas that write about the same people at once: in one order, and what is still in the way is done again."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from bot.storage import cases, order
from bot.storage.cases import StoredCase
from bot.storage.writer import Writer
from bot.turn.outcome import Incoming
from dialogs.case.case import Case
from tests.sealing import key_of
from tests.storage.patients import NOW

PEOPLE = range(1, 7)


@pytest.fixture
def people(engine: Engine) -> None:
    with engine.begin() as connection:
        for chat_id in PEOPLE:
            cases.add(connection, StoredCase(f"{chat_id:032x}", chat_id, key_of(f"{chat_id:032x}"), Case(), 0), NOW)


@contextmanager
def writers(*engines: Engine) -> Iterator[list[Writer]]:
    opened = [Writer(engine) for engine in engines]
    yield opened
    for writer in opened:
        writer.close()


def wake(connection: Connection, incoming: Incoming) -> None:
    """A turn, as far as locks go."""
    stored = cases.find(connection, incoming.chat_id)
    cases.take_update(connection, incoming.update_id, NOW)
    assert stored
    cases.save(connection, replace(stored, latest_message=incoming.update_id), NOW)


def coming(number: int, chat_id: int) -> Incoming:
    return Incoming(number, chat_id, None)


@pytest.mark.usefixtures("people")
async def test_batches_about_the_same_people_never_wait_for_each_other(
    engine: Engine, other_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with writers(engine, other_engine) as pair:
        for turn in range(40):
            forth = [pair[0].run(wake, coming(100 * turn + chat, chat)) for chat in PEOPLE]
            back = [pair[1].run(wake, coming(100 * turn + 50 + chat, chat)) for chat in reversed(PEOPLE)]
            await asyncio.gather(*forth, *back)
    assert "in the way" not in caplog.text


@pytest.mark.usefixtures("people")
async def test_the_same_updates_at_two_replicas_are_taken_once_and_nobody_is_in_the_way(
    engine: Engine, other_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    taken: list[int] = []

    def take(connection: Connection, incoming: Incoming) -> None:
        cases.find(connection, incoming.chat_id)
        if cases.take_update(connection, incoming.update_id, NOW):
            taken.append(incoming.update_id)

    with writers(engine, other_engine) as pair:
        for turn in range(40):
            updates = [coming(100 * turn + chat, chat) for chat in PEOPLE]
            await asyncio.gather(
                *(pair[0].run(take, each) for each in updates), *(pair[1].run(take, each) for each in updates[::-1])
            )
    assert sorted(taken) == sorted(100 * turn + chat for turn in range(40) for chat in PEOPLE)
    assert "in the way" not in caplog.text


@pytest.mark.usefixtures("people")
async def test_whoever_is_in_anothers_way_all_the_same_does_it_again_and_nobody_notices(
    engine: Engine, other_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    together = threading.Barrier(2)
    times: list[int] = []

    def both(connection: Connection, first: str, second: str) -> str:
        """Two cases in an order that nobody could know before."""
        times.append(1)
        cases.get(connection, f"{int(first):032x}")
        if len(times) <= 2:
            together.wait(60)
        cases.get(connection, f"{int(second):032x}")
        return first + second

    with writers(engine, other_engine) as pair:
        told = await asyncio.gather(pair[0].run(both, "1", "2"), pair[1].run(both, "2", "1"))
    assert list(told) == ["12", "21"]
    assert len(times) == 3
    assert "in the way" in caplog.text


def test_what_a_piece_of_work_is_about_is_seen_from_what_it_is_given() -> None:
    given: tuple[Any, ...] = (coming(5, 7), "a" * 32, "a word", True, None, 9)
    assert list(order.concerned(given)) == [7, "a" * 32, 9]


@pytest.mark.usefixtures("people")
async def test_two_that_open_the_same_case_at_once_open_one(engine: Engine, other_engine: Engine) -> None:
    def open_case(connection: Connection, chat_id: int, number: int) -> str:
        case_id = f"{number:032x}"
        cases.add(connection, StoredCase(case_id, chat_id, key_of(case_id), Case(), 0), NOW)
        found = cases.find(connection, chat_id)
        return found.id if found else ""

    with writers(engine, other_engine) as pair:
        for chat_id in range(100, 120):
            names = await asyncio.gather(
                pair[0].run(open_case, chat_id, chat_id), pair[1].run(open_case, chat_id, chat_id + 500)
            )
            assert names[0] == names[1]
