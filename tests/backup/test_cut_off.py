"""A backup or a restore that is killed, told to stop or out of room leaves nothing that is taken for a whole one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.backup import sealing
from bot.storage.rows import Loading
from bot.vault import Vault
from tests.backup.operator import asks, contents_of, new_machine, rows_of
from tests.disks import small_disk
from tests.storage.installations import settings
from tests.system.forked import ended


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


def test_where_root_may_give_nothing_away_the_backup_stays_its_own(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("os.fchown", refuses)
    told = asks("backup", tmp_path / "it.backup", folder=ours)
    assert told.code == 0, told.err
    assert not [*tmp_path.glob("*.part")]
