import contextlib
import errno
import os
import resource
import secrets
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.vault import Vault
from bot.vault.folder import Folder
from tests.disks import small_disk
from tests.vault.conftest import CASE, DOCUMENT, in_a_folder

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "tiny", 256 << 10) as disk:
        yield disk


def test_a_full_disk_is_told_and_leaves_nothing_behind(tiny_disk: Path) -> None:
    vault = Vault(tiny_disk / "vault", secrets.token_bytes(32))
    key = vault.new_case_key(CASE)
    with vault.receive(CASE, key, DOCUMENT) as deposit, pytest.raises(OSError, match="No space") as caught:
        deposit.write(bytes(1 << 20))
    assert caught.value.errno == errno.ENOSPC
    assert [path for path in tiny_disk.rglob("*") if path.is_file()] == []
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"it works again")
        deposit.seal()
        deposit.keep()
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == b"it works again"


def test_a_vault_whose_disk_is_not_mounted_any_more_takes_nothing_and_erases_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "identity").touch()
    vault = Vault(folder, bytes(32))
    key = vault.new_case_key(CASE)
    folder.rename(tmp_path / "another disk")
    folder.mkdir()
    for attempt in (
        lambda: vault.receive(CASE, key, 1),
        lambda: list(vault.read(CASE, key, 1)),
        lambda: vault.erase(CASE, 1),
        lambda: vault.erase_case(CASE),
    ):
        with pytest.raises(OSError, match="not there"):
            attempt()
    assert list(folder.iterdir()) == []


A_LIMIT_FROM_THE_FIRST_BYTE = """
import resource, sys
from pathlib import Path
from bot.vault import Vault
from bot.vault.folder import Folder
case = "0" * 32
vault = Vault(Path(sys.argv[1]), bytes(32))
key = vault.new_case_key(case)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    vault.receive(case, key, 1)
except OSError as error:
    print(error.errno, [path.name for path in Path(sys.argv[1], case).iterdir()])
"""


@pytest.mark.parametrize("limit", [0, 1, 39])
def test_a_disk_that_refuses_the_very_first_bytes_is_left_clean_at_once(tmp_path: Path, limit: int) -> None:
    command = [sys.executable, "-c", A_LIMIT_FROM_THE_FIRST_BYTE, str(tmp_path / "vault"), str(limit)]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert told.stdout.split(maxsplit=1) == [str(errno.EFBIG), "[]\n"], told.stderr


A_SMALL_LIMIT = """
import resource, sys
from pathlib import Path
from bot.vault import Vault
from bot.vault.folder import Folder
case = "0" * 32
vault = Vault(Path(sys.argv[1]), bytes(32))
key = vault.new_case_key(case)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with vault.receive(case, key, 1) as deposit:
        deposit.write(bytes(200_000))
        deposit.seal()
        deposit.keep()
except OSError as error:
    print(error.errno, list(vault.contents()), [path.name for path in Path(sys.argv[1], case).iterdir()])
"""


def test_a_file_too_large_for_the_system_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-c", A_SMALL_LIMIT, str(tmp_path / "vault")]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert told.split(maxsplit=1) == [str(errno.EFBIG), "[] []\n"]


@in_a_folder
def test_a_failed_flush_is_never_taken_for_saved(vault, key, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(b"report")
        monkeypatch.setattr(os, "fsync", failing)
        with pytest.raises(OSError, match="Input/output"):
            deposit.seal()
        monkeypatch.undo()
        # A second fsync would succeed on pages the kernel has already dropped.
        with pytest.raises(RuntimeError):
            deposit.seal()
        with pytest.raises(RuntimeError):
            deposit.keep()
    assert list(vault.contents()) == []


@in_a_folder
def test_a_failed_write_cannot_be_sealed(vault, key, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with vault.receive(CASE, key, DOCUMENT) as deposit:
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", failing)
            with pytest.raises(OSError, match="No space"):
                deposit.write(bytes(100_000))
        with pytest.raises(RuntimeError):
            deposit.seal()


@in_a_folder
def test_a_kernel_that_writes_a_little_at_a_time_is_served(vault, key, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:1000])))
    content = secrets.token_bytes(150_000)
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        deposit.write(content)
        deposit.seal()
        deposit.keep()
    assert b"".join(vault.read(CASE, key, DOCUMENT)) == content


DYING = """
import os, signal, sys
from pathlib import Path
from bot.vault import Vault
from bot.vault.folder import Folder
case, moment = "0" * 32, sys.argv[2]
vault = Vault(Path(sys.argv[1]), bytes(32))
key = vault.new_case_key(case)
deposit = vault.receive(case, key, 1)
deposit.write(bytes(200_000))
if moment != "writing":
    deposit.seal()
if moment == "kept":
    deposit.keep()
sys.stdout.write(key.hex())
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("moment", "kept"), [("writing", 0), ("sealed", 0), ("kept", 1)])
def test_a_kill_leaves_a_document_whole_or_not_at_all(tmp_path: Path, moment: str, kept: int) -> None:
    command = [sys.executable, "-c", DYING, str(tmp_path / "vault"), moment]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert told.returncode == -9, told.stderr
    vault = Vault(tmp_path / "vault", bytes(32))
    assert len(list(vault.contents())) == kept
    if kept:
        assert b"".join(vault.read("0" * 32, bytes.fromhex(told.stdout), 1)) == bytes(200_000)
    vault.erase_case("0" * 32)
    assert list((tmp_path / "vault").iterdir()) == []


def test_memory_stays_the_same_however_large_the_file(vault, key, place) -> None:
    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before, piece = peak(), bytes(1 << 20)
    with vault.receive(CASE, key, DOCUMENT) as deposit:
        for _ in range(64):
            deposit.write(piece)
        assert deposit.seal().size == 64 << 20
        assert sum(map(len, deposit.read())) == 64 << 20
    limit = 16 << 10 if isinstance(place, Folder) else 40 << 10  # KiB; a piece is held a few times over
    assert peak() - before < limit


@in_a_folder
def test_abandoned_readers_and_deposits_leave_no_file_open(vault, key, keep) -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd"))

    keep(bytes(300_000))
    before = open_files()
    reading = vault.read(CASE, key, DOCUMENT)
    next(reading)
    with contextlib.closing(reading):
        pass
    with pytest.raises(ZeroDivisionError), vault.receive(CASE, key, DOCUMENT):
        raise ZeroDivisionError
    assert open_files() == before


@in_a_folder
def test_discarding_waits_for_a_write_that_nobody_waits_for_any_more(
    vault, key, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, may_go_on, write = threading.Event(), threading.Event(), os.write
    written_to: list[str] = []

    def slow(descriptor: int, data: bytes) -> int:
        writing.set()
        may_go_on.wait(10)
        written_to.append(os.readlink(f"/proc/self/fd/{descriptor}"))
        return write(descriptor, data)

    deposit = vault.receive(CASE, key, DOCUMENT)
    monkeypatch.setattr(os, "write", slow)
    forgotten = threading.Thread(target=deposit.write, args=(bytes(70_000),))
    forgotten.start()
    assert writing.wait(10)
    discarding = threading.Thread(target=deposit.discard)
    discarding.start()
    may_go_on.set()
    forgotten.join()
    discarding.join()
    assert [Path(path).parent.name for path in written_to] == [CASE]
    with pytest.raises(RuntimeError):
        deposit.seal()
