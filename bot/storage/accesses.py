"""Who opened what of a case, and when: moments and kinds alone, without a word of what was in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from bot.storage.tables import accesses
from dialogs.roads.keeping.accesses import MOST_ACCESSES, Access, Kind


def note(connection: Connection, case_id: str, at: datetime, kind: Kind, document: int = 0) -> None:
    """Note one; of more than `MOST_ACCESSES` the oldest are let go."""
    values = {"case_id": case_id, "at": at, "kind": kind, "document": document}
    connection.execute(insert(accesses).values(values))
    theirs = accesses.c.case_id == case_id
    newer = select(accesses.c.id).where(theirs).order_by(accesses.c.id.desc()).offset(MOST_ACCESSES).limit(1)
    oldest = connection.scalar(newer)
    if oldest is not None:
        connection.execute(delete(accesses).where(theirs, accesses.c.id <= oldest))


def of(connection: Connection, case_id: str, at_most: int = MOST_ACCESSES) -> tuple[Access, ...]:
    """The newest of a case, the newest first."""
    columns = (accesses.c.at, accesses.c.kind, accesses.c.document)
    query = select(*columns).where(accesses.c.case_id == case_id).order_by(accesses.c.id.desc()).limit(at_most)
    return tuple(Access(*row) for row in connection.execute(query))
