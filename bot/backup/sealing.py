"""A backup's stream: sealed as it is written, opened as it is read, never larger in memory than one file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.backup import records
from bot.backup.draft import writable
from bot.backup.heading import LONGEST, Heading, Refusal, read_heading
from bot.backup.records import Record
from bot.vault import Tampered, stable
from bot.vault.mark import fingerprint
from bot.vault.stream import CHUNK_BYTES, Chunks, Sealing, opened
from bot.vault.wrapping import KEY_BYTES


class Writing:
    """Seals records into a file that was just made; raises `Refusal` if the disk refuses."""

    def __init__(self, descriptor: int, master_key: bytes, heading: Heading) -> None:
        self._descriptor, self._waiting = descriptor, bytearray()
        self._sealing, self._hash = Sealing(_backup_key(master_key), heading), hashlib.sha256()
        self.size = 0
        self._put(heading.line + self._sealing.header)

    def add(self, record: Record) -> None:
        self._waiting += records.written(record)
        # A chunk goes out only once a byte beyond it is there: the last one is sealed with its own flag.
        while len(self._waiting) > CHUNK_BYTES:
            full = bytes(self._waiting[:CHUNK_BYTES])
            del self._waiting[:CHUNK_BYTES]
            self._put(self._sealing.chunk(full))

    def end(self) -> str:
        """Write what is left; the SHA-256 of the whole file."""
        self._put(self._sealing.last(bytes(self._waiting)))
        return self._hash.hexdigest()

    def _put(self, data: bytes) -> None:
        with writable():
            stable.write_all(self._descriptor, data)
        self._hash.update(data)
        self.size += len(data)


class Reading:
    """One backup, read as often as it is asked for. Raises `Refusal`, or OSError."""

    def __init__(self, path: Path, master_key: bytes) -> None:
        self.heading = heading_of(path)
        if self.heading.key != fingerprint(master_key):
            raise Refusal(
                f"this backup belongs to another master.key (fingerprint {self.heading.key}) than the one that is there"
                f" ({fingerprint(master_key)}): let DATA_DIR, MASTER_KEY_FILE or MASTER_KEY say the right one"
            )
        self._path, self._key = path, _backup_key(master_key)

    def name(self) -> str:
        """What tells this backup from every other one."""
        with self._path.open("rb") as file:
            return hashlib.sha256(file.read(LONGEST)).hexdigest()

    def has_its_end(self) -> bool:
        """Whether its last piece is the one with which it was ended: a copy that was cut off has none."""
        with self._path.open("rb") as file, suppress(Tampered):
            Chunks(file, self._key, self.heading, begin=len(file.readline(LONGEST)))
            return True
        return False

    def records(self) -> Iterator[Record]:
        """Everything in it, each byte authenticated before it is looked at."""
        try:
            with self._path.open("rb") as file:
                file.readline(LONGEST)
                yield from records.read(opened(file, self._key, self.heading))
        except Tampered:
            raise Refusal("this backup is damaged, or not whole: use another one") from None
        except (msgspec.MsgspecError, EOFError):
            raise Refusal("this backup was written by a newer version of this bot: use that version") from None


def heading_of(path: Path) -> Heading:
    """Whose backup a file is, told without the key. Raises `Refusal`, or OSError."""
    if path.is_dir():
        raise Refusal(f"{path.name} is a folder: name one of the backups in it")
    with path.open("rb") as file:
        return read_heading(file.readline(LONGEST))


def _backup_key(master_key: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, None, b"second opinion: backup").derive(master_key)
