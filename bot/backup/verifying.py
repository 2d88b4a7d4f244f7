"""Whether a backup is whole: every byte of it is read, and what it lists is in it as it lay in the vault.

Each file was opened when it was taken, and is once more before it is put back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from bot.backup.heading import Heading, Refusal
from bot.backup.records import Database, Document, End, Entry, Listed, Name, Part, Rows
from bot.backup.sealing import Reading
from bot.storage.versions import known
from bot.vault import Tampered
from bot.vault.wrapping import unwrap

DAMAGED = "this backup is damaged, or not whole: use another one"


@dataclass(frozen=True, slots=True)
class Looked:
    """What is in a backup that is whole."""

    heading: Heading
    revision: str
    """The version of its tables."""
    rows_begin: int
    """The record from which on rows count."""
    documents: dict[Name, Entry]
    """Every file that counts."""
    end: End


def look(reading: Reading, master_key: bytes, progress: Callable[[int, int], None]) -> Looked:
    """Raises `Refusal` for a backup that is damaged, cut off or of a newer version; or OSError."""
    seen: set[tuple[Name, int, str]] = set()
    listed: dict[Name, Entry] = {}
    database, begin, rows, end = Database(""), 0, 0, None
    at, digest = 0, hashlib.sha256()  # of the file whose parts are read
    for number, record in enumerate(reading.records()):
        match record:
            case Part() | Document():
                if not record.at:
                    at, digest = 0, hashlib.sha256()
                is_next = record.at == at
                at += len(record.sealed)
                digest.update(record.sealed)
                if is_next and isinstance(record, Document):
                    seen.add(((record.case_id, record.number), at, digest.hexdigest()))
                    progress(len(seen), 0)
            case Database():
                database, begin, rows = record, number, 0
            case Rows():
                rows += len(record.rows)
            case Listed():
                listed |= {entry.name: entry for entry in record.documents}
            case End():
                end = record
    if end is None or rows != end.rows or len(listed) != end.documents:
        raise Refusal(DAMAGED)
    if not all((entry.name, entry.size, entry.lies) in seen and _opens(master_key, entry) for entry in listed.values()):
        raise Refusal(DAMAGED)
    if database.revision not in known():
        raise Refusal("this backup was written by a newer version of this bot: use that version")
    return Looked(reading.heading, database.revision, begin, listed, end)


def _opens(master_key: bytes, entry: Entry) -> bool:
    try:
        unwrap(master_key, entry.case_id, entry.key)
    except Tampered:
        return False
    return True
