"""The same bot over PostgreSQL: nothing is lost when it is killed; and who must be alone there shuts others out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.storage.lock import BOT
from tests.system.running import RunningBot, until
from tests.system.test_promises import run_bot
from tests.system.walk import WALK
from tests.telegram import RehearsalServer


class BotOnPostgreSQL(RunningBot):
    oldest_first = "changed_at"

    def __init__(self, server: RehearsalServer, data_dir: Path, database: str) -> None:
        super().__init__(server, data_dir, DATABASE_URL=database)
        self.database = database

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path, postgresql: str) -> Iterator[BotOnPostgreSQL]:
    running = BotOnPostgreSQL(telegram, tmp_path / "data", postgresql)
    running.start()
    yield running
    running.kill()


def test_a_patient_walks_to_the_summary_though_the_bot_is_killed_on_the_way(bot, ana):
    for number, act in enumerate(WALK):
        act.do(ana)
        if number % 12 == 3:
            bot.kill()
            bot.start()
        act.wait(ana, bot)
    assert bot.kept() == len(bot.files()) > 4
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "everything is said")
    assert not (bot.data_dir / "companion.db").exists()
    assert bot.stop() == 0


def test_while_an_older_version_works_on_the_database_a_start_is_refused_in_one_line(bot, ana, telegram, tmp_path):
    WALK[0].do(ana)
    WALK[0].wait(ana, bot)
    bot.stop()
    with psycopg.connect(bot.database, autocommit=True) as older:
        older.execute(f"SELECT pg_advisory_lock({BOT})")
        told = second_bot(bot, telegram, tmp_path)
    assert told.returncode == 2
    assert "DATABASE_URL: another bot is working on this database" in told.stderr.strip().splitlines()[-1]


def test_while_it_works_on_the_database_an_older_version_has_no_place_there(bot, ana):
    WALK[0].do(ana)
    WALK[0].wait(ana, bot)
    assert bot.rows(f"SELECT pg_try_advisory_lock({BOT})") == [(False,)]


def test_when_postgresql_restarts_the_bot_goes_on(bot, ana):
    for act in WALK[:3]:
        act.do(ana)
        act.wait(ana, bot)
        cut_off(bot)
    assert bot.stop() == 0


def test_a_bot_that_lost_its_database_to_another_ends_with_one_line(bot, ana):
    WALK[0].do(ana)
    WALK[0].wait(ana, bot)
    with psycopg.connect(bot.database, autocommit=True) as another, ThreadPoolExecutor() as pool:
        waiting = pool.submit(another.execute, f"SELECT pg_advisory_lock({BOT})")
        waits = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        until(lambda: bot.rows(waits), "it waits for the lock", 60)
        cut_off(bot, but=another.info.backend_pid)
        waiting.result(60)
        assert bot.ends(60) == 2
        before = bot.rows("SELECT update_id FROM updates")
    assert bot.log.strip().splitlines()[-1].startswith("DATABASE_URL: another bot")
    assert bot.rows("SELECT update_id FROM updates") == before


def test_the_database_of_another_installation_is_refused_and_left_as_it_is(bot, ana, telegram, tmp_path):
    WALK[0].do(ana)
    WALK[0].wait(ana, bot)
    bot.stop()
    before = bot.rows("SELECT * FROM cases")
    told = second_bot(bot, telegram, tmp_path)
    assert told.returncode == 2
    assert "master.key is missing" in told.stderr.strip().splitlines()[-1]
    assert bot.rows("SELECT * FROM cases") == before
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["lock"]


def cut_off(bot: BotOnPostgreSQL, but: int = 0) -> None:
    """End every connection at the server, as a restart of it does."""
    bot.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        f" AND pid NOT IN (pg_backend_pid(), {but})"
    )


def second_bot(bot: BotOnPostgreSQL, telegram: RehearsalServer, folder: Path) -> subprocess.CompletedProcess[str]:
    return run_bot(
        "run",
        TELEGRAM_TOKEN=telegram.token,
        TELEGRAM_API_URL=telegram.url,
        DATA_DIR=str(folder / "other"),
        DATABASE_URL=bot.database,
    )


def test_a_database_that_does_not_answer_is_one_line_that_tells_no_password(telegram, tmp_path):
    told = run_bot(
        "run",
        TELEGRAM_TOKEN=telegram.token,
        TELEGRAM_API_URL=telegram.url,
        DATA_DIR=str(tmp_path),
        DATABASE_URL="postgresql://companion:a-password@127.0.0.1:1/companion",
    )
    assert told.returncode == 2
    assert "DATABASE_URL" in told.stderr.strip().splitlines()[-1]
    assert "a-password" not in told.stderr
