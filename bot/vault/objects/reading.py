"""A sealed file in an object store, read piece after piece, or from anywhere in it."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import BinaryIO

from bot.vault.errors import VaultAway
from bot.vault.objects.bucket import Bucket
from bot.vault.objects.labels import Place


def opened(bucket: Bucket, place: Place, pieces: int, is_gone: Callable[[], bool] = lambda: False) -> BinaryIO:
    """A sealed file; raises FileNotFoundError at a piece that is not there. One piece of it is in memory.

    If all of it `is_gone` meanwhile, set aside or erased, nothing is missing: it raises `VaultAway`, to be read anew.
    """
    return io.BufferedReader(_Pieces(bucket, place, pieces, is_gone))


class _Pieces(io.RawIOBase):
    """Bytes that lie in pieces, as a file. How long each is, is asked once somebody seeks."""

    def __init__(self, bucket: Bucket, place: Place, pieces: int, is_gone: Callable[[], bool]) -> None:
        self._bucket, self._place, self._pieces, self._is_gone = bucket, place, pieces, is_gone
        self._next = 0
        """The piece that follows what is held."""
        self._held, self._at = memoryview(b""), 0
        """The piece that was got last, and how far it is read."""
        self._begins = 0
        """Where in the file that piece begins."""
        self._ends: list[int] = []

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._begins + self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_CUR and not offset:
            return self.tell()
        ends = self._known_ends()
        wanted = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.tell(), io.SEEK_END: ends[-1] if ends else 0}[whence]
        if not self._begins <= wanted < self._begins + len(self._held):
            number = bisect_right(ends, wanted)
            self._begins = wanted if number >= self._pieces else (ends[number - 1] if number else 0)
            self._next, self._held, self._at = number, memoryview(b""), 0
            if number < self._pieces:
                self._get()
        self._at = wanted - self._begins
        return wanted

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        while self._at >= len(self._held):
            if self._next >= self._pieces:
                return 0
            self._begins += len(self._held)
            self._get()
            self._at = 0
        size = min(len(into), len(self._held) - self._at)
        into[:size] = self._held[self._at : self._at + size]
        self._at += size
        return size

    def _get(self) -> None:
        try:
            self._held = memoryview(self._bucket.get(self._place.piece(self._next)))
        except FileNotFoundError:
            if self._is_gone():
                raise VaultAway("it was taken away while it was read") from None
            raise
        self._next += 1

    def _known_ends(self) -> list[int]:
        if not self._ends:
            sizes = {each.name: each.size for each in self._bucket.under(self._place.folder)}
            try:
                self._ends = list(accumulate(sizes[self._place.piece(number)] for number in range(self._pieces)))
            except KeyError:
                raise FileNotFoundError("a piece is not there any more") from None
        return self._ends
