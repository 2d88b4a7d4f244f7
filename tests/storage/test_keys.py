"""The master key can be changed for another without losing a word or a file."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.__main__ import main
from bot.settings import Settings
from bot.start import rotation
from bot.start.belonging import Mismatch
from bot.start.endings import in_one_line
from bot.start.identity import mismatch, open_installation
from bot.start.keys import NoKey
from bot.start.rotation import rotate
from bot.storage import cases, outbox
from bot.storage.database import open_postgresql
from bot.storage.lock import InUse, take_lock
from bot.storage.tables import cases as rows
from bot.storage.tables import metadata
from bot.vault import Vault, stable
from bot.vault.master_key import make_key_file
from tests.storage.installations import LATER, OURS, REPORT, add, make, settings
from tests.storage.patients import NOW

A_KEY, ANOTHER = "5e" * 32, "a7" * 32


def everything(folder: Path, how: Settings | None = None) -> tuple[int, list[str], list[bytes]]:
    """What can be read after a start: cases, messages that wait, and files."""
    engine, key = open_installation(how or settings(folder))
    vault = Vault(folder / "vault", key)
    with engine.connect() as connection:
        known = [
            cases.get(connection, case_id) for case_id in connection.scalars(select(rows.c.id).order_by(rows.c.id))
        ]
        said = [message.content for message in outbox.waiting(connection)]
    engine.dispose()
    files = [b"".join(vault.read(one.id, one.key, 1)) for one in known if one]
    return len([one for one in known if one]), said, files


def lived_in(folder: Path, database: str = "") -> Settings:
    """An installation with two people, a file each, and two messages that wait: a case's, and one of no case."""
    how = settings(folder, database)
    if database:
        engine = open_postgresql(database)
        with engine.begin() as connection:
            connection.exec_driver_sql(f"TRUNCATE {', '.join(metadata.tables)}")
        engine.dispose()
    make(folder, OURS, database)
    engine, key = open_installation(how)
    add(engine, Vault(folder / "vault", key), LATER)
    with engine.begin() as connection:
        one = cases.get(connection, OURS)
        assert one
        outbox.post(connection, one.chat_id, "say", "welcome", "to Ana", NOW, owner=one.owner)
        outbox.post(connection, 5, "say", "errand_gone", "to a helper", NOW)
    engine.dispose()
    return how


WHOLE = (2, ["to Ana", "to a helper"], [REPORT, REPORT])


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_changed_for_another_everything_is_there_and_the_old_one_opens_nothing(
    tmp_path: Path, where: str, request: pytest.FixtureRequest
) -> None:
    folder = tmp_path / "data"
    how = lived_in(folder, request.getfixturevalue("postgresql") if where == "postgresql" else "")
    before = (folder / "master.key").read_bytes()
    done = rotate(how, None)
    assert (done.cases, done.left) == (2, 0)
    assert everything(folder, how) == WHOLE
    assert (folder / "master.key").read_bytes() != before
    (kept,) = [path for path in folder.glob("master.key.*") if path.name not in ("master.key.identity",)]
    assert kept.read_bytes() == before, "for backups that were made with it"
    kept.replace(folder / "master.key")
    with pytest.raises(Mismatch, match="belongs to another"):
        open_installation(how)


def test_a_key_from_elsewhere_is_changed_for_one_from_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    lived_in(folder)
    (tmp_path / "secret").write_text(A_KEY)
    rotate(settings(folder), tmp_path / "secret")
    now = settings(folder).model_copy(update={"master_key": A_KEY})
    assert everything(folder, now) == WHOLE
    with pytest.raises(NoKey, match="--to"):
        rotate(now, None)
    (tmp_path / "secret").write_text(ANOTHER)
    rotate(now, tmp_path / "secret")
    assert everything(folder, settings(folder).model_copy(update={"master_key": ANOTHER})) == WHOLE


def test_the_key_that_is_in_use_is_no_other_one_and_nothing_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    lived_in(folder)
    (folder / "lock").touch()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert rotate(settings(folder), folder / "master.key").is_same
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.setattr(sys, "argv", ["bot", "rotate-key", "--to", str(folder / "master.key")])
    assert main() == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "in use" in line
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_change_that_was_cut_off_at_its_end_is_finished_with_the_same_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    lived_in(folder)
    (tmp_path / "secret").write_text(A_KEY)
    with monkeypatch.context() as patched:
        patched.setattr(rotation, "write_marks", cut_off)
        with pytest.raises(KeyboardInterrupt):
            rotate(settings(folder), tmp_path / "secret")
    now = settings(folder).model_copy(update={"master_key": A_KEY})
    assert not rotate(now, tmp_path / "secret").is_same, "the marks were still of the key before"
    assert everything(folder, now) == WHOLE
    assert rotate(now, tmp_path / "secret").is_same


