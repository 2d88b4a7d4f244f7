"""A backup put back on a fresh machine: the same rows, the same files, and nothing that was deleted."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config

from bot.start.identity import mismatch, open_installation
from bot.storage import cases, errands
from bot.storage.versions import MIGRATIONS
from bot.vault import Vault, master_key
from tests.backup.operator import CANARY, HELPER, asks, contents_of, installation, new_machine, rows_of
from tests.storage.installations import LATER, OTHERS, OURS, add, database_of, lay_open, settings
from tests.storage.patients import NOW

NewDatabase = Callable[[], str]


def without_helper(row: tuple) -> tuple:
    return tuple(None if value == HELPER else "" if value == "pathology" else value for value in row)


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
@pytest.mark.parametrize("taken_from", ["sqlite", "postgresql"])
def test_everything_is_the_same_on_a_new_machine(
    tmp_path: Path, new_database: NewDatabase, taken_from: str, to: str
) -> None:
    source, before = tmp_path / "source", new_database() if taken_from == "postgresql" else ""
    installation(source, before)
    told = asks("backup", tmp_path, "--json", folder=source, database=before)
    assert told.code == 0, told.err
    said = json.loads(told.out)
    assert (said["cases"], said["files"], said["damaged"], said["erased_meanwhile"]) == (2, 4, 0, 0)
    assert Path(said["backup"]).parent == tmp_path

    target, after = new_machine(tmp_path / "target", source), new_database() if to == "postgresql" else ""
    told = asks("restore", said["backup"], folder=target, database=after)
    assert told.code == 0, told.err
    assert rows_of(target, after) == rows_of(source, before)
    assert contents_of(target, after) == contents_of(source, before)
    assert len(contents_of(target, after)) == 4
    assert mismatch(settings(target, after)) is None
    installation_goes_on(target, after)


def test_a_disc_goes_in_parts_and_one_that_is_damaged_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.backup.taking.PART_BYTES", 70_000)
    source, target = tmp_path / "source", new_machine(tmp_path / "target", installation(tmp_path / "source"))
    before = contents_of(source, "")
    told = asks("backup", tmp_path / "whole.backup", folder=source)
    assert told.code == 0, told.err
    assert asks("restore", tmp_path / "whole.backup", folder=target).code == 0
    assert contents_of(target, "") == before

    (disc,) = source.glob(f"vault/{OURS}/3.sealed")
    sealed = bytearray(disc.read_bytes())
    sealed[-20] ^= 1
    disc.write_bytes(bytes(sealed))
    assert asks("backup", tmp_path / "damaged.backup", folder=source).code == 1
    another = new_machine(tmp_path / "another", source)
    assert asks("restore", tmp_path / "damaged.backup", folder=another).code == 0
    assert contents_of(another, "") == {name: each for name, each in before.items() if name != (OURS, 3)}


def installation_goes_on(folder: Path, database: str) -> None:
    """New rows get new numbers, and new files their place."""
    engine, _ = open_installation(settings(folder, database))
    with engine.begin() as connection:
        errands.offer(connection, OURS, 2, "2" * 64, NOW)
        found = errands.by_token(connection, "2" * 64)
    assert found
    assert found.id == 2
    add(engine, Vault(folder / "vault", master_key(folder / "master.key")), LATER)
    engine.dispose()


def test_no_word_name_or_id_of_a_patient_is_in_a_byte_of_it(ours: Path, backup: Path) -> None:
    content = backup.read_bytes()
    for secret in (CANARY, OURS, OTHERS, str(HELPER), "a report"):
        assert secret.encode() not in content
    for raw in (bytes.fromhex(OURS), (ours / "master.key").read_bytes()[2:66]):
        assert raw not in content
    assert backup.stat().st_mode & 0o777 == 0o600


def test_who_deleted_everything_after_the_backup_does_not_come_back(ours: Path, backup: Path, tmp_path: Path) -> None:
    kept_elsewhere = tmp_path / "deletions"
    kept_elsewhere.mkdir()
    (kept_elsewhere / OTHERS).touch()
    target = new_machine(tmp_path / "target", ours)
    told = asks("restore", backup, "--deletions", kept_elsewhere, folder=target)
    assert told.code == 0, told.err
    assert "1 case deleted since: not put back" in told.out
    before, after = rows_of(ours), rows_of(target)
    assert OTHERS not in repr(after | {"deletions": []})
    assert str(HELPER) not in repr(after)
    assert [row[0] for row in after["cases"]] == [OURS]
    assert after["errands"] == [without_helper(row) for row in before["errands"]]
    assert {case_id for case_id, _ in contents_of(target)} == {OURS}
    assert not (target / "vault" / OTHERS).exists()
    assert (target / "deletions" / OTHERS).exists()
    assert HELPER.to_bytes(4, "big") not in (target / "companion.db").read_bytes()


def test_deletions_that_lie_on_the_new_machine_count_too(ours: Path, backup: Path, tmp_path: Path) -> None:
    target = new_machine(tmp_path / "target", ours)
    (target / "deletions").mkdir()
    (target / "deletions" / OURS).touch()
    assert asks("restore", backup, folder=target).code == 0
    assert [row[0] for row in rows_of(target)["cases"]] == [OTHERS]


def test_who_names_a_folder_in_which_nobody_is_noted_is_told_so(ours: Path, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "deletions").mkdir()
    target = new_machine(tmp_path / "target", ours)
    told = asks("restore", backup, "--deletions", tmp_path / "deletions", folder=target)
    assert told.code == 0
    assert "the folder of --deletions names nobody" in told.out
    assert "no deletions are known" not in told.out


def test_who_names_no_deletions_is_told_what_that_means(ours: Path, backup: Path, tmp_path: Path) -> None:
    told = asks("restore", backup, folder=new_machine(tmp_path / "target", ours))
    assert "--deletions" in told.out


def test_numbers_that_were_given_are_not_given_again_on_postgresql(tmp_path: Path, new_database: NewDatabase) -> None:
    source, before, after = tmp_path / "source", new_database(), new_database()
    installation(source, before)
    with psycopg.connect(before) as connection:
        connection.execute("SELECT setval('errands_id_seq', 41)")
    assert asks("backup", tmp_path / "it.backup", folder=source, database=before).code == 0
    target = new_machine(tmp_path / "target", source)
    assert asks("restore", tmp_path / "it.backup", folder=target, database=after).code == 0
    engine = database_of(target, after)
    with engine.begin() as connection:
        errands.offer(connection, OURS, 2, "2" * 64, NOW)
        found = errands.by_token(connection, "2" * 64)
    engine.dispose()
    assert found
    assert found.id == 42


def test_a_backup_of_an_older_version_is_put_back_and_brought_up_to_date_by_the_next_start(
    ours: Path, tmp_path: Path
) -> None:
    engine = database_of(ours)
    config = Config()
    config.set_main_option("script_location", os.fspath(MIGRATIONS))
    with engine.begin() as connection:
        lay_open(connection)
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
    engine.dispose()
    assert asks("backup", tmp_path / "older.backup", folder=ours).code == 0
    target = new_machine(tmp_path / "target", ours)
    assert asks("restore", tmp_path / "older.backup", folder=target).code == 0
    assert rows_of(target) == rows_of(ours)
    assert rows_of(target)["alembic_version"] == [("0005",)]
    engine, _ = open_installation(settings(target))
    engine.dispose()
    after = rows_of(target)
    assert after["alembic_version"] != [("0005",)]
    assert len(after["cases"]) == len(rows_of(ours)["cases"]) == 2
    assert len(contents_of(target)) == 4


def test_what_was_deleted_leaves_no_trace_in_a_backup_taken_after_it(ours: Path, tmp_path: Path) -> None:
    """SQLite's file may still hold what its rows held; a backup has rows."""
    engine = database_of(ours)
    with engine.begin() as connection:
        stored = cases.get(connection, OTHERS)
        assert stored
        cases.forget(connection, stored)
    engine.dispose()
    assert asks("backup", tmp_path / "it.backup", folder=ours).code == 0
    target = new_machine(tmp_path / "target", ours)
    assert asks("restore", tmp_path / "it.backup", folder=target).code == 0
    found = rows_of(target)
    assert OTHERS in repr(found.pop("deletions"))
    assert OTHERS not in repr(found)
    assert not (target / "vault" / OTHERS).exists()
