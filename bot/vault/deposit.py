"""A document on its way into the vault."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from bot.vault import stream
from bot.vault.content import Content
from bot.vault.errors import Missing
from bot.vault.names import Address
from bot.vault.shelf import Part


@dataclass(frozen=True)
class Sealed:
    """What was sealed: its length in bytes and its SHA-256, both of the plaintext."""

    size: int
    sha256: str


class Deposit:
    """Write, seal, look at it, then keep or discard; leaving the `with` block without `keep` discards.

    Calls come one after another, from any thread; only `discard` may come at any time, when the one who waits for a
    call gave up, and then waits for that call to end. After an OSError only `discard` is left.
    """

    def __init__(self, part: Part, case_key: bytes, address: Address, replaces: bool = False) -> None:
        self._part, self._case_key, self._address, self._replaces = part, case_key, address, replaces
        self._sealing = stream.Sealing(case_key, address)
        self._waiting, self._hash, self._size = bytearray(), hashlib.sha256(), 0
        self._sealed: Sealed | None = None
        self._takes_more = True
        try:
            self._part.write(self._sealing.header)
        except OSError:
            self.discard()
            raise

    def write(self, chunk: bytes) -> None:
        """Encrypt and write the next bytes; raises OSError if the disk or the store refuses."""
        self._require_open()
        self._hash.update(chunk)
        self._size += len(chunk)
        self._waiting += chunk
        # A chunk goes out only once a byte beyond it is there: the last one is sealed with its own flag.
        while len(self._waiting) > stream.CHUNK_BYTES:
            full = bytes(self._waiting[: stream.CHUNK_BYTES])
            del self._waiting[: stream.CHUNK_BYTES]
            self._put(self._sealing.chunk(full))

    def seal(self) -> Sealed:
        """End the file and put it where no crash can lose it; raises OSError if that failed."""
        self._require_open()
        self._put(self._sealing.last(bytes(self._waiting)))
        self._waiting.clear()
        self._takes_more = False
        self._part.seal()
        self._sealed = Sealed(self._size, self._hash.hexdigest())
        return self._sealed

    def read(self) -> Iterator[bytes]:
        """What was sealed, read back and authenticated; raises Tampered, or Missing if it was erased."""
        self._require_sealed()
        try:
            with self._part.open() as file:
                yield from stream.opened(file, self._case_key, self._address)
        except FileNotFoundError:
            raise Missing("the case was erased meanwhile") from None

    @contextmanager
    def lend(self) -> Iterator[stream.Chunks]:
        """What was sealed, to be read from anywhere in it; raises Tampered, or Missing if it was erased."""
        self._require_sealed()
        try:
            with self._part.open() as file:
                yield stream.Chunks(file, self._case_key, self._address)
        except FileNotFoundError:
            raise Missing("the case was erased meanwhile") from None

    def keep(self) -> None:
        """Make it the document, durably; raises Missing if the case was erased meanwhile."""
        content = Content(self._address, self._case_key, self._require_sealed().sha256)
        try:
            self._part.keep(content, replaces=self._replaces)
        except FileNotFoundError:
            raise Missing("the case was erased meanwhile") from None
        finally:
            self._sealed = None

    def discard(self) -> None:
        """Remove what was written, unless it was kept; may be called more than once."""
        self._takes_more, self._sealed = False, None
        self._part.discard()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _put(self, data: bytes) -> None:
        try:
            self._part.write(data)
        except OSError:
            self._takes_more = False
            raise

    def _require_open(self) -> None:
        if not self._takes_more:
            raise RuntimeError("this deposit takes no more bytes")

    def _require_sealed(self) -> Sealed:
        if self._sealed is None:
            raise RuntimeError("seal the deposit first; a deposit is kept once")
        return self._sealed
