"""What is to be said: written with the turn that says it, deleted once Telegram has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from bot.storage import order, speaking
from bot.storage.prepared import Prepared
from bot.storage.sealing import seals_of
from bot.storage.tables import cases, outbox, slots
from bot.vault.seals import Owner, Seals, is_sealed

_NEWEST = Prepared(
    update(cases)
    .where(cases.c.chat_id == bindparam("chat"), cases.c.latest_message < bindparam("message"))
    .values(latest_message=bindparam("message"))
)
_COLUMNS = ("chat_id", "kind", "name", "slot", "content", "created_at", "urgency")
_POST = Prepared(insert(outbox).returning(outbox.c.id), *_COLUMNS)
MESSAGE = b"message"
"""What kind of text a message's content is."""
STAYS = "stays"
"""The kind of a message that is never edited."""
MOVES = "moves"
"""The kind of a message that comes anew instead of being edited: the one before it in its slot is taken away."""
_SENT = Prepared(delete(outbox).where(outbox.c.id == bindparam("message")))


ANSWER, NEWS, EARLIER, ANNOUNCEMENT = range(4)
"""How urgent a message is: somebody just wrote; something of theirs went on; it has waited since before the start; or
it was merely time for it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a chat. `id` counts upwards: a chat's messages are sent in its order."""

    id: int
    chat_id: int
    kind: str
    name: str
    slot: str
    content: str
    urgency: int = NEWS


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that is done with; `message_id` is 0 where it made no new message."""

    message: Message
    message_id: int


def waits(connection: Connection, chat_id: int, kind: str) -> bool:
    """Whether a message of this kind is still to be sent to a chat."""
    found = select(outbox.c.id).where(outbox.c.chat_id == chat_id, outbox.c.kind == kind).limit(1)
    return connection.scalar(found) is not None


def post(
    connection: Connection,
    chat_id: int,
    kind: str,
    name: str,
    content: str,
    now: datetime,
    slot: str = "",
    urgency: int = NEWS,
    owner: Owner | None = None,
) -> Message:
    """Write down a message that is to be said; `owner` is the case that says it, if it is still there."""
    message = {"chat_id": chat_id, "kind": kind, "name": name, "slot": slot, "urgency": urgency}
    sealed = seals_of(connection).seal(MESSAGE, content, owner)
    (message_id,) = _POST.run(connection, **message, content=sealed, created_at=now).fetchone() or (0,)
    return Message(message_id, chat_id, kind, name, slot, content, urgency)


def move(connection: Connection, messages: Sequence[Message], chat_id: int, topic: int) -> tuple[Message, ...]:
    """The messages of no case, those to one chat moved into a topic of it (0: no topic)."""
    if not topic:
        return tuple(messages)
    moved = []
    for message in messages:
        if message.chat_id == chat_id:
            content = json.dumps({**json.loads(message.content), "topic": topic}, ensure_ascii=False)
            sealed = seals_of(connection).seal(MESSAGE, content)
            connection.execute(update(outbox).where(outbox.c.id == message.id).values(content=sealed))
            message = replace(message, content=content)
        moved.append(message)
    return tuple(moved)


def newest(connection: Connection) -> int:
    """The number of the last message that waits, or 0."""
    return connection.scalar(select(func.max(outbox.c.id))) or 0


def oldest(connection: Connection) -> datetime | None:
    """Since when the message that has waited longest waits."""
    return connection.scalar(select(outbox.c.created_at).order_by(outbox.c.id).limit(1))


def waiting(connection: Connection, chat_id: int | None = None, until: int | None = None) -> list[Message]:
    """Messages that have not been sent, in their order: those of one chat or of all, up to the message `until`."""
    whose = (cases.c.id, cases.c.key)
    columns = (outbox.c[name] for name in Message.__dataclass_fields__)
    query = (
        select(*columns, *whose)
        .order_by(outbox.c.id)
        .join_from(outbox, cases, cases.c.chat_id == outbox.c.chat_id, isouter=True)
    )
    if chat_id is not None:
        query = query.where(outbox.c.chat_id == chat_id)
    if until is not None:
        query = query.where(outbox.c.id <= until)
    return [_message(connection, *row) for row in connection.execute(query)]


def _message(connection: Connection, *row: Any) -> Message:
    number, chat_id, kind, name, slot, content, urgency, case_id, key = row
    owner = Owner(case_id, bytes(key)) if case_id else None
    return Message(number, chat_id, kind, name, slot, opened(seals_of(connection), owner, content), urgency)


def opened(seals: Seals, owner: Owner | None, content: bytes | str) -> str:
    """What is to be said, opened; older versions left it in clear. Raises `Tampered`."""
    if isinstance(content, str):
        return content
    return seals.open(MESSAGE, content, owner) if is_sealed(content) else content.decode()


def chats_waiting(connection: Connection) -> list[int]:
    """The chats for which messages wait, those with an answer first; read from an index alone, however many wait."""
    most_urgent = func.min(outbox.c.urgency)
    chats = select(outbox.c.chat_id).group_by(outbox.c.chat_id).order_by(most_urgent, func.min(outbox.c.id))
    return list(connection.scalars(chats))


def delivered(connection: Connection, deliveries: Sequence[Delivery], replica: str = "") -> set[int]:
    """Note what was sent, and remember the messages that later ones will take the place of.

    `replica` is who sent it, where there are several: what it said in a chat that is another's by now does not count.
    The answer is the numbers of those messages that count.
    """
    chats = {delivery.message.chat_id for delivery in deliveries}
    if replica:
        order.hold(connection, chats)
        said = speaking.said(connection, replica, [delivery.message.id for delivery in deliveries])
        deliveries = [delivery for delivery in deliveries if delivery.message.id in said]
    else:
        _SENT.run_many(connection, [{"message": delivery.message.id} for delivery in deliveries])
    _remember_all(connection, deliveries)
    if replica:
        speaking.leave(connection, replica, chats)
    return {delivery.message.id for delivery in deliveries}


def _remember_all(connection: Connection, deliveries: Sequence[Delivery]) -> None:
    newest: dict[int, int] = {}
    for delivery in deliveries:
        chat_id, message_id = delivery.message.chat_id, delivery.message_id
        if message_id:
            # Below a message that stays nothing turns its page in place: it counts as if more had been said already.
            message_id += delivery.message.kind == STAYS
            newest[chat_id] = max(message_id, newest.get(chat_id, 0))
            if delivery.message.slot:
                _remember(connection, chat_id, delivery.message.slot, delivery.message_id)
    if newest:
        _NEWEST.run_many(connection, [{"chat": chat, "message": message} for chat, message in sorted(newest.items())])


def message_in(connection: Connection, chat_id: int, slot: str) -> int:
    """The message that stands in a slot, or 0."""
    found = connection.scalar(select(slots.c.message_id).where(slots.c.chat_id == chat_id, slots.c.slot == slot))
    return found or 0


def latest_message(connection: Connection, chat_id: int) -> int:
    """The newest message of a chat that we know of, the patient's own too, or 0."""
    return connection.scalar(select(cases.c.latest_message).where(cases.c.chat_id == chat_id)) or 0


def _remember(connection: Connection, chat_id: int, slot: str, message_id: int) -> None:
    if not connection.scalar(select(cases.c.id).where(cases.c.chat_id == chat_id)):
        return  # the case was deleted meanwhile: nothing of it may come back
    where = (slots.c.chat_id == chat_id, slots.c.slot == slot)
    if not connection.execute(update(slots).where(*where).values(message_id=message_id)).rowcount:
        connection.execute(insert(slots).values(chat_id=chat_id, slot=slot, message_id=message_id))
