"""Who may do which errand: a row as long as the errand is on its patient's list, without a word of the patient's.

What became of an errand stands in its case, where the patient sees it; here is only who holds it, and until when.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from bot.storage.tables import errands


@dataclass(frozen=True, slots=True)
class StoredErrand:
    """An errand as it lies in the database."""

    id: int
    case_id: str
    number: int
    helper_chat_id: int | None
    files: str
    expires_at: datetime


_NOBODY = {"helper_chat_id": None, "files": "", "helper_language": ""}
_STORED = (
    *(errands.c.id, errands.c.case_id, errands.c.number),
    *(errands.c.helper_chat_id, errands.c.files, errands.c.expires_at),
)


def offer(connection: Connection, case_id: str, number: int, token_hash: str, expires_at: datetime) -> None:
    values = {"case_id": case_id, "number": number, "token_hash": token_hash, "expires_at": expires_at}
    connection.execute(insert(errands).values(values))


def by_token(connection: Connection, token_hash: str) -> StoredErrand | None:
    return _one(connection, errands.c.token_hash == token_hash)


def by_id(connection: Connection, errand_id: int) -> StoredErrand | None:
    return _one(connection, errands.c.id == errand_id)


def of_case(connection: Connection, case_id: str, number: int) -> StoredErrand | None:
    return _one(connection, errands.c.case_id == case_id, errands.c.number == number)


def held_by(connection: Connection, chat_id: int) -> list[StoredErrand]:
    """What a chat took on, the oldest first."""
    query = select(*_STORED).where(errands.c.helper_chat_id == chat_id).order_by(errands.c.id)
    return [StoredErrand(*row) for row in connection.execute(query)]


def language_of(connection: Connection, chat_id: int) -> str:
    """The language of a helper; empty if the chat has no errand."""
    held = errands.c.helper_chat_id == chat_id
    return connection.scalar(select(errands.c.helper_language).where(held).order_by(errands.c.id.desc()).limit(1)) or ""


def take(connection: Connection, errand_id: int, chat_id: int, expires_at: datetime, language: str = "") -> bool:
    """Let a chat have an errand, and be spoken to in a language; False if another one had it first."""
    free = (errands.c.id == errand_id, errands.c.helper_chat_id.is_(None))
    values = {"helper_chat_id": chat_id, "expires_at": expires_at, "helper_language": language}
    return bool(connection.execute(update(errands).where(*free).values(values)).rowcount)


def expect(connection: Connection, chat_id: int, errand_id: int, files: str) -> None:
    """Note which of a helper's files are for this errand; no other errand of theirs waits for any from now on."""
    held = errands.c.helper_chat_id == chat_id
    connection.execute(update(errands).where(held, errands.c.id != errand_id).values(files=""))
    connection.execute(update(errands).where(held, errands.c.id == errand_id).values(files=files))


def leave(connection: Connection, chat_id: int) -> None:
    """Forget that a chat ever held an errand."""
    connection.execute(update(errands).where(errands.c.helper_chat_id == chat_id).values(_NOBODY))


def end(connection: Connection, case_id: str, number: int) -> None:
    connection.execute(delete(errands).where(errands.c.case_id == case_id, errands.c.number == number))


def _one(connection: Connection, *where: ColumnElement[bool]) -> StoredErrand | None:
    row: Any = connection.execute(select(*_STORED).where(*where)).one_or_none()
    return StoredErrand(*row) if row else None
