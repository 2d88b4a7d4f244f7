"""How the bot and its packing child speak: frames of a kind (1 byte), a length (4 bytes, big endian) and so many bytes.

To the child: one frame with the plan (JSON), then each file as frames of its bytes, ended by an empty one; a large file
as one frame that says under which number it is lent (JSON). From the child: `BEGUN` with a file's number (or the count
of files, once only our own pages are left), `BYTES` with a part's number (2 bytes) and what comes next of it, and at
the end `DONE` with what came of it (JSON).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO

PLAN, FILE, LENT = b"p", b"f", b"l"
BEGUN, BYTES, DONE = b"b", b"d", b"e"
MOST_AT_ONCE = 1 << 20
_HEAD = struct.Struct(">cI")


class BrokenFrames(ValueError):
    """Not what an honest speaker says."""


def frame(kind: bytes, content: bytes = b"") -> bytes:
    return _HEAD.pack(kind, len(content)) + content


def read_frame(source: BinaryIO) -> tuple[bytes, bytes]:
    """The next frame; raises EOFError at the end."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    kind, size = _HEAD.unpack(head)
    return kind, source.read(size)


def read_file(source: BinaryIO) -> tuple[bytes, dict[str, int]]:
    """All bytes of one file, or how it is lent."""
    pieces: list[bytes] = []
    while True:
        kind, piece = read_frame(source)
        if kind == LENT:
            return b"", json.loads(piece)
        if not piece:
            return b"".join(pieces), {}
        pieces.append(piece)


class Hearing:
    """Puts frames together from pieces of any size, and hands each over."""

    def __init__(self, take: Callable[[bytes, bytes], None]) -> None:
        self._take = take
        self._waiting = bytearray()

    def __call__(self, piece: bytes) -> None:
        self._waiting += piece
        at = 0
        while len(self._waiting) - at >= _HEAD.size:
            kind, size = _HEAD.unpack_from(self._waiting, at)
            if size > MOST_AT_ONCE + 2:
                raise BrokenFrames("a frame is too long")
            if len(self._waiting) - at < _HEAD.size + size:
                break
            at += _HEAD.size
            self._take(kind, bytes(self._waiting[at : at + size]))
            at += size
        del self._waiting[:at]


def in_frames(kind: bytes, content: bytes, before: bytes = b"") -> Iterator[bytes]:
    """Bytes of any length as frames that are each short enough."""
    for start in range(0, len(content), MOST_AT_ONCE):
        yield frame(kind, before + content[start : start + MOST_AT_ONCE])
