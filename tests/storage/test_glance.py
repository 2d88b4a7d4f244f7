"""A database that lies there: who only looks into it for a moment keeps no bot from starting."""

from __future__ import annotations

import re
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from bot.settings import Settings
from bot.start.premises import complaint
from bot.storage.glance import is_held
from tests.system.starts import TOKEN

HOLDING = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print(flush=True)
time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database in the mode that the bot uses, and nobody at work on it."""
    with closing(sqlite3.connect(tmp_path / "companion.db")) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE anything (id)")
    return tmp_path / "companion.db"


@contextmanager
def written_by_another(file: Path, seconds: float) -> Iterator[None]:
    """By a program, for a lock is a process's own."""
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(file), str(seconds)], stdout=subprocess.PIPE) as program:
        assert program.stdout
        program.stdout.readline()
        yield
        program.kill()


def test_nobody_holds_what_nobody_writes(file: Path) -> None:
    assert not is_held(file)


def test_whoever_writes_for_a_moment_does_not_hold_it(file: Path) -> None:
    # As a program does that is the first to look into what a killed bot left: it brings that in order.
    with written_by_another(file, 0.4):
        assert not is_held(file, seconds=60)


def test_whoever_goes_on_writing_holds_it(file: Path) -> None:
    with written_by_another(file, 60):
        assert is_held(file, seconds=0.3)


def test_a_database_without_letters_is_one_line(postgresql_server: str, tmp_path: Path) -> None:
    name = f"plain_{secrets.token_hex(4)}"
    made = f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(made)
    url = f"{postgresql_server.rpartition('/')[0]}/{name}"
    settings = Settings(telegram_token=TOKEN, data_dir=tmp_path / "data", database_url=url)
    assert re.search(r"DATABASE_URL should be .*UTF8", complaint(settings) or "")
