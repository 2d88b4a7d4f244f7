"""The cases whose people did something last: whether this version can read them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.storage.commit import LeftToNewer
from bot.storage.sealing import seals_of
from bot.storage.tables import cases
from bot.storage.written import opened
from bot.vault.errors import Tampered
from bot.vault.seals import Owner

LOOKED_AT = 50


def newest_known(connection: Connection) -> bool:
    """whether none of the newest cases is of a newer version."""
    columns = (cases.c.id, cases.c.key, cases.c.state)
    for row in connection.execute(select(*columns).order_by(cases.c.acted_at.desc()).limit(LOOKED_AT)):
        try:
            opened(seals_of(connection), Owner(row.id, bytes(row.key)), row.state)
        except LeftToNewer:
            return False
        except Tampered:
            continue  # what is damaged is told elsewhere
    return True
