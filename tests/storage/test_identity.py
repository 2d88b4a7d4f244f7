"""Every combination of a database, a vault and a key at a start: it goes on, or is one line and nothing changes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.start.belonging import Mismatch
from bot.start.identity import mismatch, open_installation
from bot.storage.identity import remembered
from bot.vault import Vault
from bot.vault.mark import read_mark
from tests.storage.installations import (
    OTHERS,
    OURS,
    REPORT,
    add,
    change,
    copy_database,
    database_name,
    database_of,
    lying,
    make,
    place_key,
    place_vault,
    settings,
    whole,
)

DATABASES = ("missing", "no cases", "ours", "other", "yesterday", "begun", "newer", "foreign")
VAULTS = ("missing", "empty", "ours", "other", "unmarked", "declared")
KEYS = ("bare", "ours", "other", "damaged", "missing", "lost")

STARTS = ""
KEY, VAULT, EMPTY, LOST = "another master.key", "the vault is not", "is empty", "is missing"
CASES, DAMAGED, NEWER, FOREIGN = "master.key opens 0", "damaged", "newer version", "another program"

WITH_OUR_KEY = {
    #              missing  empty   ours    other  unmarked declared
    "missing":    (STARTS, STARTS, EMPTY,  KEY,   EMPTY,   STARTS),
    "no cases":   (STARTS, STARTS, EMPTY,  KEY,   EMPTY,   STARTS),
    "ours":       (VAULT,  VAULT,  STARTS, KEY,   STARTS,  STARTS),
    "other":      (KEY,    KEY,    KEY,    KEY,   KEY,     KEY),
    "yesterday":  (VAULT,  VAULT,  STARTS, KEY,   STARTS,  STARTS),
    "begun":      (VAULT,  VAULT,  STARTS, KEY,   STARTS,  STARTS),
}  # fmt: skip
WITH_OTHERS_KEY = {
    "missing":    (STARTS, STARTS, KEY,    EMPTY,  EMPTY,  STARTS),
    "no cases":   (STARTS, STARTS, KEY,    EMPTY,  EMPTY,  STARTS),
    "ours":       (KEY,    KEY,    KEY,    KEY,    KEY,    KEY),
    "other":      (VAULT,  VAULT,  KEY,    STARTS, VAULT,  STARTS),
    "yesterday":  (CASES,  CASES,  KEY,    CASES,  CASES,  CASES),
    "begun":      (CASES,  CASES,  KEY,    CASES,  CASES,  CASES),
}  # fmt: skip


def expected(database: str, vault: str, key: str) -> str:
    if key == "damaged":
        return DAMAGED
    if database in ("newer", "foreign"):
        return NEWER if database == "newer" else FOREIGN
    nothing_there = database in ("missing", "no cases") and vault in ("missing", "empty", "declared")
    if key == "missing":
        return STARTS if nothing_there else LOST
    if key == "lost":
        return LOST
    if key == "ours" and nothing_there:
        return EMPTY  # the key was in use, and what it was used for is not here
    return (WITH_OTHERS_KEY if key == "other" else WITH_OUR_KEY)[database][VAULTS.index(vault)]


def named(state: str) -> str:
    return f"shelf_{state.replace(' ', '_')}"


@dataclass
class Shelf:
    """Databases in every state, to be copied; and the two installations that vaults and keys are taken from."""

    ours: Path
    others: Path
    folder: Path
    server: str = ""

    def database(self, state: str, target: Path, stays: bool) -> str:
        """Put a database into a folder, or make it in PostgreSQL; its address. One that `stays` need not be a copy."""
        if self.server and stays and state != "missing":
            return database_name(self.server, named(state))
        if self.server:
            return copy_database(self.server, "template0" if state == "missing" else named(state), target.name)
        if state != "missing":
            shutil.copy(self.folder / state / "companion.db", target / "companion.db")
        return ""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("shelf")
    server = request.getfixturevalue("postgresql") if request.param == "postgresql" else ""
    shelf = Shelf(folder / "ours", folder / "other", folder, server)
    for state, case_id in (("ours", OURS), ("other", OTHERS)):
        address = copy_database(server, "template0", named(state)) if server else ""
        make(folder / state, case_id, address)
    for state in set(DATABASES) - {"missing", "ours", "other"}:
        (folder / state).mkdir()
        if server:
            address = copy_database(server, named("ours"), named(state))
        else:
            address = ""
            shutil.copy(shelf.ours / "companion.db", folder / state)
        engine = database_of(folder / state, address)
        change(engine, state)
        engine.dispose()
    return shelf


@pytest.mark.parametrize("vault", VAULTS)
@pytest.mark.parametrize("database", DATABASES)
def test_what_belongs_together_starts_and_what_does_not_is_one_line(
    shelf: Shelf, tmp_path: Path, database: str, vault: str
) -> None:
    for key in ("bare", "other", "missing") if shelf.server else KEYS:  # what concerns the key alone is tried once
        folder = tmp_path / key
        folder.mkdir()
        wanted = expected(database, vault, key)
        chosen = settings(folder, shelf.database(database, folder, stays=bool(wanted)))
        place_vault(vault, folder, shelf.ours, shelf.others)
        place_key(key, folder, shelf.ours, shelf.others)
        before = lying(folder)
        told = mismatch(chosen) or ""
        assert lying(folder) == before, "looking changes nothing"
        assert told.count("\n") == 0
        if wanted:
            assert wanted in told, (database, vault, key)
            with pytest.raises(Mismatch, match=wanted):
                open_installation(chosen)
            assert lying(folder) == before, "what does not fit is left as it is"
        else:
            assert not told, (database, vault, key)
            engine, master = open_installation(chosen)
            mark = read_mark(folder / "vault" / "identity")
            assert mark == read_mark(folder / "master.key.identity")
            row = remembered(engine, with_keys=True)
            assert mark
            assert (mark.installation, mark.key, True) == (row.installation, row.key, row.settled)
            for case_id, number in (there := Vault(folder / "vault", master)).contents():
                assert b"".join(there.read(case_id, row.keys[case_id], number)) == REPORT
            engine.dispose()
            assert mismatch(chosen) is None
            again, same = open_installation(chosen)
            assert same == master
            again.dispose()


def test_two_installations_with_one_key_are_still_two(tmp_path: Path) -> None:
    first = whole(tmp_path / "first")
    second = tmp_path / "second"
    second.mkdir()
    shutil.copy(first / "master.key", second)
    make(second, OTHERS)
    shutil.copy(second / "companion.db", first / "companion.db")
    told = mismatch(settings(first))
    assert told
    assert "the database, the vault and master.key.identity do not belong together" in told


def test_mondays_database_beside_tuesdays_files_is_the_same_installation(tmp_path: Path) -> None:
    folder = whole(tmp_path / "data")
    shutil.copy(folder / "companion.db", tmp_path / "monday.db")
    engine, key = open_installation(settings(folder))
    add(engine, Vault(folder / "vault", key), OTHERS)
    engine.dispose()
    shutil.copy(tmp_path / "monday.db", folder / "companion.db")
    engine, _ = open_installation(settings(folder))
    assert remembered(engine, with_keys=True).cases == 1
    assert (folder / "vault" / OTHERS / "1.sealed").exists()
    engine.dispose()


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + bytes(2000)])
def test_a_file_that_is_no_database_is_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "companion.db").write_bytes(content)
    told = mismatch(settings(tmp_path))
    assert told
    assert told.startswith("DATA_DIR: the database is damaged, or not one of this bot")
    assert [path.name for path in tmp_path.iterdir()] == ["companion.db"]


def test_a_bot_that_works_is_looked_at_without_being_disturbed(tmp_path: Path) -> None:
    folder = whole(tmp_path / "data")
    engine, _ = open_installation(settings(folder))
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO updates VALUES (1, '2026-03-02', NULL)")
        assert mismatch(settings(folder)) is None
    engine.dispose()
