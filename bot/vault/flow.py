"""Bytes that come in pieces, where a file is wanted: to be sent, or opened, without going through memory as a whole."""

from __future__ import annotations

import io
from collections.abc import Iterator


class Flow(io.RawIOBase):
    """Bytes that come in pieces, as a file that is read once, to its end."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        size = min(len(into), len(self._rest))
        into[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
