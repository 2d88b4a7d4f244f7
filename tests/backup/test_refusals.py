"""What is wrong is one line, and nothing is touched: a damaged backup, another key, a machine that is in use."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.backup import sealing
from bot.backup.heading import Refusal
from bot.backup.sealing import Reading
from bot.backup.verifying import look
from bot.storage.lock import BOT
from bot.storage.rows import Loading
from bot.vault import Vault
from bot.vault.master_key import read_master_key
from tests.backup.operator import asks, contents_of, installation, new_machine, rows_of
from tests.disks import small_disk
from tests.storage.installations import OURS, database_of, lying, settings
from tests.system.forked import ended


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
        (another_key, "belongs to another master.key"),
        (no_key, "no backup holds it"),
        (in_use, "there is a companion.db already"),
        (files_there, "files lie in its vault"),
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


def dying(moment: int, by: int) -> None:
    """This process is sent a signal as it comes to its next piece after so many."""
    left = iter(range(moment))

    def dies(do: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*arguments: Any, **named: Any) -> Any:
            if next(left, None) is None:
                os.kill(os.getpid(), by)
            return do(*arguments, **named)

        return instead

    for place, name in ((sealing.Writing, "add"), (Vault, "take_back"), (Loading, "add")):
        setattr(place, name, dies(getattr(place, name)))


def killed(command: str, moment: int, path: Path, folder: Path, by: int = signal.SIGKILL) -> int:
    environment = {"DATA_DIR": str(folder), "PATH": ""}
    return ended([command, str(path)], environment, folder.parent, partial(dying, moment, by)).returncode


def test_a_backup_that_is_killed_leaves_none_by_its_name_and_is_swept_by_the_next(ours: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    for moment in (1, 4, 9, 12):
        assert killed("backup", moment, place / "it.backup", ours) == -9
        (left,) = place.iterdir()
        assert left.name.endswith(".part")
        assert asks("restore", left, folder=new_machine(tmp_path / f"target{moment}", ours)).code == 2
    assert asks("backup", place / "it.backup", folder=ours).code == 0
    assert [path.name for path in place.iterdir()] == ["it.backup"]


def test_a_backup_that_is_told_to_stop_leaves_nothing(ours: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    assert killed("backup", 4, place / "it.backup", ours, by=signal.SIGTERM) == 2
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("moment", [0, 2, 4, 7])
def test_a_restore_that_is_killed_is_no_installation_and_can_be_done_again(
    ours: Path, backup: Path, tmp_path: Path, moment: int
) -> None:
    target = new_machine(tmp_path / "target", ours)
    assert killed("restore", moment, backup, target) == -9
    assert not (target / "companion.db").exists()
    from bot.start.identity import mismatch

    assert mismatch(settings(target))
    assert asks("restore", backup, folder=target).code == 0
    assert rows_of(target) == rows_of(ours)
    assert contents_of(target) == contents_of(ours)
    assert {path.name for path in target.iterdir()} == {
        *("companion.db", "lock", "master.key", "master.key.identity", "vault")
    }


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "tiny", 128 << 10) as disk:
        yield disk


def test_a_full_disk_leaves_no_backup_and_no_half_of_one(ours: Path, tiny_disk: Path) -> None:
    told = asks("backup", tiny_disk / "it.backup", folder=ours)
    assert told.code == 2
    assert told.line == "the backup cannot be written where it should lie (No space left on device)"
    assert list(tiny_disk.iterdir()) == []


def test_a_full_disk_is_one_line_for_a_restore_too_and_no_bot_starts_there(
    ours: Path, backup: Path, tiny_disk: Path
) -> None:
    target = new_machine(tiny_disk / "data", ours)
    told = asks("restore", backup, folder=target)
    assert told.code == 2
    assert "the disk is full" in told.line
    assert not (target / "companion.db").exists()
