"""The files as they were sent, byte for byte, in archives beside the packet, with a list of their SHA-256."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.papers.printable import visible
from bot.vault.deposit import Deposit

LARGEST = 49_000_000
"""Bytes of files in one archive: a bot may upload 50 MB."""
_LONGEST_NAME = 80
_RESERVED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_A_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest an archive can say: when files came is nobody's business


@dataclass(frozen=True)
class Original:
    """One file: what it was called, its size in bytes, and how to read it."""

    name: str
    size: int
    read: Callable[[], Iterable[bytes]]


def archives(originals: Sequence[Original], begin: Callable[[], Deposit], list_name: str, note: str) -> None:
    """Write as many archives as are needed, each into a deposit of its own."""
    number = 1
    for batch in _batches(originals):
        with zipfile.ZipFile(_Sink(begin()), "w", zipfile.ZIP_STORED) as archive:
            listed = [note, ""]
            for original in batch:
                name = f"{number:03} {clean_name(original.name)}"
                number += 1
                listed.append(f"{_put(archive, name, original)}  {name}")
            with archive.open(zipfile.ZipInfo(list_name, _A_MOMENT), "w") as entry:
                entry.write("\n".join([*listed, ""]).encode())


def clean_name(name: str) -> str:
    """A name that is one on any system: no folders, no signs that mean something, not too long, its ending kept."""
    plain = _RESERVED.sub("_", " ".join(visible(name).split())).strip(". ") or "file"
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, dot, ending = plain.rpartition(".")
    kept = f"{dot}{ending}" if stem and len(ending) <= 8 else ""
    return plain[: _LONGEST_NAME - len(kept)].strip(". ") + kept


def _batches(originals: Sequence[Original]) -> Iterator[list[Original]]:
    batch: list[Original] = []
    for original in originals:
        if batch and sum(each.size for each in batch) + original.size > LARGEST:
            yield batch
            batch = []
        batch.append(original)
    if batch:
        yield batch


def _put(archive: zipfile.ZipFile, name: str, original: Original) -> str:
    digest = hashlib.sha256()
    with archive.open(zipfile.ZipInfo(name, _A_MOMENT), "w") as entry:
        for chunk in original.read():
            digest.update(chunk)
            entry.write(chunk)
    return digest.hexdigest()


class _Sink(io.RawIOBase):
    """A deposit as a file that can only be written to its end."""

    def __init__(self, deposit: Deposit) -> None:
        self._deposit = deposit

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._deposit.write(bytes(content))
        return len(content)
