"""Root does something in the service's folder: what is made there is the service's, which goes on with it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from bot.start.identity import open_installation
from bot.vault.master_key import make_key_file
from tests.backup.operator import contents_of, installation, new_machine
from tests.storage.installations import settings
from tests.system.forked import ended
from tests.system.running import RunningBot, until
from tests.system.walk import TO_SENDING
from tests.telegram import Patient, RehearsalServer

SERVICE, GROUP = 41_001, 41_002

pytestmark = pytest.mark.skipif(os.geteuid() != 0 and not os.environ.get("CI"), reason="only root can be root")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def ours(place: Path) -> Path:
    """An installation of the service's own user."""
    installation(place / "ours")
    _give(place / "ours")
    return place / "ours"


def _give(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.lchown(path, SERVICE, GROUP)


def as_root(folder: Path, *words: object) -> CompletedProcess[str]:
    return ended([*map(str, words)], {"DATA_DIR": str(folder), "PATH": "/usr/bin:/bin"}, folder.parent)


def is_the_services(folder: Path) -> bool:
    """Whether all in it belongs to the service, and the service itself can begin there and read every file."""
    owners = {(path.lstat().st_uid, path.lstat().st_gid) for path in (folder, *folder.rglob("*"))}
    return owners == {(SERVICE, GROUP)} and _as_the_service(partial(_begins, folder))


def _begins(folder: Path) -> None:
    engine, _ = open_installation(settings(folder))
    engine.dispose()
    (folder / "lock").open("w").close()
    assert contents_of(folder)


def _as_the_service(do: partial[None]) -> bool:
    if child := os.fork():
        return os.waitpid(child, 0)[1] == 0
    try:
        os.setgroups([])
        os.setgid(GROUP)
        os.setuid(SERVICE)
        do()
    except BaseException as error:
        print(repr(error), flush=True)
        os._exit(1)
    os._exit(0)


def test_the_key_is_changed(ours: Path) -> None:
    told = as_root(ours, "rotate-key")
    assert told.returncode == 0, told.stderr
    assert is_the_services(ours)


def test_the_key_is_changed_for_one_that_only_root_may_read(ours: Path) -> None:
    make_key_file(ours.parent / "root's.key")
    (ours.parent / "root's.key").chmod(0o600)
    told = as_root(ours, "rotate-key", "--to", ours.parent / "root's.key")
    assert told.returncode == 0, told.stderr
    assert {path.lstat().st_uid for path in ours.rglob("*")} == {SERVICE}


@pytest.mark.parametrize("command", [("doctor",), ("report",)])
def test_who_only_looks_leaves_nothing_of_roots_there(ours: Path, command: tuple[str, ...]) -> None:
    as_root(ours, *command)
    assert is_the_services(ours)


def test_a_backup_is_of_whom_its_folder_is_and_put_back_all_is_the_services(ours: Path) -> None:
    for name, owner in (("the service's", SERVICE), ("root's", 0)):
        (ours.parent / name).mkdir()
        os.chown(ours.parent / name, owner, owner)
        told = as_root(ours, "backup", ours.parent / name / "monday.backup")
        assert told.returncode == 0, told.stderr
        assert (ours.parent / name / "monday.backup").stat().st_uid == owner
    another = new_machine(ours.parent / "another", ours)
    _give(another)
    told = as_root(another, "restore", ours.parent / "root's" / "monday.backup")
    assert told.returncode == 0, told.stderr
    assert is_the_services(another)


def test_a_bot_that_root_starts_by_hand_leaves_nothing_that_the_service_cannot_read(
    telegram: RehearsalServer, place: Path
) -> None:
    (place / "data").mkdir(mode=0o700)
    os.chown(place / "data", SERVICE, GROUP)
    bot, ana = RunningBot(telegram, place / "data").start(), telegram.person("Ana")
    try:
        walks_and_sends(bot, ana)
        assert bot.stop() == 0
    finally:
        bot.kill()
    assert is_the_services(place / "data")


def walks_and_sends(bot: RunningBot, ana: Patient) -> None:
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)
    ana.sends_document("a note.txt", b"a fictitious note")
    until(lambda: bot.kept() == 1, "kept")


def test_what_root_left_there_before_is_found(ours: Path) -> None:
    (ours / "lock").touch()
    os.chown(ours / "lock", 0, 0)
    told = as_root(ours, "doctor")
    assert told.returncode == 1
    assert "lock belongs to another user than" in told.stdout
