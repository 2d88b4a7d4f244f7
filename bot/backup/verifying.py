"""Whether a backup is whole: every byte of it is read, and every file in it opened with its case's key."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from bot.backup.heading import Heading, Refusal
from bot.backup.records import Database, Document, End, Listed, Name, Rows
from bot.backup.sealing import Reading
from bot.storage.database import knows
from bot.vault.condition import condition_of

DAMAGED = "this backup is damaged, or not whole: use another one"


@dataclass(frozen=True, slots=True)
class Looked:
    """What is in a backup that is whole."""

    heading: Heading
    revision: str
    """The version of its tables."""
    rows_begin: int
    """The record from which on rows count."""
    documents: dict[Name, tuple[int, str]]
    """Size and SHA-256 of every file that counts, as it lies there sealed."""
    end: End


def look(reading: Reading, master_key: bytes, progress: Callable[[int, int], None]) -> Looked:
    """Raises `Refusal` for a backup that is damaged, cut off or of a newer version; or OSError."""
    seen: dict[Name, tuple[int, str]] = {}
    listed: dict[Name, tuple[int, str]] = {}
    database, begin, rows, end = Database(""), 0, 0, None
    for number, record in enumerate(reading.records()):
        match record:
            case Document(case_id, document, key, sha256, sealed):
                if condition_of(sealed, master_key, case_id, key, document, sha256) != "whole":
                    raise Refusal(DAMAGED)
                seen[case_id, document] = len(sealed), hashlib.sha256(sealed).hexdigest()
                progress(len(seen), 0)
            case Database():
                database, begin, rows = record, number, 0
            case Rows():
                rows += len(record.rows)
            case Listed():
                listed |= {(case_id, document): (size, digest) for case_id, document, size, digest in record.documents}
            case End():
                end = record
    if end is None or rows != end.rows or len(listed) != end.documents:
        raise Refusal(DAMAGED)
    if any(seen.get(name) != lies for name, lies in listed.items()):
        raise Refusal(DAMAGED)
    if not knows(database.revision):
        raise Refusal("this backup was written by a newer version of this bot: use that version")
    return Looked(reading.heading, database.revision, begin, listed, end)
