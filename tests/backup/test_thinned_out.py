"""Old backups go once there are enough newer ones that were read and are whole, and no others ever."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from bot.backup.heading import Refusal
from bot.storage.tables import cases
from tests.backup.operator import asks, installation
from tests.storage.installations import OURS, database_of


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups"


def nightly(ours: Path, shelf: Path, day: int, monkeypatch: pytest.MonkeyPatch, *more: str) -> Any:
    """One night's backup, named by its moment."""
    moment = datetime(2026, 3, day, 2, 15, tzinfo=UTC)

    class Night(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return moment

    with monkeypatch.context() as patched:
        patched.setattr("bot.backup.report.datetime", Night)
        patched.setattr("bot.backup.taking.datetime", Night)
        return asks("backup", shelf, *more, folder=ours)


def days(shelf: Path) -> list[str]:
    return sorted(path.name[16:18] if path.name.startswith("companion-") else path.name for path in shelf.iterdir())


def test_the_newest_are_kept_and_what_was_named_by_hand_or_is_anothers(
    ours: Path, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asks("backup", shelf / "before the move.backup", folder=ours).code == 0
    nightly(installation(tmp_path / "another"), shelf, 1, monkeypatch)
    (shelf / "companion-20260302T021500Z.backup").write_text("no backup at all")
    for day in (3, 4, 5, 6):
        assert nightly(ours, shelf, day, monkeypatch).code == 0
    told = nightly(ours, shelf, 7, monkeypatch, "--keep", "3", "--json")
    assert told.code == 0, told.err
    assert json.loads(told.out)["removed"] == 2
    assert days(shelf) == ["01", "02", "05", "06", "07", "before the move.backup"]


def test_what_was_cut_off_is_none_of_those_that_are_kept(
    ours: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (1, 2, 3, 4):
        assert nightly(ours, shelf, day, monkeypatch).code == 0
    for day in (3, 4):
        torn = shelf / f"companion-202603{day:02}T021500Z.backup"
        torn.write_bytes(torn.read_bytes()[:-1000])
    assert nightly(ours, shelf, 5, monkeypatch, "--keep", "2").code == 0
    assert days(shelf) == ["02", "03", "04", "05"]
    assert nightly(ours, shelf, 6, monkeypatch, "--keep", "2").code == 0
    assert days(shelf) == ["05", "06"]


def test_where_the_newest_cannot_be_read_again_all_are_kept(
    ours: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nightly(ours, shelf, 1, monkeypatch)

    def look(*_: Any) -> None:
        raise Refusal("this backup is damaged, or not whole: use another one")

    monkeypatch.setattr("bot.backup.thinning.look", look)
    told = nightly(ours, shelf, 2, monkeypatch, "--keep", "1")
    assert (told.code, told.line) == (2, "this backup is damaged, or not whole: use another one")
    assert days(shelf) == ["01", "02"]


def test_where_files_are_damaged_or_nobody_is_there_any_more_older_ones_are_kept(
    ours: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nightly(ours, shelf, 1, monkeypatch)
    (ours / "vault" / OURS / "1.sealed").write_bytes(b"spoilt")
    assert nightly(ours, shelf, 2, monkeypatch, "--keep", "1").code == 1
    engine = database_of(ours)
    with engine.begin() as connection:
        connection.execute(delete(cases))
    engine.dispose()
    nightly(ours, shelf, 3, monkeypatch, "--keep", "1")
    assert days(shelf) == ["01", "02", "03"]


def test_one_file_by_name_cannot_be_thinned_out(ours: Path, tmp_path: Path) -> None:
    told = asks("backup", tmp_path / "it.backup", "--keep", "2", folder=ours)
    assert told.code == 2
    assert "--keep needs a folder" in told.line
    assert not (tmp_path / "it.backup").exists()
