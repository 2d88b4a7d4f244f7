"""Which cases nobody has touched for long, and whether their people have heard of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.storage import work
from bot.storage.tables import cases, outbox
from bot.storage.tables import work as rows


def plan_untouched(connection: Connection, before: datetime, now: datetime, after: str, at_most: int) -> list[str]:
    """Plan a look at those cases whose person did nothing since a moment; in the order of their ids, from one on."""
    planned = select(rows.c.case_id).where(rows.c.kind == work.EXPIRE, rows.c.case_id == cases.c.id).exists()
    query = select(cases.c.id).where(cases.c.acted_at <= before, cases.c.id > after, ~planned)
    found = list(connection.scalars(query.order_by(cases.c.id).limit(at_most)))
    for case_id in found:
        work.plan(connection, case_id, work.EXPIRE, now.isoformat(), now)
    return found


def set_right(connection: Connection, later_than: datetime, now: datetime) -> None:
    """What was noted while the clock was ahead counts as done now."""
    connection.execute(update(cases).where(cases.c.acted_at > later_than).values(acted_at=now))


def acted_at(connection: Connection, case_id: str) -> datetime | None:
    """When the person last did anything; None if that is not known."""
    moment: datetime | None = connection.scalar(select(cases.c.acted_at).where(cases.c.id == case_id))
    return moment


def is_unsaid(connection: Connection, chat_id: int, names: Collection[str]) -> bool:
    """Whether one of these messages still waits to be said in a chat."""
    waits = select(outbox.c.id).where(outbox.c.chat_id == chat_id, outbox.c.name.in_(names)).limit(1)
    return connection.scalar(waits) is not None
