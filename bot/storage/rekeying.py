"""Every key in the database wrapped anew, when the master key is changed for another: all of them in one commit."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from bot.storage.tables import cases, identity
from bot.vault import Tampered
from bot.vault.wrapping import rewrap

AT_ONCE = 1000
"""Rows that are read at a time."""


def rewrap_all(connection: Connection, old: bytes, new: bytes, fingerprint: str) -> tuple[int, int]:
    """How many cases' keys were wrapped anew, and how many did not open and stay as they are."""
    done = left = 0
    last = ""
    some = select(cases.c.id, cases.c.key).where(cases.c.id > bindparam("last")).order_by(cases.c.id).limit(AT_ONCE)
    while rows := connection.execute(some, {"last": last}).all():
        wrapped = []
        for case_id, key in rows:
            try:
                wrapped.append({"case": case_id, "wrapped": rewrap(old, new, case_id, key)})
            except Tampered:
                left += 1
        if wrapped:
            write = update(cases).where(cases.c.id == bindparam("case")).values(key=bindparam("wrapped"))
            connection.execute(write, wrapped)
        done, last = done + len(wrapped), rows[-1].id
    installation, house_key = connection.execute(select(identity.c.installation, identity.c.house_key)).one()
    house_key = rewrap(old, new, installation, house_key)
    connection.execute(update(identity).values(key=fingerprint, house_key=house_key))
    return done, left
