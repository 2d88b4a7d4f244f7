"""The same bot over PostgreSQL: nothing is lost when it is killed, and one bot works on a database at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.rehearsal import RehearsalServer
from tests.storage.postgresql import running_postgresql
from tests.system.running import RunningBot, until
from tests.system.test_promises import run_bot
from tests.system.walk import WALK


class BotOnPostgreSQL(RunningBot):
    def __init__(self, server: RehearsalServer, data_dir: Path, database: str) -> None:
        super().__init__(server, data_dir, DATABASE_URL=database)
        self.database = database

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database) as connection:
            return connection.execute(query).fetchall()  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    with running_postgresql() as url:
        yield url


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path, postgresql: str) -> Iterator[BotOnPostgreSQL]:
    running = BotOnPostgreSQL(telegram, tmp_path / "data", postgresql)
    running.start()
    yield running
    running.kill()
    with psycopg.connect(postgresql) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def test_a_patient_walks_to_the_summary_though_the_bot_is_killed_on_the_way(bot, ana):
    for number, act in enumerate(WALK):
        act.do(ana)
        if number % 5 == 3:
            bot.kill()
            bot.start()
        act.wait(ana, bot)
    assert bot.kept() == len(bot.files()) > 4
    until(lambda: not bot.rows("SELECT 1 FROM outbox"), "everything is said")
    assert not (bot.data_dir / "companion.db").exists()
    assert bot.stop() == 0


def test_a_second_bot_on_the_same_database_is_refused_in_one_line(bot, ana, telegram, tmp_path):
    WALK[0].do(ana)
    WALK[0].wait(ana, bot)
    told = run_bot(
        "run",
        TELEGRAM_TOKEN=telegram.token,
        TELEGRAM_API_URL=telegram.url,
        DATA_DIR=str(tmp_path / "other"),
        DATABASE_URL=bot.database,
    )
    assert told.returncode == 2
    assert "DATABASE_URL" in told.stderr.strip().splitlines()[-1]


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
