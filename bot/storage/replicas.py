"""The replicas at work on one PostgreSQL: each has a row, and says again and again that it is alive.

A replica whose row is gone counts as dead: its chats and its work are free. One that was only held up finds that out at
its next beat, lets go of everything and goes on under a new name; so a name is a fence, and nobody can act under an old
one. Times are the server's own: the clocks of replicas need not agree.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, func, insert, select, text, update

from bot.storage.tables import replicas

LIFE = 15.0
"""Seconds after its last beat in which a replica counts as alive."""
_NOW = func.clock_timestamp()
_SILENT = text(f"seen < clock_timestamp() - interval '{LIFE:g} seconds'")


def new_name() -> str:
    return secrets.token_hex(8)


def arrive(connection: Connection, name: str) -> None:
    connection.execute(insert(replicas).values(name=name, seen=_NOW))


def beat(connection: Connection, name: str) -> bool:
    """Say that we are alive; False if we were taken for dead meanwhile."""
    return bool(connection.execute(update(replicas).where(replicas.c.name == name).values(seen=_NOW)).rowcount)


def bury(connection: Connection, but: str) -> list[str]:
    """Take those for dead that have been silent for too long; their names."""
    dead = delete(replicas).where(_SILENT, replicas.c.name != but).returning(replicas.c.name)
    return list(connection.scalars(dead))


def leave(connection: Connection, name: str) -> None:
    connection.execute(delete(replicas).where(replicas.c.name == name))


def alive(connection: Connection) -> int:
    """How many there are."""
    return connection.scalar(select(func.count()).select_from(replicas)) or 0
