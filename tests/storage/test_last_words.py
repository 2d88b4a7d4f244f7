"""After a deletion: that it is done is said when the files are gone, though the case is gone, also after a kill."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from bot.storage import outbox, work
from bot.storage.tables import metadata
from bot.storage.work import Task
from bot.turn.done import Done
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from tests.storage.patients import MovableClock, Person

LEASE = timedelta(minutes=1)


def deletes_everything(ana: Person) -> None:
    ana.walks_to_sending()
    ana.commands("delete")
    ana.taps("aside@1/delete_yes")
    ana.reads()


def claimed(engine: Engine, clock: MovableClock) -> list[Task]:
    with engine.begin() as connection:
        return work.claim(connection, clock.now(), (work.ERASE,), 9, LEASE)


def reports(engine: Engine, turns: Turns, task: Task) -> Outcome | None:
    with engine.begin() as connection:
        return turns.report(connection, task, Done())


def test_nothing_is_said_before_the_work_is_finished(ana: Person, engine: Engine, turns: Turns, clock) -> None:
    deletes_everything(ana)
    assert ana.hears() == ["deleted"]
    (task,) = claimed(engine, clock)
    outcome = reports(engine, turns, task)
    assert outcome
    assert [message.name for message in outcome.messages] == ["deleted_done"]
    assert outcome.gone
    ana.reads()
    with engine.begin() as connection:
        left = {name for name, table in metadata.tables.items() if connection.execute(select(table)).first()}
    assert left == {"deletions", "updates"}


def test_a_kill_in_between_and_it_is_said_once_at_the_end(ana: Person, engine: Engine, turns: Turns, clock) -> None:
    deletes_everything(ana)
    (killed,) = claimed(engine, clock)
    clock.skip(minutes=2)
    (task,) = claimed(engine, clock)
    said = [reports(engine, turns, each) for each in (task, killed)]
    assert [len(outcome.messages) if outcome else 0 for outcome in said] == [1, 0]


def test_it_names_nothing_of_what_was_there(ana: Person, engine: Engine, turns: Turns, clock) -> None:
    deletes_everything(ana)
    (task,) = claimed(engine, clock)
    named = {"chat_id": ana.chat_id, "message": "deleted_done", "for_another": False, "language": ""}
    assert json.loads(task.details) == named
    outcome = reports(engine, turns, task)
    assert outcome
    (message,) = outcome.messages
    content = json.loads(message.content)
    assert content["quiet"]
    assert content["buttons"] == []


@pytest.mark.parametrize("again", ["aside@1/delete_yes", "aside@9/delete_yes"])
def test_a_second_tap_on_the_yes_says_no_more(ana: Person, engine: Engine, turns: Turns, clock, again: str) -> None:
    deletes_everything(ana)
    for task in claimed(engine, clock):
        reports(engine, turns, task)
    ana.reads()
    ana.taps(again)
    assert ana.hears() == []
    for task in claimed(engine, clock):
        outcome = reports(engine, turns, task)
        assert not outcome or not outcome.messages


def test_one_file_that_is_erased_is_not_told_as_all(ana: Person, engine: Engine, turns: Turns, clock) -> None:
    ana.walks_to_sending()
    stored = ana.stored()
    assert stored
    with engine.begin() as connection:
        work.plan(connection, stored.id, work.ERASE, "1", clock.now())
    (task,) = claimed(engine, clock)
    assert reports(engine, turns, task) == Outcome()
    with engine.begin() as connection:
        assert "deleted_done" not in [message.name for message in outbox.waiting(connection)]
