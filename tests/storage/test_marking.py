"""An installation is marked as one: cut short it is finished, and a mark that cannot be read is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.start.identity import mismatch, open_installation
from bot.storage.identity import remembered
from bot.vault import Vault
from tests.storage.installations import add, change, database_of, settings, whole


def test_one_damaged_key_among_many_stops_nobody_when_an_older_installation_is_marked(tmp_path: Path) -> None:
    folder = whole(tmp_path / "data")
    engine, key = open_installation(settings(folder))
    for case_id in ("1" * 32, "2" * 32):
        add(engine, Vault(folder / "vault", key), case_id)
    change(engine, "yesterday")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE cases SET key = ? WHERE id = ?", (bytes(61), "1" * 32))
    engine.dispose()
    for name in ("vault/identity", "master.key.identity"):
        (folder / name).unlink()
    assert mismatch(settings(folder)) is None


def test_a_marking_cut_short_after_any_file_is_finished_at_the_next_start(tmp_path: Path) -> None:
    for number, marked in enumerate(((), ("vault/identity",), ("vault/identity", "master.key.identity"))):
        folder = tmp_path / str(number)
        open_installation(settings(folder))[0].dispose()
        engine = database_of(folder)
        change(engine, "begun")
        engine.dispose()
        for name in {"vault/identity", "master.key.identity"} - set(marked):
            (folder / name).unlink()
        engine, _ = open_installation(settings(folder))
        assert remembered(engine, with_keys=False).settled
        engine.dispose()


def test_a_marking_that_was_begun_with_a_key_that_is_gone_counts_for_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_installation(settings(folder))[0].dispose()
    engine = database_of(folder)
    change(engine, "begun")
    engine.dispose()
    for name in ("vault/identity", "master.key.identity", "master.key"):
        (folder / name).unlink()
    open_installation(settings(folder))[0].dispose()
    assert mismatch(settings(folder)) is None


@pytest.mark.parametrize("name", ["vault/identity", "master.key.identity"])
def test_a_mark_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    folder = whole(tmp_path / "data")
    (folder / name).write_bytes(b"1 what is this?\n")
    told = mismatch(settings(folder))
    assert told
    assert f"{Path(name).name} in" in told
    assert "damaged" in told
