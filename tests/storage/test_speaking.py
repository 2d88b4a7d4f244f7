"""Who speaks to which chat, among several replicas: one at a time, and nothing of a dead one is left unsaid."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest
from sqlalchemy import Connection, Engine

from bot.storage import cases, outbox, replicas, speaking
from bot.storage.cases import StoredCase
from bot.storage.outbox import ANNOUNCEMENT, ANSWER, Delivery, Message
from bot.storage.speaking import Taken
from dialogs.case.case import Case
from tests.sealing import key_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANA, BEN, CLEO = 1, 2, 3
STRANGER = 77
"""Who has no case: a helper, or somebody whose case was just deleted."""
A, B = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """Two replicas are alive, and three people have a case."""
    with engine.connect() as connection:
        for name in (A, B):
            replicas.arrive(connection, name)
        for chat_id in (ANA, BEN, CLEO):
            cases.add(connection, StoredCase(f"{chat_id:032x}", chat_id, key_of(f"{chat_id:032x}"), Case(), 0), NOW)
        yield connection


def posts(connection: Connection, name: str, *chats: int, urgency: int = ANSWER) -> tuple[Taken, list[Message]]:
    """What a turn does: messages, and in the same commit the chats that they are for."""
    messages = [outbox.post(connection, chat, "say", "a_name", "{}", NOW, urgency=urgency) for chat in chats]
    return speaking.take(connection, name, {each.chat_id: [each.id] for each in messages}), messages


def says(connection: Connection, name: str, *messages: Message) -> set[int]:
    return outbox.delivered(connection, [Delivery(message, 100 + message.id) for message in messages], name)


def test_whoever_posts_first_says_it_and_what_others_post_until_it_is_said(connection: Connection) -> None:
    taken, (first,) = posts(connection, A, ANA)
    assert taken == Taken(ours=frozenset({ANA}), anew=frozenset({ANA}))
    taken, (second,) = posts(connection, B, ANA)
    assert taken == Taken(), "A says this too, after the first"
    assert speaking.look(connection, A, ANA)
    assert outbox.waiting(connection, ANA) == [first, second]
    assert says(connection, A, first, second) == {first.id, second.id}


def test_once_all_is_said_the_next_to_post_takes_the_chat_over(connection: Connection) -> None:
    _, messages = posts(connection, A, ANA, BEN)
    says(connection, A, *messages)
    taken, _ = posts(connection, B, ANA)
    assert taken == Taken(ours=frozenset({ANA}), anew=frozenset({ANA})), "and remembers nothing of it"
    assert posts(connection, A, ANA)[0] == Taken()
    assert posts(connection, A, BEN)[0] == Taken(ours=frozenset({BEN})), "it was A's all the time"


def test_who_speaks_learns_in_its_own_next_turn_that_another_has_posted(connection: Connection) -> None:
    posts(connection, A, ANA)
    posts(connection, B, ANA)
    taken, _ = posts(connection, A, ANA)
    assert taken.unread == {ANA}, "what B posted goes before this"
    speaking.look(connection, A, ANA)
    assert posts(connection, A, ANA)[0].unread == set(), "it has been read"


def test_what_was_said_in_a_chat_that_is_anothers_by_now_does_not_count(connection: Connection) -> None:
    _, (message,) = posts(connection, A, ANA)
    replicas.leave(connection, A)
    assert speaking.claim(connection, B, 9) == [ANA]
    assert says(connection, A, message) == set()
    assert outbox.waiting(connection, ANA) == [message]
    assert not speaking.look(connection, A, ANA)
    assert outbox.latest_message(connection, ANA) == 0
    assert says(connection, B, message) == {message.id}


def test_nothing_is_claimed_as_long_as_its_speaker_is_alive(connection: Connection) -> None:
    posts(connection, A, ANA)
    assert speaking.claim(connection, B, 9) == []
    assert list(speaking.ours(connection, A)) == [ANA]
    assert speaking.ours(connection, B) == {}


def test_what_a_dead_replica_left_is_claimed_answers_first_and_some_at_a_time(connection: Connection) -> None:
    posts(connection, A, ANA, urgency=ANNOUNCEMENT)
    posts(connection, A, BEN)
    posts(connection, A, CLEO)
    replicas.leave(connection, A)
    assert speaking.claim(connection, B, 1) == [BEN]
    assert speaking.claim(connection, B, 9) == [CLEO, ANA]
    assert speaking.claim(connection, B, 9) == []


def test_what_an_older_version_left_belongs_to_nobody_and_is_claimed(connection: Connection) -> None:
    outbox.post(connection, ANA, "say", "a_name", "{}", NOW)
    assert speaking.claim(connection, B, 9) == [ANA]


def test_of_a_chat_without_a_case_nothing_is_left_once_all_is_said(connection: Connection) -> None:
    _, (farewell, other) = posts(connection, A, STRANGER, ANA)
    says(connection, A, farewell, other)
    assert chats(connection) == [ANA]


def test_a_deletion_leaves_no_row_of_who_spoke_there(connection: Connection) -> None:
    posts(connection, A, ANA, BEN)
    ana = cases.find(connection, ANA)
    assert ana
    cases.forget(connection, ana)
    assert chats(connection) == [BEN]


def chats(connection: Connection) -> list[int]:
    rows = connection.exec_driver_sql("SELECT chat_id FROM speaking ORDER BY chat_id")
    return [chat for (chat,) in rows]


def test_of_two_that_claim_at_once_neither_waits_and_each_gets_another_chat(
    connection: Connection, other_engine: Engine
) -> None:
    posts(connection, A, ANA)
    posts(connection, A, BEN)
    replicas.leave(connection, A)
    connection.commit()
    with other_engine.begin() as other:
        assert speaking.claim(other, B, 1) == [ANA]
        replicas.arrive(connection, "cccccccccccccccc")
        assert speaking.claim(connection, "cccccccccccccccc", 9) == [BEN]


def test_whoever_speaks_is_called_and_everybody_hears_of_a_deletion(connection: Connection, postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as hearing:
        hearing.execute(f"LISTEN {speaking.CHANNEL}")
        posts(connection, A, ANA)
        posts(connection, B, ANA, BEN)
        speaking.call_everybody(connection, CLEO)
        connection.commit()
        calls = [call.payload for call in hearing.notifies(timeout=120, stop_after=2)]
    assert calls == [f"{A} {ANA}", f"{speaking.EVERYBODY} {CLEO}"]


def test_who_leaves_a_chat_while_another_posts_there_still_speaks_there(
    connection: Connection, other_engine: Engine
) -> None:
    _, (farewell,) = posts(connection, A, STRANGER)
    connection.commit()

    def note() -> None:
        with other_engine.begin() as other:
            says(other, A, farewell)

    taken, (message,) = posts(connection, B, STRANGER)
    assert taken == Taken()
    noting = threading.Thread(target=note)
    noting.start()
    until_somebody_waits(connection)
    connection.commit()
    noting.join()
    assert speaking.ours(connection, A) == {STRANGER: message.id}


def until_somebody_waits(connection: Connection) -> None:
    waits = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    while not connection.exec_driver_sql(waits).scalar():
        threading.Event().wait(0.01)
