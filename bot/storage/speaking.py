"""Who speaks to which chat: one replica at a time, so that a chat hears its messages in their order, and once.

Whoever posts a message takes its chat in the same commit, unless another replica that is alive still has something to
say there; then that one is called and says this too. What a dead replica left is claimed chat by chat, answers first.
All of this is PostgreSQL's; over SQLite there is one bot, and none of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

CHANNEL = "companion"
"""On which replicas call each other: the name of the one who is called, and the chat that it is about."""
EVERYBODY = "*"

# Taken without a change where it has a row already: that locks it, and tells who has it, behind whoever was first.
_TAKE = """
INSERT INTO speaking AS known (chat_id, replica) SELECT chat, %(me)s FROM unnest(%(chats)s::bigint[]) chat ORDER BY chat
ON CONFLICT (chat_id) DO UPDATE SET replica = known.replica RETURNING chat_id, replica, behind, xmax = 0
"""
_TAKE_OVER = """
UPDATE speaking SET replica = %(me)s, behind = false WHERE chat_id = ANY(%(chats)s::bigint[]) AND NOT EXISTS
(SELECT 1 FROM outbox WHERE outbox.chat_id = speaking.chat_id AND NOT outbox.id = ANY(%(posted)s::bigint[]))
RETURNING chat_id
"""
_CALL = f"""
UPDATE speaking SET behind = true WHERE chat_id = ANY(%(chats)s::bigint[])
RETURNING pg_notify('{CHANNEL}', replica || ' ' || chat_id)
"""  # noqa: S608 - a name of our own
_CALL_OUT = f"SELECT pg_notify('{CHANNEL}', %(words)s)"
_LOOK = "UPDATE speaking SET behind = false WHERE chat_id = %(chat)s AND replica = %(me)s"
_UNSPOKEN = """
SELECT waiting.chat_id, speaking.chat_id IS NULL
FROM (SELECT chat_id, min(urgency) AS urgency, min(id) AS first FROM outbox GROUP BY chat_id) waiting
LEFT JOIN speaking USING (chat_id)
WHERE NOT EXISTS (SELECT 1 FROM replicas WHERE replicas.name = speaking.replica)
ORDER BY waiting.urgency, waiting.first LIMIT %(at_most)s
"""
_NOBODYS = """
INSERT INTO speaking (chat_id, replica) SELECT chat, '' FROM unnest(%(chats)s::bigint[]) chat ORDER BY chat
ON CONFLICT DO NOTHING
"""
_CLAIM = """
UPDATE speaking SET replica = %(me)s, behind = false WHERE chat_id IN (
    SELECT chat_id FROM speaking WHERE chat_id = ANY(%(chats)s::bigint[])
    AND NOT EXISTS (SELECT 1 FROM replicas WHERE replicas.name = speaking.replica) FOR UPDATE SKIP LOCKED
) RETURNING chat_id
"""
_OURS = """
SELECT chat_id, max(outbox.id) FROM outbox JOIN speaking USING (chat_id) WHERE replica = %(me)s GROUP BY chat_id
"""
_SAID = """
DELETE FROM outbox USING speaking WHERE outbox.id = ANY(%(messages)s::bigint[])
AND speaking.chat_id = outbox.chat_id AND speaking.replica = %(me)s RETURNING outbox.id
"""
_OVER = """
DELETE FROM speaking WHERE chat_id = ANY(%(chats)s::bigint[]) AND replica = %(me)s AND NOT behind
AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.chat_id = speaking.chat_id)
AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.chat_id = speaking.chat_id)
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose the chats are for which a commit has messages; those that are in none of these are another's."""

    ours: frozenset[int] = frozenset()
    anew: frozenset[int] = frozenset()
    """Those of ours that were another's, or nobody's: what we remember of them is out of date."""
    unread: frozenset[int] = frozenset()
    """Those of ours in which another has posted what we have not read."""


def take(connection: Connection, me: str, posted: Mapping[int, Collection[int]]) -> Taken:
    """Take the chats for which messages (their numbers) were just posted; whoever else speaks there is called."""
    if not posted:
        return Taken()
    rows = _rows(connection, _TAKE, me=me, chats=list(posted))
    ours = {chat for chat, replica, _, _ in rows if replica == me}
    unread = {chat for chat, replica, behind, _ in rows if replica == me and behind}
    anew = {chat for chat, replica, _, inserted in rows if replica == me and inserted}
    others = [chat for chat, replica, _, _ in rows if replica != me]
    if others:
        numbers = [number for chat in others for number in posted[chat]]
        free = {chat for (chat,) in _rows(connection, _TAKE_OVER, me=me, chats=others, posted=numbers)}
        ours, anew = ours | free, anew | free
        if theirs := [chat for chat in others if chat not in free]:
            _rows(connection, _CALL, chats=theirs)
    return Taken(frozenset(ours), frozenset(anew), frozenset(unread))


def call_everybody(connection: Connection, chat_id: int) -> None:
    """Let every replica know that the case of a chat was deleted."""
    _rows(connection, _CALL_OUT, words=f"{EVERYBODY} {chat_id}")


def look(connection: Connection, me: str, chat_id: int) -> bool:
    """Before what waits for a chat is read: whether it is ours. What is posted from now on is called out again."""
    return bool(_run(connection, _LOOK, me=me, chat=chat_id).rowcount)


def claim(connection: Connection, me: str, at_most: int) -> list[int]:
    """Take chats in which something waits and nobody speaks who is alive: those with an answer first."""
    found = _rows(connection, _UNSPOKEN, at_most=at_most)
    if not found:
        return []
    if unknown := [chat for chat, is_unknown in found if is_unknown]:
        _run(connection, _NOBODYS, chats=unknown)
    claimed = {chat for (chat,) in _rows(connection, _CLAIM, me=me, chats=[chat for chat, _ in found])}
    return [chat for chat, _ in found if chat in claimed]


def ours(connection: Connection, me: str) -> dict[int, int]:
    """The chats of ours in which something waits, each with the number of its last message."""
    return dict(_rows(connection, _OURS, me=me))


def claimed_and_ours(connection: Connection, me: str, at_most: int) -> tuple[list[int], dict[int, int]]:
    """The chats that were just claimed, and then all that are ours, as `claim` and `ours` tell them."""
    return claim(connection, me, at_most) if at_most else [], ours(connection, me)


def said(connection: Connection, me: str, messages: Collection[int]) -> set[int]:
    """Take messages out of the outbox; those of chats that are not ours any more stay, and are not among the answer."""
    return {number for (number,) in _rows(connection, _SAID, me=me, messages=list(messages))}


def leave(connection: Connection, me: str, chats: Collection[int]) -> None:
    """Forget that we spoke to chats that have no case, once all is said: of who was deleted nothing stays."""
    _run(connection, _OVER, me=me, chats=list(chats))


def _run(connection: Connection, statement: str, **values: Any) -> Any:
    if not connection.in_transaction():
        connection.begin()
    cursor = connection.connection.cursor()
    cursor.execute(statement, values)
    return cursor


def _rows(connection: Connection, statement: str, **values: Any) -> list[Any]:
    rows: list[Any] = _run(connection, statement, **values).fetchall()
    return rows
