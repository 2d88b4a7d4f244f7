"""What is told of a database that cannot be used: once, in words, and what of it makes a bot unready."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.storage import cases
from bot.storage.commit import away
from bot.storage.lock import InUse
from bot.storage.taking import QUIET, Taking
from bot.storage.trouble import in_words
from bot.storage.writer import DatabaseAway, Writer
from tests.storage.trouble import database_away

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


async def test_that_nothing_can_be_stored_is_told_once_and_once_that_it_can_be(caplog: pytest.LogCaptureFixture):
    now = [100.0]
    taking = Taking(clock=lambda: now[0])
    for _ in range(9):
        taking.refuses("the disk is full")
        now[0] += 1
        taking.takes()  # something small found room
    seconds, at_most = await taking.look()
    assert seconds == 8 > at_most
    now[0] += QUIET
    taking.takes()
    assert await taking.look() == (0.0, at_most)
    first, last = caplog.messages
    assert "the disk is full" in first
    assert "after 8 seconds" in last


async def test_one_commit_that_was_refused_makes_nobody_unready_while_all_else_is_stored():
    now = [100.0]
    taking = Taking(clock=lambda: now[0])
    taking.refuses("the disk is full")
    for _ in range(int(QUIET) - 1):
        now[0] += 1
        taking.takes()
        seconds, at_most = await taking.look()
        assert seconds < at_most
    taking.refuses("the disk is full")
    seconds, at_most = await taking.look()
    assert seconds > at_most


@pytest.mark.parametrize(
    "said",
    [
        "consuming input failed: server closed the connection unexpectedly",
        "terminating connection due to administrator command",
        "the database system is in recovery mode",
    ],
)
def test_what_a_server_says_at_work_is_not_what_it_means_at_a_start(said: str):
    why = away(OperationalError("", {}, Exception(said))).why
    assert "its server" in why
    assert "PostgreSQL" not in why
    assert "as a database should" not in why


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ('root certificate file "/role/database.crt" does not exist', "certificate"),
        ('could not open certificate file "~/.postgresql/postgresql.crt": Permission denied', "certificate"),
        ("SSL error: certificate verify failed", "vouches"),
        ('server certificate for "a" does not match host name "b"', "another host name"),
        ('no pg_hba.conf entry for host "::1", user "a", database "a", no encryption', "TLS"),
        ('no pg_hba.conf entry for host "::1", user "a", database "a", SSL encryption', "this user in"),
        ("server does not support SSL, but SSL was required", "speaks no TLS"),
        ("connection requires a valid client certificate", "sslcert"),
        ('invalid sslmode value: "on"', "behind its ?"),
        ('invalid connection option "nonsense"', "behind its ?"),
    ],
)
def test_what_is_wrong_with_tls_is_told_as_that(said: str, means: str):
    assert means in in_words(OperationalError("", {}, Exception(said)))


def test_that_another_bot_has_the_database_is_no_fault_of_the_database():
    assert away(InUse("another bot")).why == ""


async def test_a_database_that_is_away_says_why_in_words(writer: Writer, file: Path):
    async with database_away(writer, file):
        with pytest.raises(DatabaseAway) as away:
            await writer.run(cases.take_update, 1, NOW)
    assert away.value.why == "companion.db is held by another program"
    assert writer.taking.is_refused
