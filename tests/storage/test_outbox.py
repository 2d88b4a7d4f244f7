"""What is to be said: in its order, until Telegram has it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.storage import cases, outbox
from bot.storage.cases import StoredCase
from bot.storage.outbox import Delivery, Message
from dialogs.case.case import Case
from tests.sealing import key_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANA, BEN = (StoredCase(name * 32, chat_id, key_of(name * 32), Case(), 0) for name, chat_id in (("a", 1), ("b", 2)))


def post(connection: Connection, chat_id: int = 1, name: str = "welcome", slot: str = "") -> Message:
    return outbox.post(connection, chat_id, "say", name, '{"text": "…"}', NOW, slot)


def latest(connection: Connection, one: StoredCase) -> int:
    found = cases.get(connection, one.id)
    assert found is not None
    return found.latest_message


def test_messages_wait_in_the_order_in_which_they_were_written(connection: Connection) -> None:
    messages = [post(connection, chat_id, name) for name in ("one", "two") for chat_id in (2, 1)]
    assert outbox.waiting(connection) == messages
    assert [message.id for message in messages] == sorted(message.id for message in messages)


def test_a_delivered_message_waits_no_longer_and_the_others_do(connection: Connection) -> None:
    first, second, third = (post(connection) for _ in range(3))
    outbox.delivered(connection, [Delivery(second, 9)])
    assert outbox.waiting(connection) == [first, third]
    outbox.delivered(connection, [Delivery(second, 9)])
    assert outbox.waiting(connection) == [first, third]


def test_the_id_of_a_message_is_never_below_that_of_one_before_it(connection: Connection) -> None:
    first, second = post(connection), post(connection)
    outbox.delivered(connection, [Delivery(first, 9)])
    assert post(connection).id > second.id


def test_the_newest_message_of_a_chat_only_grows(connection: Connection) -> None:
    for one in (ANA, BEN):
        cases.add(connection, one, NOW)
    outbox.delivered(connection, [Delivery(post(connection), 12), Delivery(post(connection), 11)])
    assert (latest(connection, ANA), latest(connection, BEN)) == (12, 0)
    outbox.delivered(connection, [Delivery(post(connection), 5)])
    assert latest(connection, ANA) == 12
    outbox.delivered(connection, [Delivery(post(connection), 0)])
    assert latest(connection, ANA) == 12


def test_a_slot_remembers_the_newest_message_that_stands_in_it(connection: Connection) -> None:
    cases.add(connection, ANA, NOW)
    assert outbox.message_in(connection, 1, "receipt:a1") == 0
    for message_id in (7, 9):
        outbox.delivered(connection, [Delivery(post(connection, slot="receipt:a1"), message_id)])
        assert outbox.message_in(connection, 1, "receipt:a1") == message_id
    outbox.delivered(connection, [Delivery(post(connection, slot="receipt:a1"), 0)])
    assert outbox.message_in(connection, 1, "receipt:a1") == 9
    assert outbox.message_in(connection, 1, "receipt:a2") == outbox.message_in(connection, 2, "receipt:a1") == 0


def test_nothing_of_a_deleted_case_comes_back_when_its_last_messages_arrive(connection: Connection) -> None:
    cases.add(connection, ANA, NOW)
    on_its_way = post(connection, slot="receipt:a1")
    cases.forget(connection, ANA)
    outbox.delivered(connection, [Delivery(on_its_way, 7)])
    assert outbox.message_in(connection, 1, "receipt:a1") == 0
    assert cases.find(connection, 1) is None
