"""Which version the tables of a database are in, and which of them this bot knows: told without what changes them.

Alembic is loaded only where an older database is brought up to date.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

from bot.storage.tables import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
_NOTED = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Alembic's own table, as it makes it."""


@cache
def known() -> tuple[str, ...]:
    """Every version that this bot knows, the oldest first: each is a file whose name begins with it."""
    return tuple(sorted(each.name.partition("_")[0] for each in (MIGRATIONS / "versions").glob("[0-9]*_*.py")))


def versions_of(connection: Connection) -> tuple[str, ...]:
    """What a database says of its tables: one version; none if it is new, or another program's."""
    if not inspect(connection).has_table(_NOTED.name):
        return ()
    return tuple(connection.scalars(select(_NOTED.c.version_num)))


def make_new(connection: Connection) -> None:
    """All tables at their newest version, in an empty database: what every step since the first would lead to."""
    metadata.create_all(connection)
    _NOTED.create(connection, checkfirst=True)
    connection.execute(insert(_NOTED).values(version_num=known()[-1]))
