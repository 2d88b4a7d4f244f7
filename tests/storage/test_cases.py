"""One patient's rows: read back as they were written, forgotten whole, and nobody else's with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage import accesses, cases, deletions, errands, outbox, work
from bot.storage.cases import StoredCase
from bot.storage.outbox import Delivery
from bot.storage.tables import metadata, speaking
from dialogs.case.answer import Answer, Question
from dialogs.case.case import Case
from dialogs.case.document import Document
from dialogs.case.errand import Errand
from dialogs.case.reminders import Reminders
from dialogs.case.request import Request
from dialogs.case.text import HeldText
from tests.sealing import key_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
A_CASE = Case(
    step="scans.sending",
    returns_to=("review",),
    keeps_files=True,
    decision="Ob ich beginne? 🎗️",
    questions=(Question(text="<b>why</b>"), Question(example="trial")),
    answers={"report": Answer("asked", "Monday")},
    documents=(Document(1, "a1", "scan.pdf", "scans", "readable", 3),),
    files_seen=1,
    reminders=Reminders(7, 3, NOW, 1, NOW, NOW, "report", 8, 12, "2026-03-05", ("2026-03-06",), ("plan",)),
    requests=(Request(1, "report", "Monday", "2026-02-23", "phone", "ROI/7", "2026-03-09", ("2026-03-01",), told=10),),
    requests_seen=1,
    request=1,
    country="us",
    date="2026-04-03",
    zone="Europe/Berlin",
    heard=NOW,
    errands=(Errand(1, "report", "done", "Mia"),),
    errands_made=1,
    texts=(HeldText(3, "\x00 a line\n\u2028 another", "files.one@7"),),
    texts_seen=3,
)


def stored(name: str, chat_id: int, case: Case = A_CASE) -> StoredCase:
    return StoredCase((name * 32)[:32], chat_id, key_of((name * 32)[:32]), case, latest_message=5)


def everything_of(connection: Connection, one: StoredCase) -> dict[str, list[Any]]:
    """Every row of one patient, by table."""
    rows: dict[str, list[Any]] = {}
    for table in metadata.sorted_tables:
        for column, value in (("case_id", one.id), ("chat_id", one.chat_id)):
            if column in table.c:
                rows[table.name] = list(connection.execute(select(table).where(table.c[column] == value)))
    return rows


def live(connection: Connection, one: StoredCase) -> None:
    """Let a patient leave a row in every table."""
    cases.add(connection, one, NOW)
    cases.expect_document(connection, one.id, 1)
    cases.keep_document(connection, one.id, 1, 1000, "0" * 64, "pdf", NOW)
    errands.offer(connection, one.id, 1, f"link of {one.id}", NOW)
    accesses.note(connection, one.id, NOW, "kept", 1)
    work.plan(connection, one.id, work.FETCH, "1", NOW, "file-id")
    message = outbox.post(connection, one.chat_id, "say", "receipt", "{}", NOW, "receipt:a1")
    outbox.delivered(connection, [Delivery(message, 9)])
    outbox.post(connection, one.chat_id, "say", "welcome", "{}", NOW)
    connection.execute(insert(speaking).values(chat_id=one.chat_id, replica="a replica"))


def test_a_case_is_read_back_as_it_was_written(connection: Connection) -> None:
    one = stored("a", 6_000_000_001)
    cases.add(connection, one, NOW)
    assert cases.find(connection, one.chat_id) == cases.get(connection, one.id) == one
    later = replace(A_CASE, step="review", reminders=None)
    cases.save(connection, replace(one, case=later, latest_message=8), NOW)
    assert cases.get(connection, one.id) == replace(one, case=later, latest_message=8)


def test_nobody_is_found_who_is_not_there(connection: Connection) -> None:
    cases.add(connection, stored("a", 1), NOW)
    assert cases.find(connection, 2) is None
    assert cases.get(connection, "b" * 32) is None


def test_a_chat_has_one_case(connection: Connection) -> None:
    assert cases.add(connection, stored("a", 1), NOW)
    assert not cases.add(connection, stored("b", 1), NOW), "another replica was first"
    assert cases.find(connection, 1) == stored("a", 1)


def test_failures_of_an_update_are_counted_wherever_they_happen(connection: Connection) -> None:
    assert [cases.count_failure(connection, update_id, NOW) for update_id in (7, 7, 8, 7)] == [1, 2, 1, 3]
    cases.forget_updates(connection, NOW + timedelta(seconds=1), at_most=9)
    assert cases.count_failure(connection, 7, NOW) == 1


def test_an_update_is_taken_once(connection: Connection) -> None:
    assert cases.take_update(connection, 7, NOW)
    assert not cases.take_update(connection, 7, NOW)
    assert cases.take_update(connection, 8, NOW)


def test_a_failed_update_is_still_taken(connection: Connection) -> None:
    cases.take_update(connection, 7, NOW)
    cases.mark_failed(connection, 7, "turn failed")
    assert not cases.take_update(connection, 7, NOW)


def test_only_old_updates_are_forgotten(connection: Connection) -> None:
    for days in range(5):
        cases.take_update(connection, days, NOW - timedelta(days=days))
    assert cases.forget_updates(connection, NOW - timedelta(days=2), at_most=1), "a little at a time"
    while cases.forget_updates(connection, NOW - timedelta(days=2), at_most=1):
        pass
    assert [cases.take_update(connection, days, NOW) for days in range(5)] == [False, False, False, True, True]


def test_forgetting_removes_every_row_of_a_patient_and_nothing_of_another(connection: Connection) -> None:
    ana, ben = stored("a", 1), stored("b", 2)
    live(connection, ana)
    live(connection, ben)
    before = everything_of(connection, ben)
    assert all(everything_of(connection, ana).values()), "there is something to forget in every table"
    cases.forget(connection, ana)
    assert not any(everything_of(connection, ana).values())
    assert deletions.noted(connection) == {ana.id}, "an opaque id, so that no backup brings the rest back"
    assert everything_of(connection, ben) == before
    assert all(before.values())


def test_every_table_that_holds_something_of_a_patient_is_known_to_this_test(connection: Connection) -> None:
    ana = stored("a", 1)
    live(connection, ana)
    assert set(metadata.tables) - set(everything_of(connection, ana)) == {
        *("updates", "failing", "identity", "deletions", "replicas"),
    }


def test_waiting_and_kept_documents_are_both_known(connection: Connection) -> None:
    for number in (1, 2):
        cases.expect_document(connection, "a" * 32, number)
    cases.keep_document(connection, "a" * 32, 1, 1000, "0" * 64, "pdf", NOW)
    cases.keep_document(connection, "b" * 32, 1, 1000, "0" * 64, "pdf", NOW)
    known, stray = [("a" * 32, 1), ("a" * 32, 2)], ("b" * 32, 1)
    assert cases.unknown_documents(connection, [*known, stray]) == {stray}
