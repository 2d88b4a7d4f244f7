"""What reading content gave is kept for the next start: never for other text, never a mistake, never half."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from dialogs.content import kept as kept_module
from dialogs.content.files import ContentError
from dialogs.content.kept import Kept, beside_bytecode

Read = Callable[..., str]
T = TypeVar("T")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "said.txt"
    written.write_text("one")
    return written


@pytest.fixture
def times() -> list[str]:
    """What was really read."""
    return []


@pytest.fixture
def read(folder: Path, file: Path, times: list[str]) -> Read:
    def reader(where: Path, *others: object) -> str:
        times.append(where.read_text())
        if times[-1] == "wrong":
            raise ContentError(where, "key", "is wrong")
        return times[-1] + "".join(map(str, others))

    return lambda *others: Kept(folder).of(reader, (file,), file, *others)


def test_the_same_is_read_once(read: Read, times: list[str]) -> None:
    assert [read(), read(), read()] == ["one", "one", "one"]
    assert times == ["one"]


def test_another_text_of_the_same_length_is_read_anew(read: Read, times: list[str], file: Path) -> None:
    read()
    file.write_text("two")
    assert read() == "two"
    file.write_text("one")
    assert read() == "one"
    assert times == ["one", "two", "one"]


def test_what_it_is_read_with_counts_too(read: Read, times: list[str]) -> None:
    assert [read("a"), read("b"), read("b")] == ["onea", "oneb", "oneb"]
    assert len(times) == 2


def test_a_set_is_the_same_in_whatever_order(read: Read, times: list[str]) -> None:
    read(frozenset("abcdefgh"))
    read(frozenset("hgfedcba"))
    assert len(times) == 1


def test_other_code_reads_anew(read: Read, times: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    monkeypatch.setattr(kept_module, "_code", lambda: b"another version")
    read()
    assert len(times) == 2


def test_what_changes_while_it_is_read_is_not_kept(folder: Path, file: Path) -> None:
    def slow(where: Path) -> str:
        text = where.read_text()
        where.write_text("later")
        return text

    assert Kept(folder).of(slow, (file,), file) == "one"
    assert not folder.exists()


def test_a_mistake_is_never_kept(read: Read, times: list[str], file: Path, folder: Path) -> None:
    file.write_text("wrong")
    for _ in range(2):
        with pytest.raises(ContentError):
            read()
    assert len(times) == 2
    assert not folder.exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda whole: whole[:-1],
        lambda whole: whole[:40],
        lambda whole: b"",
        lambda whole: whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:],
        lambda whole: whole[:64] + b"nothing that was pickled",
    ],
)
def test_what_is_cut_off_or_changed_is_read_anew(read: Read, times: list[str], folder: Path, harm: Callable) -> None:
    read()
    (place,) = folder.iterdir()
    place.write_bytes(harm(place.read_bytes()))
    assert read() == "one"
    assert read() == "one"
    assert len(times) == 2, "and kept again"


def test_where_nothing_can_be_kept_it_is_read_each_time(tmp_path: Path, file: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    kept = Kept(tmp_path / "taken")
    assert [kept.of(Path.read_text, (file,), file) for _ in range(2)] == ["one", "one"]


def test_python_that_keeps_no_bytecode_keeps_nothing_of_this(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert vars(beside_bytecode()) == vars(Kept())
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    assert vars(beside_bytecode()) != vars(Kept())


def test_what_is_held_is_not_even_loaded_again_and_only_what_was_edited_is_read(
    tmp_path: Path, times: list[str]
) -> None:
    files = [tmp_path / name for name in ("a", "b")]
    for each in files:
        each.write_text(each.name)

    def reader(where: Path) -> list[str]:
        times.append(where.name)
        return [where.read_text()]

    for folder in (None, tmp_path / "kept"):
        times.clear()
        kept = Kept(folder, holds=True)
        first = [kept.of(reader, (each,), each) for each in files]
        files[0].write_text(f"edited {folder}")
        second = [kept.of(reader, (each,), each) for each in files]
        assert second[0] == [f"edited {folder}"]
        assert second[1] is first[1]
        assert times == ["a", "b", "a"]
