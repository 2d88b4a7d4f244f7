"""Statements of every turn, compiled once for each database.

Even with its cache, SQLAlchemy spends several times as long on finding a compiled statement and on wrapping its row as
SQLite does on running it (decisions/0007). Here the statement's text and the conversions of its parameters are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect, Insert, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.sql.compiler import SQLCompiler


@dataclass(frozen=True, slots=True)
class _Ready:
    """One statement in the words of one database; `names` are its parameters, in their places if they have places."""

    text: str
    names: tuple[str, ...]
    positional: bool
    converts: tuple[tuple[str, Callable[[Any], Any]], ...]

    def parameters(self, values: Mapping[str, Any]) -> Any:
        converted = {**values}
        for name, convert in self.converts:
            converted[name] = convert(converted[name])
        return tuple([converted[name] for name in self.names]) if self.positional else converted


class Prepared:
    """A Core statement with bound parameters. Its rows come back as the driver gives them: plain tuples, no `Instant`.

    `columns` are those an insert or update sets.
    """

    def __init__(self, statement: ClauseElement, *columns: str) -> None:
        self._statement, self._columns = statement, columns
        self._ready: dict[str, _Ready] = {}

    def run(self, connection: Connection, **values: Any) -> DBAPICursor:
        """Run it in the connection's transaction; raises what the driver raises, not SQLAlchemy's wrapping of it."""
        ready = self._for(connection.dialect)
        cursor = _cursor(connection)
        cursor.execute(ready.text, ready.parameters(values))
        return cursor

    def run_many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Once for each row of values; at least one."""
        ready = self._for(connection.dialect)
        _cursor(connection).executemany(ready.text, [ready.parameters(values) for values in rows])

    def _for(self, dialect: Dialect) -> _Ready:
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = self._prepare(dialect)
        return ready

    def _prepare(self, dialect: Dialect) -> _Ready:
        compiled = self._statement.compile(dialect=dialect, column_keys=list(self._columns) or None)
        assert isinstance(compiled, SQLCompiler)
        converts = []
        for name, bind in compiled.binds.items():
            if convert := bind.type.dialect_impl(dialect).bind_processor(dialect):
                converts.append((name, convert))
        names = tuple(compiled.positiontup or compiled.binds)
        return _Ready(str(compiled), names, dialect.positional, tuple(converts))


class UnlessKnown:
    """An insert that leaves a row alone that is there already, in the words of each database by its name."""

    def __init__(self, table: Table, *columns: str) -> None:
        self._table, self._columns = table, columns
        self._ready: dict[str, Prepared] = {}

    def __getitem__(self, database: str) -> Prepared:
        if database not in self._ready:
            self._ready[database] = Prepared(unless_there(self._table, database), *self._columns)
        return self._ready[database]


def unless_there(table: Table, database: str) -> Insert:
    """An insert that leaves a row alone that is there already."""
    if database == "postgresql":
        from sqlalchemy.dialects import postgresql  # with all its types and drivers some megabytes

        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _cursor(connection: Connection) -> DBAPICursor:
    if not connection.in_transaction():  # as every other statement: what is not committed never was
        connection.begin()
    return connection.connection.cursor()
