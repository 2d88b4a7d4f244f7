"""A disk lost a file, or flipped a byte of it: it comes back out of a backup, and everything else stays as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.backup.operator import Told, asks, contents_of, installation, new_machine, rows_of
from tests.storage.installations import OURS, database_of


@pytest.fixture
def sealed(ours: Path) -> Path:
    """Where the sealed files of the first patient lie."""
    return ours / "vault" / OURS


def mends(backup: Path, ours: Path, *more: str) -> Told:
    return asks("restore", backup, "--damaged", *more, folder=ours)


def spoil(sealed: Path) -> None:
    """One file is gone, and in another a byte is another."""
    (sealed / "2.sealed").unlink()
    content = bytearray((sealed / "3.sealed").read_bytes())
    content[-40] ^= 1
    (sealed / "3.sealed").write_bytes(content)


def test_what_is_damaged_or_gone_is_put_back_and_no_row_is_changed(ours: Path, backup: Path, sealed: Path) -> None:
    rows, contents = rows_of(ours), contents_of(ours)
    spoil(sealed)
    told = mends(backup, ours)
    assert (told.code, told.err) == (0, "")
    assert "2 files are back" in told.out
    assert (rows_of(ours), contents_of(ours)) == (rows, contents)
    assert asks("doctor", folder=ours).code == 0


def test_where_nothing_is_damaged_nothing_is_written(ours: Path, backup: Path, sealed: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in sealed.iterdir()}
    told = mends(backup, ours, "--json")
    assert (told.code, json.loads(told.out)) == (0, {"damaged": 0, "files": 0})
    assert {path: path.stat().st_mtime_ns for path in sealed.iterdir()} == before


def test_what_came_after_the_backup_is_not_in_it_and_said(ours: Path, backup: Path, sealed: Path) -> None:
    engine = database_of(ours)
    with engine.begin() as connection:
        connection.exec_driver_sql("update documents set sha256 = ? where case_id = ? and number = 3", ("0" * 64, OURS))
    engine.dispose()
    spoil(sealed)
    told = mends(backup, ours)
    assert told.code == 1
    assert "1 file is back" in told.out
    assert "1 file is not in this backup" in told.out
    assert (sealed / "2.sealed").exists()


def test_what_a_patient_deleted_since_does_not_come_back(ours: Path, backup: Path, sealed: Path) -> None:
    engine = database_of(ours)
    with engine.begin() as connection:
        connection.exec_driver_sql("delete from documents where case_id = ? and number = 2", (OURS,))
    engine.dispose()
    spoil(sealed)
    assert mends(backup, ours).code == 0
    assert not (sealed / "2.sealed").exists()


def test_a_backup_of_another_installation_or_one_that_is_spoilt_changes_nothing(
    ours: Path, backup: Path, sealed: Path, tmp_path: Path
) -> None:
    spoil(sealed)
    lying = {path: path.read_bytes() for path in sealed.iterdir()}
    another = new_machine(tmp_path / "another", ours)
    shutil.copy(ours / "master.key", another / "master.key")
    (another / "master.key").chmod(0o600)
    installation(another)
    other = tmp_path / "other.backup"
    assert asks("backup", other, folder=another).code == 0
    told = mends(other, ours)
    assert (told.code, "another installation" in told.line) == (2, True)
    spoilt = tmp_path / "spoilt.backup"
    content = bytearray(backup.read_bytes())
    content[-40] ^= 1
    spoilt.write_bytes(content)
    assert mends(spoilt, ours).code == 2
    assert mends(backup, tmp_path / "nothing").code == 2
    assert {path: path.read_bytes() for path in sealed.iterdir()} == lying


def test_a_backup_is_put_back_whole_or_only_what_is_damaged_and_deletions_are_of_the_first(
    ours: Path, backup: Path
) -> None:
    with pytest.raises(SystemExit):
        mends(backup, ours, "--deletions", "elsewhere")
