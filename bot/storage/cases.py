"""Reading and writing one patient's case and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, update
from sqlalchemy.engine.interfaces import DBAPICursor

from bot import plain_json
from bot.storage import deletions
from bot.storage.prepared import Prepared, UnlessKnown
from bot.storage.sealing import seals_of
from bot.storage.tables import accesses, cases, documents, errands, failing, outbox, slots, speaking, updates, work
from bot.storage.written import at_hand, opened, write
from bot.vault.seals import Owner
from dialogs.case.case import Case

_STORED = (cases.c.id, cases.c.chat_id, cases.c.key, cases.c.state, cases.c.latest_message, cases.c.topic)
_BY_CHAT = Prepared(select(*_STORED).where(cases.c.chat_id == bindparam("chat")).with_for_update())
_ADD = UnlessKnown(cases, *(column.name for column in _STORED), "lost_files", "changed_at", "acted_at")
_BY_ID = Prepared(select(*_STORED).where(cases.c.id == bindparam("case")).with_for_update())
_SAVED = ("state", "lost_files", "latest_message", "topic", "changed_at")
_SAVE = Prepared(update(cases).where(cases.c.id == bindparam("case")), *_SAVED)
_SAVE_AS_ACTED = Prepared(update(cases).where(cases.c.id == bindparam("case")), *_SAVED, "acted_at")
_ACTED = Prepared(update(cases).where(cases.c.id == bindparam("case")), "acted_at")
_EXPECT = Prepared(insert(documents), "case_id", "number")
_TAKE = UnlessKnown(updates, "update_id", "taken_at")
_FAILED = UnlessKnown(failing, "update_id", "times", "since")


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case as it lies in the database."""

    id: str
    chat_id: int
    key: bytes
    case: Case
    latest_message: int
    topic: int = 0
    """The topic in which the patient wrote last, where their chat has topics."""

    def reached_by(self, message_id: int, topic: int) -> StoredCase:
        """The case once a message was written, or its button tapped (0: no message)."""
        latest = max(self.latest_message, message_id)
        return replace(self, latest_message=latest, topic=topic if message_id else self.topic)

    @property
    def owner(self) -> Owner:
        """Whose key seals what is said of it."""
        return Owner(self.id, self.key)

    def message(self, content: dict[str, Any]) -> str:
        """The content of a message to this chat as JSON, with the topic it is for."""
        return plain_json.written({**content, "topic": self.topic} if self.topic else content)


def find(connection: Connection, chat_id: int) -> StoredCase | None:
    """The case of a chat, its row locked until the commit."""
    return _stored(connection, _BY_CHAT.run(connection, chat=chat_id))


def get(connection: Connection, case_id: str) -> StoredCase | None:
    return _stored(connection, _BY_ID.run(connection, case=case_id))


def _stored(connection: Connection, found: DBAPICursor) -> StoredCase | None:
    row: Any = found.fetchone()
    if row is None:
        return None
    case_id, chat_id, key, state, latest_message, topic = row
    owner = Owner(case_id, bytes(key))
    case = at_hand(state) or opened(seals_of(connection), owner, state)
    return StoredCase(case_id, chat_id, owner.key, case, latest_message, topic)


def add(connection: Connection, stored: StoredCase, now: datetime) -> bool:
    """Begin a case; False if its chat has one by now: another replica was first."""
    values = {"id": stored.id, "chat_id": stored.chat_id, "key": stored.key}
    values |= {"state": write(seals_of(connection), stored.owner, stored.case), "lost_files": _lost_files(stored.case)}
    more = {"latest_message": stored.latest_message, "topic": stored.topic, "changed_at": now, "acted_at": now}
    return bool(_ADD[connection.dialect.name].run(connection, **values, **more).rowcount)


def save(connection: Connection, stored: StoredCase, now: datetime, acts: bool = False) -> None:
    """Write what a turn made of a case; `acts`: the person did something just now (see `acted`)."""
    values: dict[str, Any] = {"state": write(seals_of(connection), stored.owner, stored.case)}
    values |= {"lost_files": _lost_files(stored.case), "changed_at": now}
    values |= {"latest_message": stored.latest_message, "topic": stored.topic}
    if acts:
        _SAVE_AS_ACTED.run(connection, case=stored.id, acted_at=now, **values)
    else:
        _SAVE.run(connection, case=stored.id, **values)


def acted(connection: Connection, case_id: str, now: datetime) -> None:
    """Note that the person did something just now: nothing else makes it be kept longer."""
    _ACTED.run(connection, case=case_id, acted_at=now)


def forget(connection: Connection, stored: StoredCase) -> None:
    """Delete every row of a case, its key first of all: without it, its files are noise. Only its id is noted."""
    deletions.note(connection, stored.id)
    connection.execute(delete(cases).where(cases.c.id == stored.id))
    connection.execute(delete(documents).where(documents.c.case_id == stored.id))
    connection.execute(delete(errands).where(errands.c.case_id == stored.id))
    connection.execute(delete(accesses).where(accesses.c.case_id == stored.id))
    connection.execute(delete(work).where(work.c.case_id == stored.id))
    connection.execute(delete(outbox).where(outbox.c.chat_id == stored.chat_id))
    connection.execute(delete(slots).where(slots.c.chat_id == stored.chat_id))
    connection.execute(delete(speaking).where(speaking.c.chat_id == stored.chat_id))


