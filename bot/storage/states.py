"""The states of all cases, some at a time, for who counts them beside the bot: no row is held, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.storage.glance import glance
from bot.storage.kept import has_tables
from bot.storage.tables import cases
from bot.storage.written import opened as opened_state
from bot.vault.seals import Owner, Seals
from dialogs.case.case import Case

AT_ONCE = 200
"""Cases in one look. Between two looks no transaction stays open: a deletion may be waiting for its end."""


@dataclass(frozen=True, slots=True)
class StoredState:
    """What a patient told us, as it is stored; the key is the case's, wrapped."""

    case_id: str
    key: bytes = field(repr=False)
    state: Any = field(repr=False)


def opened(master_key: bytes, stored: StoredState) -> Case:
    """The case that was stored; raises whatever makes it impossible."""
    return opened_state(_seals(master_key), Owner(stored.case_id, stored.key), stored.state)


@cache
def _seals(master_key: bytes) -> Seals:
    return Seals.of_cases(master_key)


def every_state(file: Path, url: str) -> Iterator[StoredState]:
    """All of them in the order of their ids; none where no bot has begun. Raises what the database raises."""
    last = ""
    while True:
        with glance(file, url) as connection:
            found = _some(connection, last) if last or has_tables(connection) else []
        if not found:
            return
        yield from found
        last = found[-1].case_id


def _some(connection: Connection, after: str) -> list[StoredState]:
    columns = (cases.c.id, cases.c.key, cases.c.state)
    rows = connection.execute(select(*columns).where(cases.c.id > after).order_by(cases.c.id).limit(AT_ONCE))
    return [StoredState(case_id, bytes(key), state) for case_id, key, state in rows]
