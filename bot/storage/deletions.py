"""The cases that were deleted, by their opaque ids alone: whose they were, nobody can tell any more."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from bot.storage.prepared import unless_there
from bot.storage.tables import cases, deletions


def note(connection: Connection, case_id: str) -> None:
    """Note a deletion; one noted before stays noted."""
    connection.execute(unless_there(deletions, connection.dialect.name).values(id=case_id))


def noted(connection: Connection) -> set[str]:
    """Every case that was ever deleted."""
    return set(connection.scalars(select(deletions.c.id)))


def among(connection: Connection, case_ids: Collection[str]) -> set[str]:
    """Which of these cases were deleted."""
    return set(connection.scalars(select(deletions.c.id).where(deletions.c.id.in_(case_ids))))


def back_again(connection: Connection) -> list[str]:
    """The cases that were deleted and are there all the same: the database was restored from before."""
    return list(connection.scalars(select(cases.c.id).where(cases.c.id.in_(select(deletions.c.id)))))
