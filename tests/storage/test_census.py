"""The census: counted beside the bot, and given up where the database does not answer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from bot.storage import cases, census, outbox, work
from bot.storage.census import Census, Waiting, take_census
from tests.storage.patients import MovableClock, Person

HOUR = timedelta(hours=1)
CASE = "a" * 32


def counted(engine: Engine, file: Path, clock: MovableClock, seconds: float = 60) -> Census:
    url = "" if engine.dialect.name == "sqlite" else engine.url.render_as_string(hide_password=False)
    return take_census(file, url, clock.now(), seconds)


def test_a_bot_that_has_just_begun_has_nothing_of_anything(engine: Engine, file: Path, clock: MovableClock) -> None:
    found = counted(engine, file, clock)
    assert (found.cases, found.files, found.file_bytes, found.outbox) == (0, 0, 0, Waiting())
    assert set(found.work.values()) == {Waiting()}


def test_what_is_kept_and_what_waits_is_counted_with_the_age_of_the_oldest(
    engine: Engine, file: Path, clock: MovableClock, ana: Person
) -> None:
    ana.commands("start")
    now = clock.now()
    with engine.begin() as connection:
        for number in (1, 2, 3):
            cases.expect_document(connection, CASE, number)
        for number in (1, 2):
            cases.keep_document(connection, CASE, number, 1000, "f" * 64, "pdf", now)
        work.plan(connection, CASE, work.FETCH, "3", now - 2 * HOUR)
        work.plan(connection, CASE, work.PACKET, "1", now - HOUR)
        work.plan(connection, CASE, work.REMIND, "later", now + HOUR)
        (task,) = work.claim(connection, now, (work.FETCH,), 1, timedelta(minutes=1))
        work.postpone(connection, task.claim, now + timedelta(minutes=4), failed=True)
        before = len(outbox.waiting(connection))
        outbox.post(connection, 7, "say", "record", "{}", now - 3 * HOUR)
    found = counted(engine, file, clock)
    assert (found.cases, found.files, found.file_bytes) == (1, 2, 2000)
    assert found.outbox == Waiting(before + 1, 3 * 3600)
    due = {kind: waiting for kind, waiting in found.work.items() if waiting.number}
    assert due == {work.FETCH: Waiting(1, 2 * 3600), work.PACKET: Waiting(1, 3600)}, "what rests is not done either"


def test_it_counts_while_somebody_writes_and_is_given_up_where_it_may_not_even_read(
    engine: Engine, file: Path, clock: MovableClock, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.plan(connection, CASE, work.FETCH, "1", clock.now())
    assert counted(engine, file, clock).cases == 0
    seconds = 0.001
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE cases IN ACCESS EXCLUSIVE MODE")
    else:
        seconds = -1
        monkeypatch.setattr(census, "STEPS_BETWEEN_LOOKS", 1)
    with pytest.raises(OperationalError):
        counted(engine, file, clock, seconds)
