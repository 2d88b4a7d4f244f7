"""Which installation this database belongs to: one row, begun before the vault and the key are marked, settled after.

It is read before the tables are brought up to date, for a database that belongs elsewhere is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, func, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.storage.database import WrongDatabase, require_ours
from bot.storage.tables import cases, documents, identity


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a database says of itself; the defaults are those of one that is empty, or not there."""

    installation: str = ""
    key: str = ""
    settled: bool = False
    cases: int = 0
    kept: int = 0
    """How many files its cases have."""
    keys: dict[str, bytes] = field(default_factory=dict, repr=False)
    """The wrapped keys of its cases; read only where the row above does not say whose they are."""


def remembered(engine: Engine, with_keys: bool) -> Remembered:
    """Look without changing anything: the cases' keys are read if asked for, or if nothing is settled.

    Raises `WrongDatabase`; what the driver says stays untold, for it may hold a password.
    """
    try:
        return _remembered(engine, with_keys)
    except OperationalError:
        raise WrongDatabase("the database cannot be opened: it does not answer, or refuses us") from None
    except DatabaseError:
        raise WrongDatabase("the database is damaged, or not one of this bot: restore it from its backup") from None


def _remembered(engine: Engine, with_keys: bool) -> Remembered:
    with engine.connect() as connection:
        require_ours(connection)
        tables = set(inspect(connection).get_table_names())
        if cases.name not in tables:
            return Remembered()
        # Read before the tables are brought up to date: no column that an older version has not.
        named = (identity.c.installation, identity.c.key, identity.c.settled)
        row = connection.execute(select(*named)).first() if identity.name in tables else None
        installation, key, settled = row or ("", "", False)
        count = connection.scalar(select(func.count()).select_from(cases)) or 0
        if settled and not with_keys:
            return Remembered(installation, key, settled, count)
        kept = connection.scalar(select(func.count()).where(documents.c.kept_at.is_not(None))) or 0
        keys = {case_id: bytes(wrapped) for case_id, wrapped in connection.execute(select(cases.c.id, cases.c.key))}
        return Remembered(installation, key, settled, count, kept, keys)


def settled(connection: Connection) -> tuple[str, str] | None:
    """The installation and its key's fingerprint, once everything carries them."""
    if not inspect(connection).has_table(identity.name):
        return None
    row = connection.execute(select(identity.c.installation, identity.c.key).where(identity.c.settled)).first()
    return (row.installation, row.key) if row else None


def begin(connection: Connection, installation: str, key: str) -> None:
    """Note whose this database is going to be; of what was begun before, with another key, nothing counts."""
    begun = connection.execute(select(identity.c.installation, identity.c.key)).first()
    if begun is None:
        connection.execute(insert(identity).values(installation=installation, key=key, settled=False))
    elif begun != (installation, key):
        connection.execute(update(identity).values(installation=installation, key=key, house_key=None))


def settle(connection: Connection) -> None:
    """From now on everything else has to agree with it."""
    connection.execute(update(identity).values(settled=True))


def touch(connection: Connection) -> None:
    """Write something that changes nothing."""
    connection.execute(update(identity).values(settled=identity.c.settled))


def house_key(connection: Connection) -> bytes | None:
    """The key for what belongs to no case, wrapped; None in a database of an older version, whose rows lie open."""
    key = connection.scalar(select(identity.c.house_key))
    return bytes(key) if key else None


def keep_house_key(connection: Connection, key: bytes) -> None:
    connection.execute(update(identity).values(house_key=key))
