"""A document on its way into an object store: piece after piece, under names that nobody else writes."""

from __future__ import annotations

import secrets
import threading
import time
from contextlib import suppress
from typing import BinaryIO

from bot.vault.content import Content
from bot.vault.errors import VaultAway
from bot.vault.names import Address
from bot.vault.objects.bucket import Bucket
from bot.vault.objects.labels import MOST_PIECES, Label, Place
from bot.vault.objects.reading import opened

PIECE_BYTES = 5 << 20
"""Bytes of a piece, and what an upload holds in memory: so many that few files have more than one."""


class Upload:
    """A `Part` in a bucket."""

    def __init__(self, bucket: Bucket, address: Address) -> None:
        self._bucket, self._place = bucket, Place(address.case_id, address.document, secrets.token_hex(16))
        self._waiting, self._sizes = bytearray(), list[int]()
        self._busy = threading.RLock()
        self._is_open, self._is_kept = True, False

    def write(self, data: bytes) -> None:
        """Take the next sealed bytes.

        What comes first, the header, goes out at once: whoever erases the document takes it away, and then the rest
        can no longer be kept.
        """
        with self._busy:
            self._require_open()
            self._waiting += data
            while len(self._waiting) > PIECE_BYTES or (self._waiting and not self._sizes):
                full = bytes(self._waiting[:PIECE_BYTES])
                del self._waiting[:PIECE_BYTES]
                self._put(full)

    def seal(self) -> None:
        with self._busy:
            self._require_open()
            rest, self._waiting = bytes(self._waiting), bytearray()
            try:
                self._put(rest)
            finally:
                self._is_open = False

    def open(self) -> BinaryIO:
        return opened(self._bucket, self._place, len(self._sizes))

    def keep(self, content: Content, *, replaces: bool) -> None:
        """Put the label, if all pieces lie there before it and after it.

        What was kept before stays until the row in the database names this one (`Objects.settle`).
        """
        label = Label(self._place, len(self._sizes), content.tag, time.time_ns())
        self._require_whole()
        self._bucket.put(label.name, b"")
        try:
            self._require_whole()
        except FileNotFoundError:
            self._bucket.delete([label.name])
            raise
        self._is_kept = True

    def discard(self) -> None:
        """Remove what was put, unless it was kept; what cannot be removed now is swept later."""
        self._is_open = False
        with self._busy:
            if self._sizes and not self._is_kept:
                with suppress(VaultAway):
                    lying = [each.name for each in self._bucket.under(self._place.folder)]
                    self._bucket.delete([name for name in lying if self._is_ours(name)])
                self._sizes = []

    def _put(self, data: bytes) -> None:
        number = len(self._sizes)
        if number > MOST_PIECES:
            raise ValueError("a file has too many pieces")
        self._sizes.append(len(data))
        try:
            self._bucket.put(self._place.piece(number), data)
        except OSError:
            self._is_open = False
            raise

    def _require_whole(self) -> None:
        lying = {each.name: each.size for each in self._bucket.under(self._place.folder)}
        if any(lying.get(self._place.piece(number)) != size for number, size in enumerate(self._sizes)):
            raise FileNotFoundError("a piece is not there any more")

    def _require_open(self) -> None:
        if not self._is_open:
            raise RuntimeError("this deposit takes no more bytes")

    def _is_ours(self, name: str) -> bool:
        return name.startswith(f"{self._place.folder}/{self._place.fence}.")
