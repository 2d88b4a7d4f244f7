"""What could not be trusted later is not backed up: one line says why, and no file is made or replaced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.backup.operator import asks, installation


def test_where_nothing_is_nothing_is_backed_up(tmp_path: Path) -> None:
    told = asks("backup", tmp_path / "it.backup", folder=tmp_path / "nothing")
    assert told.code == 2
    assert "nothing to back up" in told.line
    assert list(tmp_path.iterdir()) == []


def test_a_backup_replaces_no_file_and_needs_its_folder(ours: Path, backup: Path, tmp_path: Path) -> None:
    before = backup.read_bytes()
    told = asks("backup", backup, folder=ours)
    assert told.code == 2
    assert "already" in told.line
    assert backup.read_bytes() == before
    assert "cannot be written" in asks("backup", tmp_path / "no" / "it.backup", folder=ours).line


def test_a_key_that_is_changed_meanwhile_makes_no_backup(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.storage import identity

    settled, asked = identity.settled, []

    def changed_later(connection):
        asked.append(1)
        installation, key = settled(connection) or ("", "")
        return (installation, key if len(asked) == 1 else "0" * 16)

    monkeypatch.setattr("bot.storage.identity.settled", changed_later)
    told = asks("backup", tmp_path / "it.backup", folder=ours)
    assert told.code == 2
    assert "the master key was changed meanwhile" in told.line
    assert not list(tmp_path.glob("*.backup*"))


def test_a_vault_that_belongs_elsewhere_is_not_backed_up(ours: Path, tmp_path: Path) -> None:
    installation(tmp_path / "others")
    shutil.rmtree(ours / "vault")
    shutil.copytree(tmp_path / "others" / "vault", ours / "vault")
    told = asks("backup", tmp_path / "it.backup", folder=ours)
    assert told.code == 2
    assert told.line.startswith("DATA_DIR: the vault belongs to another master.key")
    assert not list(tmp_path.glob("*.backup*"))
