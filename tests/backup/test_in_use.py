"""Where something lies already, where a bot works, or with another key, nothing is put back and nothing is touched."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from bot.storage.lock import BOT
from bot.vault.master_key import read_master_key
from tests.backup.operator import asks, installation, new_machine, rows_of
from tests.storage.installations import OURS, lying


def another_key(folder: Path) -> None:
    key = secrets.token_bytes(32)
    check = hashlib.sha256(b"second opinion vault: master key" + key).hexdigest()[:16]
    (folder / "master.key").write_text(f"1 {key.hex()} {check}\n")


def no_key(folder: Path) -> None:
    (folder / "master.key").unlink()


def in_use(folder: Path) -> None:
    (folder / "companion.db").write_bytes(b"something")


def files_there(folder: Path) -> None:
    (folder / "vault" / OURS).mkdir(parents=True)
    (folder / "vault" / OURS / "1.sealed").write_bytes(b"somebody's")


def of_another_installation(folder: Path) -> None:
    key = read_master_key(folder / "master.key")
    assert key
    from bot.vault.mark import new_mark, write_mark

    write_mark(folder / "master.key.identity", new_mark(key))


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (another_key, "MASTER_KEY_FILE"),
        (no_key, "no backup holds it"),
        (in_use, "there is a companion.db already: move all but master.key and deletions away"),
        (files_there, "files lie in its vault: move all but master.key and deletions away"),
        (of_another_installation, "belongs to another installation"),
    ],
)
def test_a_machine_that_is_not_ready_for_it_is_left_as_it_is(
    ours: Path, backup: Path, tmp_path: Path, prepare: Callable[[Path], None], said: str
) -> None:
    target = new_machine(tmp_path / "target", ours)
    prepare(target)
    before = lying(target)
    told = asks("restore", backup, folder=target)
    assert told.code == 2
    assert said in told.line
    after = lying(target)
    after.pop("lock", None)
    assert after == before


def test_a_database_of_postgresql_that_is_in_use_is_left_as_it_is(
    ours: Path, backup: Path, tmp_path: Path, new_database: Callable[[], str]
) -> None:
    used = new_database()
    installation(tmp_path / "used", used)
    before = rows_of(tmp_path / "used", used)
    told = asks("restore", backup, folder=new_machine(tmp_path / "target", ours), database=used)
    assert told.code == 2
    assert "DATABASE_URL: the database is not empty" in told.line
    assert rows_of(tmp_path / "used", used) == before


def test_a_database_on_which_a_bot_is_at_work_stays_empty(
    ours: Path, backup: Path, tmp_path: Path, new_database: Callable[[], str]
) -> None:
    database, target = new_database(), new_machine(tmp_path / "target", ours)
    with psycopg.connect(database, autocommit=True) as bot:
        bot.execute(f"SELECT pg_advisory_lock_shared({BOT})")
        told = asks("restore", backup, folder=target, database=database)
        assert told.code == 2
        assert "DATABASE_URL: another bot is working on this database" in told.line
        assert not bot.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert asks("restore", backup, folder=target, database=database).code == 0


def test_where_a_bot_works_nothing_is_put_back(ours: Path, backup: Path, tmp_path: Path) -> None:
    from bot.storage.lock import take_lock

    target = new_machine(tmp_path / "target", ours)
    with take_lock(target):
        told = asks("restore", backup, folder=target)
    assert told.code == 2
    assert "another bot is working in this folder" in told.line
