"""The files as they were sent, byte for byte, in archives beside the packet, with a list of their SHA-256."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Protocol, TypeVar

from bot.packet.endings import ending_of
from bot.papers.printable import visible

LARGEST = 49_000_000
"""Bytes of files in one archive, where a bot may upload 50 MB."""
OF_THE_ARCHIVE = 1_000_000
"""Bytes that an archive has beside its files."""
_LONGEST_NAME = 80
_RESERVED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_A_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest an archive can say: when files came is nobody's business


T = TypeVar("T")


class Taker(Protocol):
    """Takes the bytes of an archive, one after another: a deposit in the vault."""

    def write(self, chunk: bytes, /) -> object: ...


@dataclass(frozen=True)
class Original:
    """One file: what it was called, its size in bytes, and how to read it."""

    name: str
    size: int
    read: Callable[[], Iterable[bytes]]
    shrinks: bool = False
    """It is text, and worth the time to make it smaller."""


def archives(
    originals: Sequence[Original], begin: Callable[[], Taker], words: Mapping[str, str], largest: int = LARGEST
) -> None:
    """Write as many archives as are needed, each into a deposit of its own; what is too large to be sent is listed."""
    inside = sorted(originals, key=lambda each: each.name)
    fitting = [each for each in inside if each.size <= largest]
    left = [f"{each.name}: {words['list_too_large']}" for each in inside if each.size > largest]
    for batch in list(batches(fitting, lambda original: original.size, largest=largest)) or ([[]] if left else []):
        taker = begin()
        for piece in archived(batch, words["list_name"], [words["list_note"], "", *left]):
            taker.write(piece)


def archived(files: Iterable[Original], list_name: str, listed: Sequence[str]) -> Iterator[bytes]:
    """An archive of files under their names, and behind what is `listed` the SHA-256 of each, as it comes about."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as opened:
        digests = []
        for each in files:
            digest, entry_of = hashlib.sha256(), zipfile.ZipInfo(each.name, _A_MOMENT)
            entry_of.compress_type = zipfile.ZIP_DEFLATED if each.shrinks else zipfile.ZIP_STORED
            with opened.open(entry_of, "w") as entry:
                for chunk in each.read():
                    digest.update(chunk)
                    entry.write(chunk)
                    yield sink.taken()
            digests.append(f"{digest.hexdigest()}  {each.name}")
        with opened.open(zipfile.ZipInfo(list_name, _A_MOMENT), "w") as entry:
            entry.write("\n".join([*listed, *digests, ""]).encode())
    yield sink.taken()


def names_of(files: Iterable[Mapping[str, Any]]) -> list[str]:
    """What files are called in an archive: as the plan calls each, by what its bytes are, and no two alike."""
    taken, names = set[str](), list[str]()
    for each in files:
        came = str(each["name"])
        stem, ending = clean_name(str(each.get("stem") or _stem(came))), ending_of(came, str(each.get("kind", "")))
        name = next(
            name
            for number in count(1)
            if (name := f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}").casefold() not in taken
        )
        taken.add(name.casefold())
        names.append(name)
    return names


def _stem(name: str) -> str:
    return name[: len(name) - len(came)] if (came := ending_of(name, "")) else name


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


def batches(files: Iterable[T], size: Callable[[T], int], taken: int = 0, largest: int = LARGEST) -> Iterator[list[T]]:
    """Files in their order, as many together as fit into one archive; so many bytes of the first are taken."""
    batch: list[T] = []
    for file in files:
        if batch and taken + size(file) > largest:
            yield batch
            batch, taken = [], 0
        batch.append(file)
        taken += size(file)
    if batch:
        yield batch


class _Sink(io.RawIOBase):
    """What is written to it until it is taken, as a file that can only be written to its end."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._waiting += content
        return len(content)

    def taken(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken
