from __future__ import annotations

from pathlib import Path

import pytest

from tests.backup.operator import asks, installation


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """An installation over SQLite, as a bot that was stopped leaves it."""
    installation(tmp_path / "ours")
    return tmp_path / "ours"


@pytest.fixture
def backup(ours: Path, tmp_path: Path) -> Path:
    told = asks("backup", tmp_path / "monday.backup", folder=ours)
    assert told.code == 0, told.err
    return tmp_path / "monday.backup"
