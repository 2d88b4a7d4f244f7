"""A disk that turned read-only, as Linux makes one that fails: what lies on it can still be backed up."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.backup.operator import asks, new_machine, rows_of
from tests.disks import small_disk


@pytest.mark.parametrize("was_killed", [False, True])
def test_what_lies_on_a_disk_that_can_only_be_read_is_backed_up(ours: Path, tmp_path: Path, was_killed: bool) -> None:
    with small_disk(tmp_path / "failing", 64 << 20) as disk:
        there = disk / "data"
        if was_killed:
            with closing(sqlite3.connect(ours / "companion.db")) as bot:
                bot.execute("PRAGMA journal_mode=WAL")
                bot.execute("UPDATE cases SET changed_at = changed_at")
                bot.commit()
                shutil.copytree(ours, there)
            assert (there / "companion.db-wal").exists()
        else:
            shutil.copytree(ours, there)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        told = asks("backup", tmp_path / "last.backup", folder=there)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        assert told.code == 0, told.err
        target = new_machine(tmp_path / "new", there)
        assert asks("restore", tmp_path / "last.backup", folder=target).code == 0
        assert rows_of(target) == rows_of(there)
