"""A backup that is taken while patients write, send and delete is whole, and disturbs nobody."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.backup.records import written
from bot.backup.sealing import Reading
from bot.storage import cases
from bot.storage.database import truncate_log
from bot.vault import Vault, master_key
from tests.backup.operator import asks, contents_of, new_machine, rows_of
from tests.storage.installations import OTHERS, OURS, database_of, keep
from tests.storage.patients import NOW

NewDatabase = Callable[[], str]


def test_what_changes_while_it_is_taken_is_in_it_as_it_is_at_the_end(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = database_of(ours)
    vault = Vault(ours / "vault", master_key(ours / "master.key"))
    with engine.begin() as connection:
        wrapped = cases.get(connection, OURS).key
    seen = []

    def patients_go_on(files: int, of: int) -> None:
        """While the first file is copied one is deleted, one replaced by what was locked in it, and one comes."""
        seen.append(files)
        if len(seen) == 1:
            with engine.begin() as connection:
                cases.drop_document(connection, OURS, 3)
            vault.erase(OURS, 3)
            with vault.receive(OURS, wrapped, 1, replaces=True) as deposit:
                deposit.write(b"unlocked")
                sealed = deposit.seal()
                deposit.keep()
            with engine.begin() as connection:
                cases.keep_document(connection, OURS, 1, sealed.size, sealed.sha256, "pdf", NOW)
            keep(engine, vault, OURS, wrapped, 4, b"new")

    monkeypatch.setattr("bot.backup.report._progress", lambda _: patients_go_on)
    told = asks("backup", tmp_path / "it.backup", "--json", folder=ours)
    assert told.code == 0, told.err
    said = json.loads(told.out)
    assert (said["files"], said["erased_meanwhile"], said["damaged"]) == (4, 1, 0)
    engine.dispose()
    monkeypatch.undo()
    target = new_machine(tmp_path / "target", ours)
    assert asks("restore", tmp_path / "it.backup", folder=target).code == 0
    assert rows_of(target) == rows_of(ours)
    assert contents_of(target) == contents_of(ours)
    assert {path.name for path in (target / "vault" / OURS).iterdir()} == {"1.sealed", "2.sealed", "4.sealed"}


def test_who_deletes_everything_while_it_is_taken_is_noise_in_it(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, key = database_of(ours), master_key(ours / "master.key")
    vault, wrapped = Vault(ours / "vault", key), []

    def deletes_everything(files: int, of: int) -> None:
        with engine.begin() as connection:
            if files == of and (stored := cases.get(connection, OTHERS)):
                wrapped.append(stored.key)
                cases.forget(connection, stored)
        vault.erase_case(OTHERS)

    monkeypatch.setattr("bot.backup.report._progress", lambda _: deletes_everything)
    told = asks("backup", tmp_path / "it.backup", "--json", folder=ours)
    engine.dispose()
    assert told.code == 0, told.err
    assert json.loads(told.out)["cases"] == 1
    found = list(Reading(tmp_path / "it.backup", key).records())
    assert not [each for each in found if wrapped[0] in written(each)]


def test_a_backup_goes_on_while_the_bot_writes_and_disturbs_no_deletion(ours: Path, tmp_path: Path) -> None:
    """The bot's own connection stays open, with a write under way, as it is beside a running bot."""
    engine = database_of(ours)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE slots SET message_id = 8")
        told = asks("backup", tmp_path / "it.backup", folder=ours)
    assert told.code == 0, told.err
    truncate_log(engine)
    engine.dispose()
    assert sorted(path.name for path in ours.iterdir() if "companion" in path.name) == ["companion.db"]
    target = new_machine(tmp_path / "target", ours)
    assert asks("restore", tmp_path / "it.backup", folder=target).code == 0
    assert {row[2] for row in rows_of(target)["slots"]} == {7}
