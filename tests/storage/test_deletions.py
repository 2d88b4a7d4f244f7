"""What was deleted stays deleted, whichever backup comes back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.storage import cases, deletions, work
from bot.storage.tables import documents, errands, metadata, outbox, slots
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.upkeep.deletions import Deletions
from bot.vault import Vault
from tests.storage.installations import LATER, OURS, add
from tests.storage.patients import NOW, MovableClock, Person


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "deletions"


@pytest.fixture
def noted(folder: Path, writer: Writer, turns: Turns, clock: MovableClock) -> Deletions:
    return Deletions(folder, writer, turns, clock)


def names_in(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def rows(engine: Engine, table: str) -> list[object]:
    with engine.connect() as connection:
        return list(connection.exec_driver_sql(f"SELECT * FROM {table}"))


async def test_the_folder_to_keep_elsewhere_is_there_before_anybody_deletes_anything(
    folder: Path, noted: Deletions
) -> None:
    await noted.repeat()
    assert names_in(folder) == []


async def test_a_deleted_case_that_came_back_with_the_database_is_deleted_again(
    engine: Engine, ana: Person, noted: Deletions, vault: Vault, caplog
) -> None:
    ana.commands("start")
    with engine.begin() as connection:
        stored = cases.find(connection, ana.chat_id)
    assert stored
    add(engine, vault, LATER)
    with engine.begin() as connection:
        cases.expect_document(connection, stored.id, 1)
        connection.execute(slots.insert().values(chat_id=ana.chat_id, slot="receipt", message_id=5))
        work.plan(connection, stored.id, work.FETCH, "1", NOW)
    assert rows(engine, "outbox")
    noted.note(stored.id)
    await noted.repeat()
    assert [row[0] for row in rows(engine, "cases")] == [LATER]  # type: ignore[index]
    for table in (outbox, slots, errands):
        assert rows(engine, table.name) == []
    assert [row[0] for row in rows(engine, documents.name)] == [LATER]  # type: ignore[index]
    with engine.connect() as connection:
        planned = connection.exec_driver_sql("SELECT case_id, kind, subject FROM work").all()
    assert planned == [(stored.id, work.ERASE, "")]
    (line,) = [record.getMessage() for record in caplog.records if record.name == "bot.upkeep.deletions"]
    assert line.startswith("1 deleted case(s)")
    assert stored.id not in line


async def test_a_helper_who_was_deleted_does_not_hold_an_errand_again(
    engine: Engine, ana: Person, noted: Deletions
) -> None:
    ana.commands("start")
    with engine.begin() as connection:
        stored = cases.find(connection, ana.chat_id)
        assert stored
        values = {"case_id": LATER, "number": 1, "token_hash": "x", "helper_chat_id": ana.chat_id, "expires_at": NOW}
        connection.execute(errands.insert().values(values))
    noted.note(stored.id)
    await noted.repeat()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT helper_chat_id FROM errands").scalar() is None


async def test_database_and_folder_learn_from_each_other(
    engine: Engine, noted: Deletions, writer: Writer, folder: Path
) -> None:
    await writer.run(deletions.note, OURS)
    noted.note(LATER)
    for _ in range(2):
        await noted.repeat()
        assert names_in(folder) == [OURS, LATER]
        assert await writer.run(deletions.noted) == {OURS, LATER}
    shutil.rmtree(folder)
    await noted.repeat()
    assert names_in(folder) == [OURS, LATER]


async def test_what_else_lies_in_the_folder_is_passed_over(noted: Deletions, writer: Writer, folder: Path) -> None:
    os.makedirs(folder)
    for name in (".DS_Store", "note.txt", "A" * 32, "a" * 31):
        (folder / name).touch()
    await noted.repeat()
    assert await writer.run(deletions.noted) == set()


async def test_a_note_tells_nothing_but_an_opaque_id(engine: Engine, ana: Person, noted: Deletions, folder) -> None:
    ana.commands("start")
    with engine.begin() as connection:
        stored = cases.find(connection, ana.chat_id)
        assert stored
        cases.forget(connection, stored)
    noted.note(stored.id)
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(stored.id, b"")]
    assert rows(engine, "deletions") == [(stored.id,)]
    left = {table for table in metadata.tables if rows(engine, table)}
    assert left <= {"deletions", "updates"}
