"""The child's side of a loan (`lending.py`): a file that can be read and sought in, and is nowhere."""

from __future__ import annotations

import io
import os

from bot.child.lending import ANSWER, MOST_AT_ONCE, QUESTION

AT_ONCE = 64 << 10
"""Bytes that are asked for at a time: more than most headings have."""


def borrowed(descriptor: int, number: int, size: int) -> io.BufferedReader:
    """One of the files that were lent."""
    return io.BufferedReader(_Borrowed(descriptor, number, size), AT_ONCE)


class _Borrowed(io.RawIOBase):
    name = ""
    """It has none, and pydicom asks."""

    def __init__(self, descriptor: int, number: int, size: int) -> None:
        self._descriptor, self._number, self._size = descriptor, number, size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        wanted = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if wanted < 0:
            raise ValueError("there is nothing before a file")
        self._at = wanted
        return wanted

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        length = min(len(into), MOST_AT_ONCE, max(0, self._size - self._at))
        if not length:
            return 0
        os.write(self._descriptor, QUESTION.pack(self._number, self._at, length))
        (size,) = ANSWER.unpack(self._taken(ANSWER.size))
        into[:size] = self._taken(size)
        self._at += size
        return int(size)

    def _taken(self, size: int) -> bytes:
        taken = bytearray()
        while len(taken) < size:
            piece = os.read(self._descriptor, size - len(taken))
            if not piece:
                raise OSError("the loan is over")
            taken += piece
        return bytes(taken)
