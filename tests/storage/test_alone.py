"""Who must be alone on a database (versions before there were replicas) and who must not shut each other out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

import psycopg
import pytest
from sqlalchemy import Connection, Engine

from bot.storage import cases
from bot.storage.database import WrongDatabase, migrate, open_postgresql
from bot.storage.lock import BOT, InUse
from bot.storage.tables import metadata
from bot.storage.writer import DatabaseAway, Writer
from tests.storage.installations import copy_database
from tests.storage.patients import NOW


@pytest.fixture
def address(postgresql: str) -> str:
    """A database of the test's own."""
    return copy_database(postgresql, "template0", "alone")


def cut(address: str) -> None:
    """End every other connection to the database, as a restart of PostgreSQL does."""
    with psycopg.connect(address, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@contextmanager
def alone(address: str) -> Iterator[None]:
    """A bot is at work that must be alone."""
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [BOT])
        yield


def test_any_number_of_replicas_are_at_work_together(address: str) -> None:
    engines = [open_postgresql(address, at_work=True) for _ in range(3)]
    connections = [engine.connect() for engine in engines]
    with psycopg.connect(address) as looking:
        assert looking.execute("SELECT pg_try_advisory_lock(%s)", [BOT]).fetchone() == (False,)
    for connection in connections:
        connection.close()
    for engine in engines:
        engine.dispose()


def test_beside_a_bot_that_must_be_alone_nothing_is_changed(address: str) -> None:
    engine = open_postgresql(address, at_work=True)
    with alone(address):
        with pytest.raises(InUse):
            migrate(engine)
        with psycopg.connect(address) as looking:
            assert looking.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
    migrate(engine)
    engine.dispose()


async def test_after_a_cut_the_lock_is_taken_again_with_the_connection(address: str) -> None:
    engine = open_postgresql(address, at_work=True)
    migrate(engine)
    writer = Writer(engine)
    assert await writer.run(cases.take_update, 1, NOW)
    for update in (2, 3):
        await asyncio.to_thread(cut, address)
        with suppress(DatabaseAway):  # the first to notice is told
            await writer.run(cases.take_update, update, NOW)
        await writer.run(cases.take_update, update, NOW)
        with psycopg.connect(address) as looking:
            assert looking.execute("SELECT pg_try_advisory_lock(%s)", [BOT]).fetchone() == (False,)
    writer.close()


async def test_who_lost_the_database_to_one_that_must_be_alone_writes_nothing_ever_again(address: str) -> None:
    engine = open_postgresql(address, at_work=True)
    migrate(engine)
    writer = Writer(engine)
    assert await writer.run(cases.take_update, 1, NOW)
    waiting = asyncio.create_task(writer.until_displaced())
    await asyncio.to_thread(cut, address)
    with alone(address):
        for update in (2, 3):
            with pytest.raises(DatabaseAway):
                await writer.run(cases.take_update, update, NOW)
        with pytest.raises(InUse):
            await waiting
    with pytest.raises(DatabaseAway):  # the other is gone again, and may have said what we know nothing of
        await writer.run(cases.take_update, 4, NOW)
    writer.close()
    with psycopg.connect(address) as looking:
        assert looking.execute("SELECT update_id FROM updates").fetchall() == [(1,)]


def held_in(connection: Connection) -> object:
    """How many are at work on this database; those of other tests lie on the same server."""
    here = "database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    return connection.exec_driver_sql(f"SELECT count(*) FROM pg_locks WHERE objid = {BOT} AND {here}").scalar()


async def test_a_connection_of_our_own_that_the_server_still_holds_for_alive_is_ended(address: str) -> None:
    engine = open_postgresql(address, at_work=True)
    lost = engine.raw_connection()
    lost.detach()  # it stays open, as one does whose end was never heard of
    with engine.connect() as again:
        for _ in range(600):  # it is told to end, and ends when it is its turn
            if held_in(again) == 1:
                break
            await asyncio.sleep(0.05)
        assert held_in(again) == 1
    lost.close()
    engine.dispose()


def test_any_number_of_processes_may_bring_an_empty_database_up_to_date_at_once(address: str) -> None:
    engines = [open_postgresql(address) for _ in range(6)]
    with ThreadPoolExecutor(len(engines)) as pool:
        list(pool.map(migrate, engines))
    with engines[0].connect() as connection:
        assert set(engines[0].dialect.get_table_names(connection)) == {"alembic_version", *metadata.tables}
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True)
def test_a_database_of_a_newer_version_is_left_as_it_is(engine: Engine) -> None:
    with engine.begin() as connection:
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(WrongDatabase, match="newer version"):
        migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")
