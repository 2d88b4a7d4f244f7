"""Whose file is fetched next: patients take turns, and each one's own files come in their order."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from bot.storage import work
from tests.storage.working import LEASE, NOW, subjects


def send(connection: Connection, case: str, files: int) -> None:
    for number in range(files):
        work.plan(connection, case * 32, work.FETCH, f"{case}{number}", NOW)


def in_turn(connection: Connection, at_most: int = 9, each: int = 1, after: str = "") -> list[str]:
    return subjects(work.claim_in_turn(connection, NOW, work.FETCH, at_most, each, LEASE, after * 32))


def test_patients_take_turns_whoever_sent_more_and_sooner(connection: Connection) -> None:
    send(connection, "b", 300)
    for other in "cad":
        send(connection, other, 2)
    assert in_turn(connection) == ["a0", "b0", "c0", "d0"]
    assert in_turn(connection) == [], "one each is under way"


def test_the_next_is_whoever_stands_behind_the_last_and_after_all_the_first(connection: Connection) -> None:
    for one in "abc":
        send(connection, one, 2)
    assert in_turn(connection, at_most=1, after="a") == ["b0"]
    assert in_turn(connection, at_most=1, after="b") == ["c0"]
    assert in_turn(connection, at_most=1, after="c") == ["a0"]
    assert in_turn(connection, at_most=9, each=2, after="b") == ["c1", "a1", "b1"]


def test_a_patients_own_files_come_in_their_order_and_no_more_at_once_than_they_may(connection: Connection) -> None:
    send(connection, "a", 5)
    tasks = work.claim_in_turn(connection, NOW, work.FETCH, 9, 2, LEASE)
    assert subjects(tasks) == ["a0", "a1"]
    work.finish(connection, tasks[0].claim)
    assert in_turn(connection, each=2) == ["a2"]


def test_a_file_that_rests_keeps_none_of_its_patients_others(connection: Connection) -> None:
    send(connection, "a", 2)
    (first,) = work.claim_in_turn(connection, NOW, work.FETCH, 9, 1, LEASE)
    work.postpone(connection, first.claim, NOW + timedelta(minutes=4))
    assert in_turn(connection) == ["a1"]
