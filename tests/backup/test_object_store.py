"""The vault in an object store: backed up there, put back into another one or into a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.start.identity import mismatch, open_installation
from bot.start.place import place_of
from bot.storage import cases
from bot.vault import Vault
from tests.backup.operator import asks, installation, new_machine, rows_of
from tests.storage.installations import OTHERS, OURS
from tests.storage.installations import settings as settings_of
from tests.stores import BUCKET, StoreServer


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> StoreServer:
    server: StoreServer = request.getfixturevalue(request.param)
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    return server


def contents(folder: Path) -> dict[tuple[str, int], bytes]:
    settings = settings_of(folder)
    engine, key = open_installation(settings)
    vault = Vault(place_of(settings), key)
    with engine.connect() as connection:
        kept = cases.kept_documents(connection, list(vault.contents()))
    engine.dispose()
    return {(case, number): b"".join(vault.read(case, wrapped, number, sha)) for case, number, wrapped, sha in kept}


@pytest.mark.parametrize("store", ["moto", "nanio"], indirect=True)
def test_an_object_that_a_store_has_lost_is_put_back(
    store: StoreServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "source"
    monkeypatch.setenv("STORE_URL", f"s3://{BUCKET}/{tmp_path.name}")
    installation(source)
    before = contents(source)
    assert asks("backup", tmp_path / "it.backup", folder=source).code == 0
    place_of(settings_of(source)).erase(OURS, 3)
    assert contents(source) != before
    told = asks("restore", tmp_path / "it.backup", "--damaged", folder=source)
    assert (told.code, "1 file is back" in told.out) == (0, True)
    assert contents(source) == before


@pytest.mark.parametrize("store", ["moto", "nanio"], indirect=True)
@pytest.mark.parametrize("to", ["store", "folder"])
def test_a_vault_in_a_store_comes_back_whole(
    store: StoreServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    source = tmp_path / "source"
    monkeypatch.setenv("STORE_URL", f"s3://{BUCKET}/{tmp_path.name}-one")
    installation(source)
    before = contents(source)
    assert len(before) == 4
    assert not list((source / "vault").rglob("*.sealed"))
    told = asks("backup", tmp_path / "it.backup", folder=source)
    assert told.code == 0, told.err
    target = new_machine(tmp_path / "target", source)
    refused = asks("restore", tmp_path / "it.backup", folder=target)
    assert (refused.code, refused.line.startswith("STORE_URL: files lie there already")) == (2, True)
    monkeypatch.setenv("STORE_URL", f"s3://{BUCKET}/{tmp_path.name}-two" if to == "store" else "")
    told = asks("restore", tmp_path / "it.backup", folder=target)
    assert told.code == 0, told.err
    assert rows_of(target) == rows_of(source)
    assert mismatch(settings_of(target)) is None
    assert contents(target) == before


@pytest.mark.parametrize("store", ["moto", "nanio"], indirect=True)
def test_who_was_deleted_after_the_backup_is_known_from_the_store_of_before(
    store: StoreServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, one, two = tmp_path / "source", f"s3://{BUCKET}/{tmp_path.name}-a", f"s3://{BUCKET}/{tmp_path.name}-b"
    monkeypatch.setenv("STORE_URL", one)
    installation(source)
    assert asks("backup", tmp_path / "it.backup", folder=source).code == 0
    place_of(settings_of(source)).note_deleted(OTHERS)
    monkeypatch.setenv("STORE_URL", two)
    target = new_machine(tmp_path / "target", source)
    told = asks("restore", tmp_path / "it.backup", "--deletions", one, folder=target)
    assert told.code == 0, told.err
    assert "1 case deleted since: not put back" in told.out
    assert "--deletions" not in told.out
    assert {case for case, _ in contents(target)} == {OURS}
    told = asks("restore", tmp_path / "it.backup", "--deletions", "s3:/nonsense", folder=target)
    assert told.code == 2
    assert "--deletions" in told.line


@pytest.mark.parametrize("store", ["moto"], indirect=True)
def test_a_wrong_folder_of_a_bucket_is_not_taken_for_one_in_which_nobody_is_noted(
    store: StoreServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, one, another = tmp_path / "source", f"s3://{BUCKET}/{tmp_path.name}-c", f"s3://{BUCKET}/{tmp_path.name}-d"
    monkeypatch.setenv("STORE_URL", another)
    installation(tmp_path / "another")
    monkeypatch.setenv("STORE_URL", one)
    installation(source)
    assert asks("backup", tmp_path / "it.backup", folder=source).code == 0
    place_of(settings_of(source)).note_deleted(OTHERS)
    monkeypatch.setenv("STORE_URL", f"s3://{BUCKET}/{tmp_path.name}-e")
    target = new_machine(tmp_path / "target", source)
    for wrong in (f"{one}-mistyped", another):
        told = asks("restore", tmp_path / "it.backup", "--deletions", wrong, folder=target)
        assert told.code == 2
        assert "--deletions" in told.line
    told = asks("restore", tmp_path / "it.backup", "--deletions", one, folder=target)
    assert told.code == 0, told.err
