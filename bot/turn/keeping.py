"""What work has left in the vault, noted in the turn's own commit."""

from __future__ import annotations

from datetime import datetime

from bot.packet.pieces import file_of
from bot.storage import accesses, cases, work
from bot.storage.cases import StoredCase
from bot.storage.connection import Connection
from bot.turn.done import Done


def keep(connection: Connection, stored: StoredCase, done: Done, now: datetime) -> None:
    """Note the files that work has left in the vault, in the commit that reports it."""
    for made in done.made:
        cases.expect_document(connection, stored.id, made.document)
    for kept in (*((done.kept,) if done.kept else ()), *done.made):
        cases.keep_document(connection, stored.id, kept.document, kept.size, kept.sha256, kept.kind, now)
    read = done.read
    if read and stored.case.document(file_of(read.document)) is None:  # its file was deleted meanwhile
        work.plan(connection, stored.id, work.ERASE, str(read.document), now)
    elif read:
        cases.drop_document(connection, stored.id, read.document)  # that of the pages before these
        cases.expect_document(connection, stored.id, read.document)
        cases.keep_document(connection, stored.id, read.document, read.size, read.sha256, read.kind, now)
    if done.kept:
        accesses.note(connection, stored.id, now, "kept", done.kept.document)
    if done.made:
        accesses.note(connection, stored.id, now, "packed")
