"""What an older version left in clear, sealed before anything is served: once, and begun again where it was cut off."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, select, update

from bot.storage.database import truncate_log
from bot.storage.identity import keep_house_key
from bot.storage.lock import MIGRATING
from bot.storage.outbox import MESSAGE
from bot.storage.tables import cases, outbox
from bot.storage.writer import DatabaseAway
from bot.storage.written import STATE
from bot.vault.seals import Owner, Seals, is_sealed

AT_ONCE = 500
"""Cases in one commit."""


def seal_all(engine: Engine, seals: Seals, house_key: bytes) -> None:
    """Seal every case and message, and note the house's key when all of them are.

    Deleted bytes are overwritten in SQLite's file, whose log is emptied. What PostgreSQL keeps of rows that were
    written anew is its operator's to say (VACUUM, archived logs).
    """
    last: str | None = ""
    while last is not None:
        with engine.begin() as connection:
            _alone(connection)
            last = _seal_cases(connection, seals, last)
    with engine.begin() as connection:
        _alone(connection)
        _seal_messages(connection, seals)
        keep_house_key(connection, house_key)
    with suppress(DatabaseAway):  # somebody is reading it: it is emptied with the next deletion
        truncate_log(engine)


def _alone(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")


def _seal_cases(connection: Connection, seals: Seals, after: str) -> str | None:
    """Seal the next cases; the id of the last of them, or None if there are no more."""
    some = select(cases.c.id, cases.c.key, cases.c.state).where(cases.c.id > after).order_by(cases.c.id).limit(AT_ONCE)
    rows = connection.execute(some).all()
    sealed = ((row.id, seals.seal(STATE, text, Owner(row.id, row.key))) for row in rows if (text := _open(row.state)))
    _write(connection, cases, "state", sealed)
    return rows[-1].id if len(rows) == AT_ONCE else None


def _seal_messages(connection: Connection, seals: Seals) -> None:
    whose = select(outbox.c.id, outbox.c.content, cases.c.id.label("case"), cases.c.key)
    theirs = whose.join_from(outbox, cases, cases.c.chat_id == outbox.c.chat_id, isouter=True)
    rows = [(row, Owner(row.case, row.key) if row.case else None) for row in connection.execute(theirs)]
    sealed = ((row.id, seals.seal(MESSAGE, text, owner)) for row, owner in rows if (text := _open(row.content)))
    _write(connection, outbox, "content", sealed)


def _open(stored: bytes) -> str:
    """What lies in clear; nothing if it is sealed."""
    return "" if is_sealed(stored) else stored.decode()


def _write(connection: Connection, table: Table, column: str, sealed: Iterable[tuple[Any, bytes]]) -> None:
    values = [{"name": name, "sealed": content} for name, content in sealed]
    if values:
        where = table.c.id == bindparam("name")
        connection.execute(update(table).where(where).values({column: bindparam("sealed")}), values)
