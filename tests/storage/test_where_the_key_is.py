"""The master key: where it may come from, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import WrongSetting, read_settings
from bot.start.belonging import Mismatch
from bot.start.identity import mismatch, open_installation
from bot.start.keys import NoKey
from bot.start.rotation import rotate
from tests.storage.installations import settings

A_KEY, ANOTHER = "5e" * 32, "a7" * 32


@pytest.mark.parametrize("written", [A_KEY, f"{A_KEY.upper()}\n"])
def test_a_key_may_come_from_the_environment_or_from_a_file_that_is_mounted(tmp_path: Path, written: str) -> None:
    (tmp_path / "secret").write_text(written)
    from_file = settings(tmp_path / "data").model_copy(update={"master_key_file": tmp_path / "secret"})
    from_environment = settings(tmp_path / "data").model_copy(update={"master_key": written.strip()})
    open_installation(from_file)[0].dispose()
    engine, key = open_installation(from_environment)
    engine.dispose()
    assert key == bytes.fromhex(A_KEY)
    assert not (tmp_path / "data" / "master.key").exists(), "none is made"


def test_another_key_than_the_one_that_is_in_use_is_one_line(tmp_path: Path) -> None:
    how = settings(tmp_path / "data").model_copy(update={"master_key": A_KEY})
    open_installation(how)[0].dispose()
    told = mismatch(how.model_copy(update={"master_key": ANOTHER}))
    assert told
    assert "belongs to another" in told
    assert mismatch(how) is None


@pytest.mark.parametrize("name", ["master_key", "master_key_file"])
def test_a_wrong_key_that_comes_from_elsewhere_is_named_by_its_setting(tmp_path: Path, name: str) -> None:
    how = settings(tmp_path / "data")
    open_installation(how)[0].dispose()
    (how.data_dir / "master.key").rename(tmp_path / "elsewhere")
    (tmp_path / "wrong").write_text(ANOTHER)
    wrong = how.model_copy(update={name: ANOTHER if name == "master_key" else tmp_path / "wrong"})
    assert str(mismatch(wrong)).startswith(f"{name.upper()}: the database belongs to another master.key")


@pytest.mark.parametrize("content", [None, b"", b"too short", A_KEY.encode() + b"00", b"\xff" * 32])
def test_a_file_that_holds_no_key_is_one_line_and_nothing_is_made(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    how = settings(tmp_path / "data").model_copy(update={"master_key_file": tmp_path / "secret"})
    with pytest.raises(Mismatch, match="MASTER_KEY_FILE"):
        open_installation(how)
    assert not (tmp_path / "data").exists()


def test_two_places_for_one_key_are_one_too_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MASTER_KEY", A_KEY)
    read_settings()
    monkeypatch.setenv("MASTER_KEY_FILE", "secret")
    with pytest.raises(WrongSetting, match="MASTER_KEY and MASTER_KEY_FILE"):
        read_settings()
    monkeypatch.delenv("MASTER_KEY_FILE")
    monkeypatch.setenv("MASTER_KEY", "not a key")
    with pytest.raises(WrongSetting, match="MASTER_KEY should be 64") as told:
        read_settings()
    assert "not a key" not in str(told.value)


def test_where_there_is_nothing_yet_there_is_nothing_to_change(tmp_path: Path) -> None:
    with pytest.raises(NoKey, match="could be changed"):
        rotate(settings(tmp_path / "data"), None)
