"""Taking a backup beside a bot that works: the files first, then the rows, then what came or went in between."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.backup.draft import draft
from bot.backup.heading import Heading, Refusal
from bot.backup.place import vault_of
from bot.backup.records import Database, Document, End, Entry, Listed, Name, Part, Rows
from bot.backup.sealing import Writing
from bot.settings import Settings
from bot.storage import identity, kept, rows
from bot.storage.connection import Connection
from bot.storage.database import require_ours
from bot.storage.kept import KeptFile
from bot.storage.snapshot import snapshot
from bot.vault import Missing, Tampered, Vault

AT_ONCE = 500
PART_BYTES = 8 << 20
"""Bytes of a file, from which on it is written in parts."""
ROUNDS = 10
"""So often at most are the rows taken; twice is rare."""
SETTLES = 3.0
"""Seconds after which a file that was not whole is tried once more: it may just have been put in its place."""
Progress = Callable[[int, int], None]
"""Hears how many files were copied, and of how many."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that is whole."""

    path: Path
    size: int
    sha256: str
    end: End


def take(settings: Settings, path: Path, key: bytes, progress: Progress) -> Taken:
    """Raises `Refusal`, what the database raises, or OSError; then there is no backup."""
    with _moment(settings) as connection:
        belongs = _identity(connection)
        files = _kept(connection)
    heading = Heading(*belongs, datetime.now(UTC))
    with draft(path) as descriptor:
        writing = Writing(descriptor, key, heading)
        copying = _Copying(vault_of(settings, key), key, writing, progress)
        copying.copy(files)
        end = _rows_and_what_changed(settings, belongs, copying, writing, {file.name for file in files})
        writing.add(end)
        digest = writing.end()
    return Taken(path, writing.size, digest, end)


def _rows_and_what_changed(
    settings: Settings, belongs: tuple[str, str], copying: _Copying, writing: Writing, first: set[Name]
) -> End:
    suspects: dict[Name, str] = {}
    for _ in range(ROUNDS):
        if suspects:
            time.sleep(SETTLES)
        cases = count = 0
        with _moment(settings) as connection:
            if _identity(connection) != belongs:
                raise Refusal("the master key was changed meanwhile: take the backup once more")
            writing.add(Database(rows.revision(connection)))
            for page in rows.pages(connection):
                writing.add(Rows(page.table, page.columns, page.rows))
                count += len(page.rows)
                cases += len(page.rows) if page.table == "cases" else 0
            counters, files = rows.counters(connection), _kept(connection)
        before, suspects = suspects, copying.copy(files)
        if all(before.get(name) == digest for name, digest in suspects.items()):
            break
    names = [file.name for file in files if file.name not in suspects]
    for start in range(0, len(names), AT_ONCE):
        writing.add(Listed([copying.copied[name] for name in names[start : start + AT_ONCE]]))
    erased = len(first - {file.name for file in files})
    return End(len(names), cases, count, counters, erased, sorted(suspects))


class _Copying:
    """Copies files out of the vault, each once, and looks whether it is what was kept."""

    def __init__(self, vault: Vault, key: bytes, writing: Writing, progress: Progress) -> None:
        self._vault, self._key, self._writing, self._progress = vault, key, writing, progress
        self.copied: dict[Name, Entry] = {}

    def copy(self, files: Iterable[KeptFile]) -> dict[Name, str]:
        """Copy what is not copied yet; those that are not there, or not whole, with the SHA-256 they should have."""
        wanted = [file for file in files if not self._has(file)]
        suspects: dict[Name, str] = {}
        for number, file in enumerate(wanted, 1):
            entry = self._copy(file)
            if entry is None:
                suspects[file.name] = file.sha256
            else:
                self.copied[file.name] = entry
            self._progress(number, len(wanted))
        return suspects

    def _has(self, file: KeptFile) -> bool:
        entry = self.copied.get(file.name)
        return entry is not None and entry.sha256 == file.sha256

    def _copy(self, file: KeptFile) -> Entry | None:
        """Write a file as it lies in the vault, opening it meanwhile; None if it is not there, or not what was kept."""
        copy = _Copy(self._writing, file)
        try:
            found = self._vault.sha256_of_copy(file.case_id, file.key, file.number, file.sha256, copy.take)
        except (Missing, Tampered):
            found = ""
        return copy.end(is_whole=found == file.sha256)


class _Copy:
    """One file on its way into the backup: a large one in parts, before it is known whether it is whole."""

    def __init__(self, writing: Writing, file: KeptFile) -> None:
        self._writing, self._file = writing, file
        self._held, self._at, self._digest = bytearray(), 0, hashlib.sha256()

    def take(self, piece: bytes) -> None:
        if len(self._held) >= PART_BYTES:
            self._writing.add(Part(*self._file.name, bytes(self._held), self._at))
            self._at += len(self._held)
            self._held.clear()
        self._held += piece
        self._digest.update(piece)

    def end(self, is_whole: bool) -> Entry | None:
        if is_whole:
            self._writing.add(Document(*self._file.name, bytes(self._held), self._at))
            lies = self._at + len(self._held), self._digest.hexdigest()
            return Entry(*self._file.name, self._file.key, self._file.sha256, *lies)
        if self._at:  # its parts are noise
            self._writing.add(Document(*self._file.name, b"", -1))
        return None


def _moment(settings: Settings) -> AbstractContextManager[Connection]:
    return snapshot(settings.data_dir / "companion.db", settings.database_url)


def _identity(connection: Connection) -> tuple[str, str]:
    require_ours(connection)
    if (belongs := identity.settled(connection)) is None:
        raise Refusal("there is nothing to back up yet: the bot was never started here")
    return belongs


def _kept(connection: Connection) -> list[KeptFile]:
    files: list[KeptFile] = []
    last = ("", 0)
    while some := kept.kept_files(connection, last, AT_ONCE):
        files += some
        last = some[-1].name
    return files
