"""What the database says is kept in the vault: for those who go round and look whether it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, inspect, select, tuple_

from bot.storage.tables import cases, documents


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A document of a case, or a piece of its packet; the key is the case's, wrapped."""

    case_id: str
    number: int
    key: bytes = field(repr=False)
    sha256: str = ""

    @property
    def name(self) -> tuple[str, int]:
        return self.case_id, self.number


def has_tables(connection: Connection) -> bool:
    """Whether a bot has ever begun to work on this database."""
    return inspect(connection).has_table(documents.name)


def cases_known(connection: Connection) -> int:
    """Of how many people the records are gathered here."""
    return connection.scalar(select(func.count()).select_from(cases)) or 0


_NAME = (documents.c.case_id, documents.c.number)


def _kept() -> Select[Any]:
    columns = (*_NAME, cases.c.key, documents.c.sha256)
    return select(*columns).where(documents.c.kept_at.is_not(None), cases.c.id == documents.c.case_id)


def kept_files(connection: Connection, after: tuple[str, int], at_most: int) -> list[KeptFile]:
    """The next kept files in their order, behind one of them; `("", 0)` begins."""
    query = _kept().where(tuple_(*_NAME) > tuple_(*after)).order_by(*_NAME).limit(at_most)
    return _files(connection, query)


def every(looked: Callable[[], AbstractContextManager[Connection]], at_once: int = 500) -> Iterator[KeptFile]:
    """All kept files in their order, each page of them in a look of its own: between two no transaction stays open."""
    last = ("", 0)
    while True:
        with looked() as connection:
            files = kept_files(connection, last, at_once)
        if not files:
            return
        yield from files
        last = files[-1].name


def among(connection: Connection, names: Collection[tuple[str, int]]) -> list[KeptFile]:
    """Those of these (case, number) that are kept, as they are now."""
    query = _kept().where(tuple_(*_NAME).in_(list(names)))
    return _files(connection, query)


def with_losses(connection: Connection) -> frozenset[str]:
    """The cases of which a file was damaged."""
    return frozenset(connection.scalars(select(cases.c.id).where(cases.c.lost_files)))


def _files(connection: Connection, query: Select[Any]) -> list[KeptFile]:
    rows = connection.execute(query).all()
    return [KeptFile(row.case_id, row.number, bytes(row.key), row.sha256 or "") for row in rows]
