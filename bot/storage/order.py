"""In which order a commit takes the chats that it is about, so that two replicas never wait for each other.

Over PostgreSQL a turn holds its case until the commit, and many turns share one: so all cases of a commit are taken
before anything else, by their chats, together with those whose errands these chats hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

DEADLOCK, SERIALIZATION = "40P01", "40001"
"""https://www.postgresql.org/docs/current/errcodes-appendix.html"""
CASE_ID = 32
"""Letters in the id of a case."""
_HOLD = """
SELECT 1 FROM cases WHERE id = ANY(%(ids)s::varchar[] || ARRAY(
    SELECT id FROM cases WHERE chat_id = ANY(%(chats)s::bigint[])
    UNION SELECT case_id FROM errands WHERE helper_chat_id = ANY(%(chats)s::bigint[])
)) ORDER BY chat_id FOR UPDATE
"""


def concerned(arguments: Iterable[Any]) -> Iterator[int | str]:
    """The chats and cases that a piece of work is about, as far as what it is given tells; one too many is no harm."""
    for argument in arguments:
        if type(argument) is int or (isinstance(argument, str) and len(argument) == CASE_ID):
            yield argument
        elif isinstance(argument, list):
            yield from (each.message.chat_id for each in argument if hasattr(each, "message"))
        elif hasattr(argument, "chat_id"):
            yield argument.chat_id
        elif hasattr(argument, "case_id"):
            yield argument.case_id


def hold(connection: Connection, about: Iterable[int | str]) -> None:
    """Lock the cases of these chats, and these cases, in the order of their chats."""
    known = list(about)
    chats = [each for each in known if isinstance(each, int)]
    ids = [each for each in known if isinstance(each, str)]
    if not connection.in_transaction():
        connection.begin()
    cursor = connection.connection.cursor()
    cursor.execute(_HOLD, {"chats": chats, "ids": ids})


def is_passing(error: BaseException) -> bool:
    """Whether somebody else was only at the same rows at the same time: then all of it is done again."""
    cause = getattr(error, "orig", None) or error
    return getattr(cause, "sqlstate", None) in (DEADLOCK, SERIALIZATION)
