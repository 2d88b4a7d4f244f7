"""A connection to PostgreSQL that is cut: told once, then made anew."""

from __future__ import annotations

import asyncio

import psycopg
import pytest
from sqlalchemy import Engine

from bot.storage import cases
from bot.storage.writer import DatabaseAway, Writer
from tests.storage.patients import NOW


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_who_wrote_over_a_connection_that_was_cut_is_told_and_the_next_is_served(
    engine: Engine, postgresql: str
) -> None:
    writer = Writer(engine)
    try:
        assert await writer.run(cases.take_update, 1, NOW)
        await asyncio.to_thread(cut_all_connections, postgresql)
        with pytest.raises(DatabaseAway):
            await writer.run(cases.take_update, 2, NOW)
        assert await writer.run(cases.take_update, 2, NOW)
        assert not await writer.run(cases.take_update, 1, NOW), "what was committed before is still known"
    finally:
        writer.close()


def cut_all_connections(url: str) -> None:
    with psycopg.connect(url) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
