import subprocess
import sys
from pathlib import Path

import pytest

from bot.vault import DamagedMasterKey, master_key
from bot.vault.master_key import read_brought_key

PROJECT = Path(__file__).parents[2]
MAKING = """
import pathlib, sys
from bot.vault import master_key
sys.stdin.read()
print(master_key(pathlib.Path(sys.argv[1])).hex())
"""


def test_it_is_made_once_and_read_ever_after(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    first = master_key(path)
    assert len(first) == 32
    assert master_key(path) == first
    assert master_key(tmp_path / "other.key") != first


def test_only_its_owner_may_read_it_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    master_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_processes_starting_at_once_agree_on_one_key(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    command = [sys.executable, "-c", MAKING, str(path)]
    starting = [
        subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    for process in starting:  # each waits for the end of its input, so that they begin together
        process.stdin.close()
    keys = set()
    for process in starting:
        with process:
            keys.add(process.stdout.read())
    assert len(keys) == 1
    assert bytes.fromhex(keys.pop()) == master_key(path)
    assert list(path.parent.iterdir()) == [path]


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    master_key(path)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + (b"0" if whole[at : at + 1] != b"0" else b"1") + whole[at + 1 :])
        with pytest.raises(DamagedMasterKey):
            master_key(path)


@pytest.mark.parametrize("content", [b"", b"1", bytes(32), b"1 " + b"a" * 64, b"\n", b"x" * 10_000])
def test_a_damaged_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "master.key"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="restore it from its backup"):
        master_key(path)
    assert path.read_bytes() == content


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    master_key(path)
    whole = path.read_bytes().rstrip(b"\n")
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedMasterKey):
            master_key(path)
    path.write_bytes(whole)
    assert len(master_key(path)) == 32


@pytest.mark.parametrize(
    "kept",
    [
        *("{}\r\n", "\ufeff{}\n", "  {}  \n\n", "\t{}", "{}\r\n\r\n"),
        pytest.param("upper", id="in capital letters"),
        pytest.param("two blanks", id="with two blanks in it"),
    ],
)
def test_a_key_that_was_kept_in_an_editor_or_a_password_manager_is_the_same_key(tmp_path: Path, kept: str) -> None:
    """Where it is needed again, nobody must believe that it is lost."""
    path, brought = tmp_path / "master.key", tmp_path / "brought"
    key = master_key(path)
    line = path.read_text().strip()
    changed = {"upper": line.upper(), "two blanks": line.replace(" ", "  ")}
    path.write_bytes(changed.get(kept, kept.format(line)).encode())
    assert (master_key(path), read_brought_key(path)) == (key, key)
    bare = key.hex()
    brought.write_bytes({"upper": bare.upper(), "two blanks": bare}.get(kept, kept.format(bare)).encode())
    assert read_brought_key(brought) == key
