"""One bot a data folder: two writers on one SQLite file could damage it."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO


class InUse(Exception):
    """Another bot works in this data folder."""


def take_lock(folder: Path) -> IO[str]:
    """Hold the folder until this process ends, however it ends. Raises `InUse`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = (folder / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise InUse("another bot is working in this folder") from None
    return lock