def take_update(connection: Connection, update_id: int, now: datetime) -> bool:
    """Note that an update was taken; False if it had been taken before."""
    taken = _TAKE[connection.dialect.name].run(connection, update_id=update_id, taken_at=now)
    return bool(taken.rowcount)


def mark_failed(connection: Connection, update_id: int, failure: str) -> None:
    connection.execute(update(updates).where(updates.c.update_id == update_id).values(failure=failure))


def count_failure(connection: Connection, update_id: int, now: datetime) -> int:
    """Note that an update could not be taken; how often that was, in any replica."""
    _FAILED[connection.dialect.name].run(connection, update_id=update_id, times=0, since=now)
    counted = update(failing).where(failing.c.update_id == update_id).values(times=failing.c.times + 1)
    return connection.scalar(counted.returning(failing.c.times)) or 0


def forget_updates(connection: Connection, before: datetime, at_most: int) -> bool:
    """Drop ids of updates that Telegram no longer delivers again; True if there are more than were dropped."""
    connection.execute(delete(failing).where(failing.c.since < before))
    old = list(connection.scalars(select(updates.c.update_id).where(updates.c.taken_at < before).limit(at_most)))
    connection.execute(delete(updates).where(updates.c.update_id.in_(old)))
    return len(old) == at_most


def expect_document(connection: Connection, case_id: str, number: int) -> None:
    _EXPECT.run(connection, case_id=case_id, number=number)


def keep_document(
    connection: Connection, case_id: str, number: int, size: int, sha256: str, kind: str, now: datetime
) -> None:
    """Note that a file lies in the vault: its size in bytes and the SHA-256 of its plaintext."""
    where = (documents.c.case_id == case_id, documents.c.number == number)
    connection.execute(update(documents).where(*where).values(size=size, sha256=sha256, kind=kind, kept_at=now))


def kept(connection: Connection, case_id: str, number: int) -> tuple[int, str]:
    """The size in bytes and the SHA-256 of a file, as it was kept; 0 and nothing if it was not."""
    where = (documents.c.case_id == case_id, documents.c.number == number)
    row = connection.execute(select(documents.c.size, documents.c.sha256).where(*where)).first()
    return (row.size or 0, row.sha256 or "") if row else (0, "")


def sizes(connection: Connection, case_id: str) -> dict[int, int]:
    """The kept files of a case, and their sizes in bytes."""
    kept = (documents.c.case_id == case_id, documents.c.kept_at.is_not(None))
    rows = connection.execute(select(documents.c.number, documents.c.size).where(*kept))
    return {row.number: row.size for row in rows}


def hashes(connection: Connection, case_id: str) -> dict[int, str]:
    """The kept files of a case, and the SHA-256 of each."""
    kept = (documents.c.case_id == case_id, documents.c.kept_at.is_not(None))
    rows = connection.execute(select(documents.c.number, documents.c.sha256).where(*kept))
    return {row.number: row.sha256 or "" for row in rows}


def drop_documents(connection: Connection, case_id: str, first: int, but: Sequence[int]) -> list[int]:
    """Forget the documents of a case from a number on, except some; the numbers of those, to be erased."""
    where = (documents.c.case_id == case_id, documents.c.number >= first, documents.c.number.not_in(but))
    dropped = list(connection.scalars(select(documents.c.number).where(*where)))
    connection.execute(delete(documents).where(*where))
    return dropped


def drop_document(connection: Connection, case_id: str, number: int) -> None:
    connection.execute(delete(documents).where(documents.c.case_id == case_id, documents.c.number == number))


def unknown_documents(connection: Connection, among: Sequence[tuple[str, int]]) -> set[tuple[str, int]]:
    """Which of these (case, number) no case knows of: neither kept nor waited for."""
    name = (documents.c.case_id, documents.c.number)
    known = connection.execute(select(*name).where(tuple_(*name).in_(among)))
    return set(among) - {(row.case_id, row.number) for row in known}


def kept_documents(connection: Connection, among: Sequence[tuple[str, int]]) -> list[tuple[str, int, bytes, str]]:
    """Those of these (case, number) that a case says are kept: with the case's key, wrapped, and the file's SHA-256."""
    name = (documents.c.case_id, documents.c.number)
    where = (tuple_(*name).in_(among), documents.c.kept_at.is_not(None), cases.c.id == documents.c.case_id)
    rows = connection.execute(select(*name, cases.c.key, documents.c.sha256).where(*where))
    return [(row.case_id, row.number, bytes(row.key), row.sha256) for row in rows]


def _lost_files(case: Case) -> bool:
    return any(each.state == "damaged" for each in case.documents)
