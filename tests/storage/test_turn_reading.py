"""A photo to be read is a row of work in the commit of its arrival, and goes with the file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from bot.packet.pieces import words_of
from bot.storage import cases, work
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.done import Done, Kept
from bot.turn.turn import Turns
from bot.vault import Vault
from bot.work.workers import Trade, Workers
from dialogs.case.facts import Facts
from dialogs.composed.contents import Content
from dialogs.events import Inspected, TextRead
from tests import real
from tests.storage.patients import NOW, MovableClock, Person


@pytest.fixture(scope="session")
def content() -> Content:
    return real.content(reads_print=True)


@pytest.fixture
def sent(ana: Person, engine: Engine, turns: Turns) -> Person:
    """Ana's photo was looked at, and is kept."""
    ana.walks_to_sending()
    ana.sends_file("photo.jpg")
    (task,) = claimed(engine, work.FETCH)
    looked_at = Done(Inspected(NOW, 1, "readable", 1, kind="jpeg"), Kept(1, 10, "a" * 64, "jpeg"))
    with engine.begin() as connection:
        outcome = turns.report(connection, task, looked_at)
    assert outcome is not None
    assert outcome.planned
    return ana


def claimed(engine: Engine, kind: str) -> list[Task]:
    with engine.begin() as connection:
        return work.claim(connection, NOW, (kind,), 9, timedelta(minutes=5))


def test_what_was_read_is_stored_and_the_row_is_done(sent: Person, engine: Engine, turns: Turns) -> None:
    (task,) = claimed(engine, work.READ)
    assert task.subject == "1"
    with engine.begin() as connection:
        turns.report(connection, task, Done(TextRead(NOW, 1, Facts(patient="DOE, JANE"))))
    assert sent.case.documents[0].facts == Facts(patient="DOE, JANE")
    assert [row.kind for row in sent.rows("work")] == []


WORDS = Kept(words_of(1), 20, "b" * 64, "words")


def test_its_words_lie_beside_it_and_go_with_it(sent: Person, engine: Engine, turns: Turns) -> None:
    (task,) = claimed(engine, work.READ)
    with engine.begin() as connection:
        turns.report(connection, task, Done(TextRead(NOW, 1, Facts(patient="DOE, JANE")), read=WORDS))
    assert [row.number for row in sent.rows("documents")] == [1, words_of(1)]
    sent.commands("files")
    sent.taps("files/look/1", "files.one@1/erase", "files.deleting@1/erase_yes")
    assert sent.rows("documents") == []
    assert {row.subject for row in sent.rows("work") if row.kind == work.ERASE} == {"1", str(words_of(1))}


def test_words_of_a_file_that_was_deleted_meanwhile_are_erased(sent: Person, engine: Engine, turns: Turns) -> None:
    (task,) = claimed(engine, work.READ)
    gone = replace(task, subject="9")
    with engine.begin() as connection:
        turns.report(connection, gone, Done(TextRead(NOW, 9, Facts()), read=replace(WORDS, document=words_of(9))))
    assert [row.number for row in sent.rows("documents")] == [1]
    assert str(words_of(9)) in {row.subject for row in sent.rows("work") if row.kind == work.ERASE}


def test_the_pages_that_were_not_read_yet_are_read_next(sent: Person, engine: Engine, turns: Turns) -> None:
    sent.sends_file("scan.pdf", album="a2")
    (task,) = claimed(engine, work.FETCH)
    scan = Inspected(NOW, 2, "readable", 5, remarks=("scan",), kind="pdf")
    with engine.begin() as connection:
        turns.report(connection, task, Done(scan, Kept(2, 10, "c" * 64, "pdf")))
    read = {task.subject: task for task in claimed(engine, work.READ)}["2"]
    with engine.begin() as connection:
        turns.report(connection, read, Done(TextRead(NOW, 2, Facts(), first=1, until=3)))
    (more,) = [task for task in claimed(engine, work.READ) if task.subject == "2"]
    assert more.details == "4"
    with engine.begin() as connection:
        turns.report(connection, more, Done(TextRead(NOW, 2, Facts(), first=4, until=5)))
    assert not [row for row in sent.rows("work") if row.kind == work.READ and row.subject == "2"]


def test_a_photo_that_is_deleted_is_not_read_any_more(sent: Person, engine: Engine) -> None:
    sent.commands("files")
    sent.taps("files/look/1", "files.one@1/erase", "files.deleting@1/erase_yes")
    assert [task.subject for task in claimed(engine, work.ERASE)] == ["1"]
    assert claimed(engine, work.READ) == []


def test_a_bot_that_cannot_read_print_plans_nothing(engine: Engine, vault: Vault, clock: MovableClock) -> None:
    content = real.content()
    turns = Turns(content.dialogue, content.wording, vault, clock)
    ben = Person(engine, turns, clock)
    ben.walks_to_sending()
    ben.sends_file("photo.jpg")
    (task,) = claimed(engine, work.FETCH)
    with engine.begin() as connection:
        turns.report(connection, task, Done(Inspected(NOW, 1, "readable", 1, kind="jpeg")))
    assert claimed(engine, work.READ) == []


async def test_a_set_of_workers_does_no_more_at_once_than_it_may(
    ana: Person, engine: Engine, turns: Turns, writer: Writer
) -> None:
    ana.walks_to_sending()
    stored = ana.stored()
    assert stored is not None
    with engine.begin() as connection:
        for number in range(3):
            work.plan(connection, stored.id, work.READ, str(number), NOW)
    busy, most, done = 0, 0, asyncio.Queue[str]()

    async def read(task: Task) -> Done:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await writer.run(cases.get, task.case_id)
        busy -= 1
        done.put_nowait(task.subject)
        return Done()

    workers = Workers(writer, turns, Clock(), {work.READ: Trade(read, places=1)}, lambda _: None)
    running = asyncio.create_task(workers.run())
    async with asyncio.timeout(20):
        assert sorted([await done.get() for _ in range(3)]) == ["0", "1", "2"]
    running.cancel()
    await workers.stop()
    await writer.run(cases.get, stored.id)  # what they had asked of the writer before is answered by then
    assert most == 1
