"""A file under a temporary name: it gets its own once it is whole and on stable storage, or is gone."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.backup.heading import Refusal
from bot.vault import stable

_ENDING = ".backup.part"


@contextmanager
def draft(path: Path) -> Iterator[int]:
    """A descriptor to write to; the file is named `path` only if nothing was raised. Raises `Refusal`."""
    if path.exists():
        raise Refusal(f"there is a file {path.name} already: choose another name")
    with writable():
        _sweep(path.parent)
        part = path.with_name(f"{path.name}.{secrets.token_hex(8)}{_ENDING}")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            with writable():
                _give_away(descriptor, path.parent)
            with suppress(OSError):  # a file server may know no locks
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield descriptor
            with writable():
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        with writable():
            part.rename(path)
            stable.flush_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _give_away(descriptor: int, folder: Path) -> None:
    """As whoever the folder for backups belongs to would have written it; some file servers let root not do that."""
    if os.geteuid() == 0:
        owner = folder.stat()
        with suppress(PermissionError):
            os.fchown(descriptor, owner.st_uid, owner.st_gid)


@contextmanager
def writable() -> Iterator[None]:
    """What the disk refuses is about the backup's own place, and not about what is backed up."""
    try:
        yield
    except OSError as error:
        raise Refusal(f"the backup cannot be written where it should lie ({error.strerror})") from None


def _sweep(folder: Path) -> None:
    """Remove what a backup that was killed left; one that is being written holds its file."""
    for left in folder.glob(f"*{_ENDING}"):
        with suppress(OSError), left.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