def cut_off(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("where", "what"),
    [
        (rotation, "rewrap_all"),
        (rotation, "write_marks"),
        (rotation, "_put_in_place"),
        (os, "link"),
        (Path, "replace"),
        (stable, "flush_folder"),
    ],
)
def test_cut_off_anywhere_a_start_says_so_or_goes_well_and_the_command_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: object, what: str
) -> None:
    folder = tmp_path / "data"
    how = lived_in(folder)
    make_key_file(folder / "master.key.next")  # made by then: it is the first thing that is done
    with monkeypatch.context() as patched:
        patched.setattr(where, what, cut_off)
        with pytest.raises(KeyboardInterrupt):
            rotate(how, None)
    told = mismatch(how)
    assert told is None or "rotate-key" in told
    rotate(how, None)
    assert everything(folder, how) == WHOLE


def test_where_another_bot_changed_the_key_the_mark_in_ones_own_folder_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    lived_in(folder)
    mark = (folder / "master.key.identity").read_bytes()
    (tmp_path / "secret").write_text(A_KEY)
    rotate(settings(folder), tmp_path / "secret")
    (folder / "master.key.identity").write_bytes(mark)
    now = settings(folder).model_copy(update={"master_key": A_KEY})
    assert mismatch(now) is None
    assert everything(folder, now) == WHOLE
    assert (folder / "master.key.identity").read_bytes() != mark
    of_another = settings(folder).model_copy(update={"master_key": ANOTHER})
    assert mismatch(of_another), "another key is still none of theirs"


def across_disks(*_: object) -> None:
    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))


@pytest.mark.parametrize("lies", ["behind a link", "in a mount"])
def test_a_key_that_cannot_be_replaced_where_it_lies_is_refused_before_anything_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lies: str
) -> None:
    folder = tmp_path / "data"
    how = lived_in(folder)
    if lies == "in a mount":
        monkeypatch.setattr(os, "link", across_disks)
    else:
        (folder / "master.key").replace(tmp_path / "of the key service")
        (folder / "master.key").symlink_to(tmp_path / "of the key service")
    (folder / "lock").touch()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(NoKey, match="--to"):
        rotate(how, None)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert everything(folder, how) == WHOLE


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_while_a_bot_is_at_work_the_key_stays_and_its_place_is_named(
    tmp_path: Path, where: str, request: pytest.FixtureRequest
) -> None:
    how = lived_in(tmp_path / "data", request.getfixturevalue("postgresql") if where == "postgresql" else "")
    lock = take_lock(how.data_dir)
    with pytest.raises(InUse) as told:
        rotate(how, None)
    assert in_one_line(told.value, how).startswith("DATA_DIR: another bot is working in this folder")
    lock.close()
    assert everything(how.data_dir, how) == WHOLE


def test_while_another_replica_is_at_work_the_key_stays(tmp_path: Path, postgresql: str) -> None:
    how = lived_in(tmp_path / "data", postgresql)
    other, _ = open_installation(how)
    with other.connect(), pytest.raises(InUse) as told:
        rotate(how, None)
    assert in_one_line(told.value, how).startswith("DATABASE_URL: another bot is working on this database")
    other.dispose()
    assert everything(how.data_dir, how) == WHOLE


@pytest.mark.parametrize("to", ["nothing", "a folder", "no key"])
def test_a_new_key_that_is_none_is_one_line_and_changes_nothing(tmp_path: Path, to: str) -> None:
    how = lived_in(tmp_path / "data")
    if to == "a folder":
        (tmp_path / to).mkdir()
    elif to == "no key":
        (tmp_path / to).write_text("what is this?")
    with pytest.raises(NoKey, match="--to should be"):
        rotate(how, tmp_path / to)
    assert everything(how.data_dir) == WHOLE


def test_a_key_that_is_lost_is_not_called_one_that_was_never_there(tmp_path: Path) -> None:
    how = lived_in(tmp_path / "data")
    (how.data_dir / "master.key").rename(tmp_path / "elsewhere")
    with pytest.raises(NoKey, match=r"master\.key is missing \(its fingerprint is [0-9a-f]{16}\)"):
        rotate(how, None)
    (tmp_path / "elsewhere").rename(how.data_dir / "master.key")
    assert everything(how.data_dir) == WHOLE
