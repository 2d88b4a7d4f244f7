"""The files as they were sent, byte for byte, in archives beside the packet, with a list of their SHA-256."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from bot.papers.printable import visible

LARGEST = 49_000_000
"""Bytes of files in one archive: a bot may upload 50 MB."""
_LONGEST_NAME = 80
_RESERVED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_A_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest an archive can say: when files came is nobody's business


T = TypeVar("T")


class Taker(Protocol):
    """Takes the bytes of an archive, one after another: a deposit in the vault, or memory."""

    def write(self, chunk: bytes, /) -> object: ...


@dataclass(frozen=True)
class Original:
    """One file: what it was called, its size in bytes, and how to read it."""

    name: str
    size: int
    read: Callable[[], Iterable[bytes]]
    shrinks: bool = False
    """It is text, and worth the time to make it smaller."""


def archives(originals: Sequence[Original], begin: Callable[[], Taker], list_name: str, note: str) -> None:
    """Write as many archives as are needed, each into a deposit of its own."""
    number = 1
    for batch in batches(originals, lambda original: original.size):
        named = [replace(each, name=numbered(place, each.name)) for place, each in enumerate(batch, start=number)]
        number += len(batch)
        archive(named, begin(), list_name, [note, ""])


def archive(files: Iterable[Original], taker: Taker, list_name: str, listed: Sequence[str]) -> None:
    """Write one archive of files under their names, and behind what is `listed` the SHA-256 of each."""
    with zipfile.ZipFile(_Sink(taker), "w", zipfile.ZIP_STORED) as opened:
        digests = [f"{_put(opened, each)}  {each.name}" for each in files]
        with opened.open(zipfile.ZipInfo(list_name, _A_MOMENT), "w") as entry:
            entry.write("\n".join([*listed, *digests, ""]).encode())


def numbered(place: int, name: str) -> str:
    """What a file is called in an archive, so that no two are called alike, and they stand in their order."""
    return f"{place:03} {clean_name(name)}"


def clean_name(name: str) -> str:
    """A name that is one on any system: no folders, no signs that mean something, not too long, its ending kept."""
    plain = _RESERVED.sub("_", " ".join(visible(name).split())).strip(". ") or "file"
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, dot, ending = plain.rpartition(".")
    kept = f"{dot}{ending}" if stem and len(ending) <= 8 else ""
    return plain[: _LONGEST_NAME - len(kept)].strip(". ") + kept


def batches(files: Iterable[T], size: Callable[[T], int], taken: int = 0) -> Iterator[list[T]]:
    """Files in their order, as many together as fit into one archive; so many bytes of the first are taken."""
    batch: list[T] = []
    for file in files:
        if batch and taken + size(file) > LARGEST:
            yield batch
            batch, taken = [], 0
        batch.append(file)
        taken += size(file)
    if batch:
        yield batch


def _put(archive: zipfile.ZipFile, original: Original) -> str:
    digest, entry_of = hashlib.sha256(), zipfile.ZipInfo(original.name, _A_MOMENT)
    entry_of.compress_type = zipfile.ZIP_DEFLATED if original.shrinks else zipfile.ZIP_STORED
    with archive.open(entry_of, "w") as entry:
        for chunk in original.read():
            digest.update(chunk)
            entry.write(chunk)
    return digest.hexdigest()


class _Sink(io.RawIOBase):
    """What takes bytes as a file that can only be written to its end."""

    def __init__(self, taker: Taker) -> None:
        self._taker = taker

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._taker.write(bytes(content))
        return len(content)
