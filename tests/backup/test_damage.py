"""A backup that was changed, cut off or is none is found to be so; files that were damaged before are said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.backup.heading import Refusal
from bot.backup.sealing import Reading
from bot.backup.verifying import look
from bot.vault.master_key import read_master_key
from tests.backup.operator import asks, new_machine, rows_of
from tests.storage.installations import OURS, database_of


def is_whole(backup: Path, key: bytes) -> bool:
    try:
        look(Reading(backup, key), key, lambda *_: None)
    except Refusal:
        return False
    return True


def test_a_byte_changed_cut_off_or_added_anywhere_is_found(ours: Path, backup: Path, tmp_path: Path) -> None:
    key, content = read_master_key(ours / "master.key"), backup.read_bytes()
    assert key
    assert is_whole(backup, key)
    spoilt = tmp_path / "spoilt.backup"
    for place in (*range(300), *range(300, len(content), 4999), *range(len(content) - 40, len(content))):
        spoilt.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert not is_whole(spoilt, key), place
    chunk = (64 << 10) + 16
    for end in (0, 1, 90, 100, 200, 150 + chunk, 150 + 2 * chunk, len(content) - 1):
        spoilt.write_bytes(content[:end])
        assert not is_whole(spoilt, key), end
    for more in (content + b"\0", content.replace(b"backup 1 ", b"backup 01 ", 1), b"\n" + content):
        spoilt.write_bytes(more)
        assert not is_whole(spoilt, key)


def test_the_doctor_reads_a_backup_and_says_what_is_wrong_with_it(ours: Path, backup: Path, tmp_path: Path) -> None:
    told = asks("doctor", "--backup", backup, folder=ours)
    assert (told.code, told.err) == (0, "")
    assert "All is well: 4 files were read" in told.out
    spoilt = bytearray(backup.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    (tmp_path / "spoilt.backup").write_bytes(spoilt)
    told = asks("doctor", "--json", "--backup", tmp_path / "spoilt.backup", folder=ours)
    assert told.code == 1
    assert [each["what"] for each in json.loads(told.out)["findings"]] == ["backup"]
    told = asks("doctor", "--backup", tmp_path / "none.backup", folder=ours)
    assert told.code == 2
    told = asks("doctor", "--backup", backup, folder=tmp_path / "nothing")
    assert told.code == 1
    assert "master.key is missing" in told.out


def test_files_that_were_damaged_before_are_said_and_the_rest_is_in_it(ours: Path, tmp_path: Path) -> None:
    (ours / "vault" / OURS / "1.sealed").write_bytes(b"noise")
    (ours / "vault" / OURS / "3.sealed").unlink()
    told = asks("backup", tmp_path / "it.backup", "--json", folder=ours)
    assert told.code == 1
    said = json.loads(told.out)
    assert (said["files"], said["damaged"], said["erased_meanwhile"]) == (2, 2, 0)
    told = asks("doctor", "--backup", tmp_path / "it.backup", folder=ours)
    assert told.code == 1
    assert "2 files were damaged or gone" in told.out
    target = new_machine(tmp_path / "target", ours)
    assert asks("restore", tmp_path / "it.backup", folder=target).code == 0
    assert rows_of(target) == rows_of(ours)


@pytest.mark.parametrize("command", ["restore", "doctor"])
def test_what_is_no_backup_is_said_to_be_none(ours: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "other").write_bytes(b"PK\x03\x04 something else")
    words = ["--backup"] if command == "doctor" else []
    told = asks(command, *words, tmp_path / "other", folder=new_machine(tmp_path / "target", ours))
    assert told.code == (1 if command == "doctor" else 2)
    assert "this is no backup" in told.out + told.err
    told = asks(command, *words, tmp_path, folder=tmp_path / "target")
    assert "is a folder" in told.out + told.err


def test_a_backup_that_is_not_there_is_one_line(ours: Path, tmp_path: Path) -> None:
    told = asks("restore", tmp_path / "none.backup", folder=new_machine(tmp_path / "target", ours))
    assert told.code == 2
    assert told.line == "none.backup: No such file or directory"


def test_a_backup_of_a_newer_version_says_so(ours: Path, backup: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.backup"
    newer.write_bytes(backup.read_bytes().replace(b"backup 1 ", b"backup 2 ", 1))
    target = new_machine(tmp_path / "target", ours)
    assert "a newer version" in asks("restore", newer, folder=target).line
    engine = database_of(ours)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.storage.rows.revision", lambda _: "9999")
        assert asks("backup", tmp_path / "tables.backup", folder=ours).code == 0
    engine.dispose()
    assert "a newer version" in asks("restore", tmp_path / "tables.backup", folder=target).line
