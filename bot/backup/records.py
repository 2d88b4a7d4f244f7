"""What a backup holds, record after record; each goes as its length (8 bytes, big endian) and MessagePack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

LENGTH_BYTES = 8
Name = tuple[str, int]
"""A document: its case's opaque id and its number."""


class Document(msgspec.Struct, frozen=True, array_like=True, tag="document"):
    """One file as it lies in the vault. Only what counts is listed with its key: the rest is noise by then."""

    case_id: str
    number: int
    sealed: bytes


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


Record = Document | Database | Rows | Listed | End
_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Record)


def written(record: Record) -> bytes:
    data = _ENCODER.encode(record)
    return len(data).to_bytes(LENGTH_BYTES, "big") + data


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
