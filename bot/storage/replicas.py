"""The replicas at work on one PostgreSQL: each has a row, and says again and again that it is alive.

A replica whose row is gone counts as dead: its chats and its work are free. One that was only held up finds that out at
its next beat, lets go of everything and goes on under a new name; so a name is a fence, and nobody can act under an old
one. Times are the server's own: the clocks of replicas need not agree.

Who was killed is known sooner than who is only silent: the server sees its connection end (`connection_name`).
"""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, delete, func, insert, select, text, update

from bot.storage.tables import replicas

BEAT_EVERY = 2.0
"""Seconds between two beats."""
LIFE = 15.0
"""Seconds after its last beat in which a replica counts as alive."""
MISSED = 3.5
"""Seconds after its last beat in which it does though it has no connection."""
PROCESS = 12
"""Letters of a name that are those of its process; the others count the lives of it."""
_NOW = func.clock_timestamp()
_DEAD = text(f"""
seen < clock_timestamp() - interval '{LIFE:g} seconds' OR (
    seen < clock_timestamp() - interval '{MISSED:g} seconds' AND NOT EXISTS (
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
        AND application_name = 'second opinion ' || left(name, {PROCESS})
    )
)
""")  # noqa: S608 - numbers of our own

_END_CONNECTIONS = text("""
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND application_name = :name
""")


def new_name(before: str = "") -> str:
    """A name that nobody ever had: of a new process, or of a new life of the one that had the name `before`."""
    return (before[:PROCESS] or secrets.token_hex(PROCESS // 2)) + secrets.token_hex(2)


def connection_name(name: str) -> str:
    """What the server knows a connection of this replica by."""
    return f"second opinion {name[:PROCESS]}"


def arrive(connection: Connection, name: str) -> None:
    connection.execute(insert(replicas).values(name=name, seen=_NOW))


def beat(connection: Connection, name: str) -> bool:
    """Say that we are alive; False if we were taken for dead meanwhile."""
    return bool(connection.execute(update(replicas).where(replicas.c.name == name).values(seen=_NOW)).rowcount)


def bury(connection: Connection, but: str) -> list[str]:
    """Take those for dead that have been silent for too long; their names.

    What connections they still have are ended: a frozen machine keeps them, and with them the duty.
    """
    dead = list(connection.scalars(delete(replicas).where(_DEAD, replicas.c.name != but).returning(replicas.c.name)))
    for name in dead:
        connection.execute(_END_CONNECTIONS, {"name": connection_name(name)})
    return dead


def leave(connection: Connection, name: str) -> None:
    connection.execute(delete(replicas).where(replicas.c.name == name))


def alive(connection: Connection) -> int:
    """How many there are."""
    return connection.scalar(select(func.count()).select_from(replicas)) or 0
