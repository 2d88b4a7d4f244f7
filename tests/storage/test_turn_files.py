"""Files that are deleted and opened: the row goes with the turn, and a password never gets as far as a row."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Engine

from bot.storage import outbox, work
from bot.turn.done import Done, Kept
from bot.turn.outcome import Unlocking
from bot.turn.turn import Turns
from dialogs.events import Inspected
from tests.storage.patients import MovableClock, Person
from tests.storage.working import claimed

CANARY = "Kanarienvogel-77"


@pytest.fixture
def locked(ana: Person, engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    """Ana sent a locked report and is asked for its password."""
    ana.walks_to_sending()
    ana.sends_file()
    (task,) = claimed(engine, work.FETCH, clock)
    done = Done(Inspected(clock.now(), 1, "locked", kind="pdf"), Kept(1, 10, "a" * 64, "pdf"))
    with engine.begin() as connection:
        turns.report(connection, task, done)
    ana.taps("aside/file/1/password")
    return ana


def reported(engine: Engine, turns: Turns, unlocking: Unlocking, done: Done) -> object:
    with engine.begin() as connection:
        return turns.report_unlocked(connection, unlocking, done)


def test_a_deleted_file_loses_its_row_in_the_same_commit_and_is_then_erased(
    locked: Person, engine: Engine, clock: MovableClock
) -> None:
    locked.taps("files.password@1/back", "files.one@1/erase", "files.deleting@1/erase_yes")
    assert locked.rows("documents") == []
    assert not locked.case.documents
    assert locked.outcome.planned
    assert [task.subject for task in claimed(engine, work.ERASE, clock)] == ["1"]


def test_a_password_is_handed_on_in_memory_and_its_message_is_to_go(locked: Person) -> None:
    outcome = locked.writes(CANARY)
    stored = locked.stored()
    assert stored is not None
    assert outcome.unlocking == Unlocking(locked.chat_id, stored.id, stored.key, 1, CANARY)
    first = outcome.messages[0]
    assert (first.kind, json.loads(first.content)) == ("unsay", {"message": locked.messages})


def test_no_row_and_nothing_printable_holds_the_password(locked: Person, engine: Engine) -> None:
    outcome = locked.writes(CANARY)
    assert CANARY not in repr(outcome)
    with engine.begin() as connection:
        assert CANARY not in str(outbox.waiting(connection))
        for table in ("cases", "documents", "updates", "outbox", "slots", "work"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()
            assert CANARY not in str(rows)


def test_what_was_opened_counts_as_saved(locked: Person, engine: Engine, turns: Turns, clock: MovableClock) -> None:
    unlocking = locked.writes(CANARY).unlocking
    assert unlocking is not None
    opened = Done(Inspected(clock.now(), 1, "readable", 3, kind="pdf"), Kept(1, 20, "b" * 64, "pdf"))
    reported(engine, turns, unlocking, opened)
    assert locked.case.documents[0].state == "readable"
    assert [(row.size, row.sha256) for row in locked.rows("documents")] == [(20, "b" * 64)]


def test_what_was_opened_and_deleted_meanwhile_is_erased_again(
    locked: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    unlocking = locked.writes(CANARY).unlocking
    assert unlocking is not None
    locked.taps("files.password@1/back", "files.one@1/erase", "files.deleting@1/erase_yes")
    for task in claimed(engine, work.ERASE, clock):
        with engine.begin() as connection:
            turns.report(connection, task, Done())
    reported(engine, turns, unlocking, Done(Inspected(clock.now(), 1, "readable", 3)))
    assert [task.subject for task in claimed(engine, work.ERASE, clock)] == ["1"]
    assert locked.rows("documents") == []


def test_of_a_case_deleted_meanwhile_nothing_is_told(
    locked: Person, engine: Engine, turns: Turns, clock: MovableClock
) -> None:
    unlocking = locked.writes(CANARY).unlocking
    assert unlocking is not None
    locked.taps("aside/delete", "aside@1/delete_yes")
    assert reported(engine, turns, unlocking, Done(Inspected(clock.now(), 1, "readable", 3))) is None
    assert locked.stored() is None


def test_delete_leaves_nothing_of_what_was_said_about_files(locked: Person, engine: Engine) -> None:
    locked.taps("files.password@1/back", "files.one@1/rename")
    locked.writes(CANARY)
    locked.taps("aside/delete", "aside@1/delete_yes")
    with engine.begin() as connection:
        for table in ("cases", "documents", "slots", "outbox"):
            assert CANARY not in str(connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall())
