"""All rows of the database, given out and taken back a page at a time: the same from SQLite and from PostgreSQL."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, inspect, select

from bot.storage.lock import BOT, InUse
from bot.storage.tables import cases, metadata
from bot.storage.versions import versions_of

AT_ONCE = 200
"""Rows in a page: of cases some megabytes."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of one table."""

    table: str
    columns: list[str]
    rows: list[list[Any]] = field(repr=False)


def is_empty(connection: Connection) -> bool:
    """Whether none of our tables is there."""
    return not metadata.tables.keys() & set(inspect(connection).get_table_names())


def be_alone(connection: Connection) -> None:
    """Shut every bot out of a PostgreSQL database until this transaction ends. Raises `InUse` if one is at work.

    SQLite's file lies in a folder whose lock does that.
    """
    if (
        connection.dialect.name == "postgresql"
        and not connection.exec_driver_sql(f"SELECT pg_try_advisory_xact_lock({BOT})").scalar()
    ):
        raise InUse("another bot is working on this database")


def revision(connection: Connection) -> str:
    """The version of the tables."""
    return next(iter(versions_of(connection)), "")


def pages(connection: Connection) -> Iterator[Page]:
    """Every row of every table of ours; of the cases first, for they tell which chats are whose."""
    for table in _tables(connection):
        columns = [str(column.name) for column in table.columns]
        query = select(table).order_by(*table.primary_key)
        found = connection.execute(query, execution_options={"stream_results": True})
        for some in found.partitions(AT_ONCE):
            yield Page(str(table.name), columns, [[_plain(value) for value in row] for row in some])


def counters(connection: Connection) -> dict[str, int]:
    """The last number that each table gave to a row: helpers' buttons carry some, so none is given twice."""
    found: dict[str, int] = {}
    for table in _tables(connection):
        if sequence := _sequence(connection, table):
            found[str(table.name)] = connection.exec_driver_sql(f"SELECT last_value FROM {sequence}").scalar_one()  # noqa: S608
        elif "id" in table.c and isinstance(last := connection.scalar(select(func.max(table.c.id))), int):
            found[str(table.name)] = last
    return found


class Loading:
    """Puts rows into empty tables of the version they came from, but for what was deleted since."""

    def __init__(self, connection: Connection, deleted: Collection[str]) -> None:
        self._connection, self._deleted = connection, frozenset(deleted)
        self._tables = {table.name: table for table in _tables(connection)}
        self._chats: set[int] = set()
        """Of those who deleted everything."""
        self.left_out: set[str] = set()
        """The cases that are not put back."""

    def add(self, page: Page) -> None:
        rows = [dict(zip(page.columns, row, strict=True)) for row in page.rows]
        if page.table == cases.name:
            for row in rows:
                if row["id"] in self._deleted:
                    self._chats.add(row["chat_id"])
                    self.left_out.add(row["id"])
        if rows := [self._without_helper(row) for row in rows if not self._is_deleted(page.table, row)]:
            self._connection.execute(self._tables[page.table].insert(), rows)

    def end(self, last: dict[str, int]) -> None:
        """Go on counting where the installation was."""
        for name, number in last.items():
            if sequence := _sequence(self._connection, self._tables[name]):
                self._connection.exec_driver_sql(f"SELECT setval('{sequence}', {number:d})")

    def _is_deleted(self, table: str, row: dict[str, Any]) -> bool:
        case_id = row["id"] if table == cases.name else row.get("case_id")
        return case_id in self._deleted or row.get("chat_id") in self._chats

    def _without_helper(self, row: dict[str, Any]) -> dict[str, Any]:
        """Who deleted everything is nobody's helper any more."""
        return row | {"helper_chat_id": None, "files": ""} if row.get("helper_chat_id") in self._chats else row


def _tables(connection: Connection) -> list[Table]:
    """Our tables as they are there, whichever version made them."""
    there = metadata.tables.keys() & set(inspect(connection).get_table_names())
    found = MetaData()
    found.reflect(connection, only=sorted(there))
    return sorted(found.tables.values(), key=lambda table: (table.name != cases.name, table.name))


def _sequence(connection: Connection, table: Table) -> str | None:
    if connection.dialect.name != "postgresql" or "id" not in table.c:
        return None
    found = connection.execute(select(func.pg_get_serial_sequence(table.name, "id"))).scalar()
    return str(found) if found else None


def _plain(value: Any) -> Any:
    """A moment with its zone; SQLite keeps UTC and does not say so."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value
