"""A document on its way into the vault."""

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.vault import aside, stable, stream
from bot.vault.errors import Missing, Tampered
from bot.vault.names import Address


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

    def __init__(self, folder: Path, case_key: bytes, address: Address, replaces: bool = False) -> None:
        self._part, self._final = address.new_part(folder), address.path(folder)
        self._folder, self._case_key, self._address, self._replaces = folder, case_key, address, replaces
        self._sealing = stream.Sealing(case_key, address)
        self._waiting, self._hash, self._size = bytearray(), hashlib.sha256(), 0
        self._sealed: Sealed | None = None
        self._busy = threading.RLock()
        self._descriptor: int | None = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            self._put(self._sealing.header)
        except OSError:
            self.discard()
            raise

    def write(self, chunk: bytes) -> None:
        """Encrypt and write the next bytes; raises OSError if the disk refuses."""
        self._open_descriptor()
        self._hash.update(chunk)
        self._size += len(chunk)
        self._waiting += chunk
        # A chunk goes out only once a byte beyond it is there: the last one is sealed with its own flag.
        while len(self._waiting) > stream.CHUNK_BYTES:
            full = bytes(self._waiting[: stream.CHUNK_BYTES])
            del self._waiting[: stream.CHUNK_BYTES]
            self._put(self._sealing.chunk(full))

    def seal(self) -> Sealed:
        """End the file and put it on stable storage; raises OSError if that failed."""
        self._put(self._sealing.last(bytes(self._waiting)))
        self._waiting.clear()
        with self._busy:
            try:
                os.fsync(self._open_descriptor())
            finally:
                # After a failed fsync the kernel may forget the lost pages: a second try would succeed and lie.
                self._close()
        self._sealed = Sealed(self._size, self._hash.hexdigest())
        return self._sealed

    def read(self) -> Iterator[bytes]:
        """What was sealed, read back from disk and authenticated; raises Tampered, or Missing if it was erased."""
        self._require_sealed()
        try:
            file = self._part.open("rb")
        except FileNotFoundError:
            raise Missing("the case was erased meanwhile") from None
        with file:
            yield from stream.opened(file, self._case_key, self._address)

    def keep(self) -> None:
        """Give the file its final name, durably; raises Missing if the case was erased meanwhile.

        Another file that lies under that name, and was not to be replaced, is set aside: a database restored from an
        older backup counts on from an older number, and the newer file is somebody's paper.
        """
        self._require_sealed()
        try:
            if not self._replaces and self._lies_another():
                aside.put(self._folder, self._address, datetime.now(UTC).date())
            self._part.rename(self._final)
            self._sealed = None
            stable.flush_folder(self._final.parent)
        except FileNotFoundError:
            raise Missing("the case was erased meanwhile") from None

    def discard(self) -> None:
        """Remove what was written, unless it was kept; may be called more than once."""
        self._close()
        self._sealed = None
        self._part.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _lies_another(self) -> bool:
        """Whether a kept file has this file's name and not its content; a second try at the same file has both."""
        assert self._sealed is not None
        try:
            return stream.sha256_of(self._final, self._case_key, self._address) != self._sealed.sha256
        except FileNotFoundError:
            return False
        except Tampered:
            return True

    def _put(self, data: bytes) -> None:
        with self._busy:
            try:
                stable.write_all(self._open_descriptor(), data)
            except OSError:
                self._close()
                raise

    def _open_descriptor(self) -> int:
        if self._descriptor is None:
            raise RuntimeError("this deposit takes no more bytes")
        return self._descriptor

    def _require_sealed(self) -> None:
        if self._sealed is None:
            raise RuntimeError("seal the deposit first; a deposit is kept once")

    def _close(self) -> None:
        with self._busy:
            descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            # Errors that matter were seen by fsync; the descriptor is released in any case (close(2)).
            with contextlib.suppress(OSError):
                os.close(descriptor)
