"""What a backup holds, record after record; each goes as its length (8 bytes, big endian) and MessagePack."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import msgspec

from bot.vault import Tampered

LENGTH_BYTES = 8
Name = tuple[str, int]
"""A document: its case's opaque id and its number."""


class Part(msgspec.Struct, frozen=True, array_like=True, tag="part"):
    """What comes next of a large file as it lies in the vault, from a place on; the last of it is a `Document`."""

    case_id: str
    number: int
    sealed: bytes
    at: int


class Document(msgspec.Struct, frozen=True, array_like=True, tag="document"):
    """One file as it lies in the vault, or its end. Only what counts is listed with its key: the rest is noise by then.

    Where it does not begin where the parts before it end, they are noise.
    """

    case_id: str
    number: int
    sealed: bytes
    at: int = 0


class Database(msgspec.Struct, frozen=True, array_like=True, tag="database"):
    """The rows that follow are all there are, at one moment; rows that came before are out of date."""

    revision: str


class Rows(msgspec.Struct, frozen=True, array_like=True, tag="rows"):
    table: str
    columns: list[str]
    rows: list[list[Any]]


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A file that the rows know: its case's key (wrapped by the master key), the SHA-256 of its content, and size in
    bytes and SHA-256 of what lies sealed.
    """

    case_id: str
    number: int
    key: bytes
    sha256: str
    size: int
    lies: str

    @property
    def name(self) -> Name:
        return self.case_id, self.number


class Listed(msgspec.Struct, frozen=True, array_like=True, tag="listed"):
    """Some of the files that count."""

    documents: list[Entry]


class End(msgspec.Struct, frozen=True, array_like=True, tag="end"):
    """How much there is of everything; nothing comes after it."""

    documents: int
    cases: int
    rows: int
    counters: dict[str, int]
    erased: int
    """Files that were deleted while the backup was taken, and are not in it."""
    damaged: list[tuple[str, int]]
    """Files that the rows know, and that the vault had not, or not whole."""


Record = Part | Document | Database | Rows | Listed | End
_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Record)


def written(record: Record) -> bytes:
    data = _ENCODER.encode(record)
    return len(data).to_bytes(LENGTH_BYTES, "big") + data


def copies(records: Iterable[Record]) -> Iterator[tuple[Name, Iterator[bytes]]]:
    """The files among these records, each in pieces, to be taken before the next; raises `Tampered` in one of noise."""
    following = iter(records)
    for record in following:
        if isinstance(record, Part | Document):
            pieces = _pieces(record, following)
            yield (record.case_id, record.number), pieces
            with suppress(Tampered):
                deque(pieces, 0)  # what nobody wanted


def _pieces(record: Part | Document, following: Iterator[Record]) -> Iterator[bytes]:
    at = 0
    while record.at == at:
        yield record.sealed
        at += len(record.sealed)
        if isinstance(record, Document):
            return
        after = next(following)
        assert isinstance(after, Part | Document), "nothing comes between the parts of a file"
        record = after
    raise Tampered("not all of it is there")


def read(chunks: Iterable[bytes]) -> Iterator[Record]:
    """The records in these bytes. Raises `msgspec.MsgspecError`, or `EOFError` where the last one is cut off."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) >= LENGTH_BYTES:
            end = LENGTH_BYTES + int.from_bytes(held[:LENGTH_BYTES], "big")
            if len(held) < end:
                break
            record = _DECODER.decode(bytes(held[LENGTH_BYTES:end]))
            del held[:end]
            yield record
    if held:
        raise EOFError
