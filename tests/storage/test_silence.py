"""A connection to PostgreSQL that answers no more is ended from outside, unless it ends by itself just then."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.storage.database import open_postgresql
from bot.storage.silence import hang_up, line_of


def test_whoever_waits_for_an_answer_goes_on(postgresql: str) -> None:
    engine = open_postgresql(postgresql)
    with engine.connect() as connection:
        threading.Timer(0.3, hang_up, [line_of(connection)]).start()
        with pytest.raises(OperationalError):
            connection.execute(text("SELECT pg_sleep(600)"))
        connection.invalidate()
    engine.dispose()


def test_one_that_ended_meanwhile_ends_no_bot(postgresql: str) -> None:
    """A replica that was frozen for longer met both at once: the others had ended its connection."""
    engine = open_postgresql(postgresql)
    with engine.connect() as connection:
        line = line_of(connection)
        connection.invalidate()
        hang_up(line)
    engine.dispose()
