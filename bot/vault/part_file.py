"""A document on its way into a folder: a file beside the others, that gets its name once it is on the disk."""

from __future__ import annotations

import contextlib
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from bot.vault import aside, stable
from bot.vault.content import Content
from bot.vault.names import Address


class PartFile:
    """A `Part` in a folder."""

    def __init__(self, folder: Path, address: Address) -> None:
        self._folder, self._address = folder, address
        self._part, self._final = address.new_part(folder), address.path(folder)
        self._busy = threading.RLock()
        self._descriptor: int | None = os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)

    def write(self, data: bytes) -> None:
        with self._busy:
            try:
                stable.write_all(self._open_descriptor(), data)
            except OSError:
                self._close()
                raise

    def seal(self) -> None:
        with self._busy:
            try:
                os.fsync(self._open_descriptor())
            finally:
                # After a failed fsync the kernel may forget the lost pages: a second try would succeed and lie.
                self._close()

    def open(self) -> BinaryIO:
        return self._part.open("rb")

    def keep(self, content: Content, *, replaces: bool) -> None:
        """Give the file its final name, durably.

        Another file that lies under that name, and was not to be replaced, is set aside: a database restored from an
        older backup counts on from an older number, and the newer file is somebody's paper. A second try at the same
        file has the same name and the same content.
        """
        is_another = self._final.exists() and not replaces and not content.is_in(lambda: self._final.open("rb"))
        if is_another:
            aside.put(self._folder, self._address, datetime.now(UTC).date())
        self._part.rename(self._final)
        stable.flush_folder(self._final.parent)

    def discard(self) -> None:
        self._close()
        self._part.unlink(missing_ok=True)

    def _open_descriptor(self) -> int:
        if self._descriptor is None:
            raise RuntimeError("this deposit takes no more bytes")
        return self._descriptor

    def _close(self) -> None:
        with self._busy:
            descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            # Errors that matter were seen by fsync; the descriptor is released in any case (close(2)).
            with contextlib.suppress(OSError):
                os.close(descriptor)
