"""Tidying over a real database and a real vault: half-written files go, and nothing goes for being unknown."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.storage import cases, deletions, work
from bot.storage.work import Task
from bot.storage.writer import Writer
from bot.turn.turn import Turns
from bot.upkeep.deletions import Deletions
from bot.upkeep.tidying import Tidying
from bot.vault import Vault
from tests.lying import folder_of
from tests.storage.installations import LATER, OURS, add, keep
from tests.storage.patients import MovableClock

LONG_AGO = datetime.now(UTC) - timedelta(days=3)


class Room:
    """A vault with one patient's file, beside its database."""

    def __init__(self, engine: Engine, vault: Vault, writer: Writer, turns: Turns, clock: MovableClock) -> None:
        self.engine, self.vault, self.writer, self.clock = engine, vault, writer, clock
        self.folder: Path = folder_of(vault)
        self.deletions = Deletions(self.folder.parent / "deletions", writer, turns, clock)
        self.key = add(engine, vault, OURS)
        self.age()

    def age(self) -> None:
        """All files were written before the bot began."""
        for path in self.folder.rglob("*.*"):
            if path.is_file():
                os.utime(path, times=(LONG_AGO.timestamp(),) * 2)

    def forget_rows(self, *numbers: int) -> None:
        """As an older database does."""
        with self.engine.begin() as connection:
            for number in numbers:
                cases.drop_document(connection, OURS, number)

    async def tidies(self, *, at_start: bool = True) -> None:
        await Tidying(self.writer, self.vault, self.clock, self.deletions).tidy(at_start=at_start)

    def lying(self) -> list[tuple[str, int]]:
        return sorted(self.vault.contents())


@pytest.fixture
def room(engine: Engine, vault: Vault, writer: Writer, turns: Turns, clock: MovableClock) -> Room:
    return Room(engine, vault, writer, turns, clock)


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage() for record in caplog.records if record.name in ("bot.upkeep.unknown", "bot.upkeep.tidying")
    ]


async def test_what_the_database_does_not_know_is_set_aside_counted_and_found_again(room: Room, caplog) -> None:
    caplog.set_level(logging.INFO)
    keep(room.engine, room.vault, OURS, room.key, 2, b"sent on tuesday")
    with room.engine.begin() as connection:
        (sha256,) = [row[3] for row in cases.kept_documents(connection, [(OURS, 2)])]
    room.age()
    room.forget_rows(2)
    await room.tidies()
    assert room.lying() == [(OURS, 1)]
    assert room.vault.lying_aside() == [(OURS, 2)]
    (line,) = said(caplog)
    assert line.startswith("1 file(s)")
    assert OURS not in line
    with room.engine.begin() as connection:  # tuesday's database is restored
        cases.expect_document(connection, OURS, 2)
        cases.keep_document(connection, OURS, 2, 15, sha256, "pdf", room.clock.now())
    await room.tidies()
    assert room.lying() == [(OURS, 1), (OURS, 2)]
    assert room.vault.lying_aside() == []


async def test_it_is_erased_after_thirty_days_but_never_at_a_start(room: Room) -> None:
    room.clock.at = datetime.now(UTC)
    room.forget_rows(1)
    await room.tidies()
    for days, at_start, stays in ((30, False, True), (31, True, True), (31, False, False)):
        room.clock.at = datetime.now(UTC) + timedelta(days=days)
        await room.tidies(at_start=at_start)
        assert bool(room.vault.lying_aside()) is stays, days


async def test_if_the_database_is_empty_nothing_is_moved_and_nothing_is_erased(room: Room, caplog) -> None:
    room.clock.at = datetime.now(UTC) + timedelta(days=100)
    room.vault.set_aside(OURS, 1)
    keep(room.engine, room.vault, OURS, room.key, 2)
    room.age()
    with room.engine.begin() as connection:
        for table in ("documents", "cases"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    await room.tidies(at_start=False)
    assert room.lying() == [(OURS, 2)]
    assert room.vault.lying_aside() == [(OURS, 1)]
    assert "1 file(s) stay where they are" in said(caplog)[-1]


@pytest.mark.parametrize(("unknown", "known", "moved"), [(20, 1, True), (21, 1, False), (21, 500, True)])
async def test_if_much_would_go_nothing_goes(room: Room, caplog, unknown: int, known: int, moved: bool) -> None:
    for number in range(2, 1 + known):
        (room.folder / OURS / f"{number}.sealed").touch()
        with room.engine.begin() as connection:
            cases.expect_document(connection, OURS, number)
    for number in range(1000, 1000 + unknown):
        (room.folder / OURS / f"{number}.sealed").touch()
    room.age()
    await room.tidies()
    assert len(room.vault.lying_aside()) == (unknown if moved else 0)
    assert len(said(caplog)) == 1
    await room.tidies(at_start=False)
    assert len(room.lying()) == known + (0 if moved else unknown)


async def test_what_was_written_since_the_start_may_still_wait_for_its_row(room: Room) -> None:
    tidying = Tidying(room.writer, room.vault, room.clock, room.deletions)
    (room.folder / OURS / "1000001.sealed").touch()
    await tidying.tidy(at_start=False)
    assert (OURS, 1000001) in room.lying()


async def test_half_written_files_go_daily_unless_they_may_be_under_way(room: Room) -> None:
    tidying = Tidying(room.writer, room.vault, room.clock, room.deletions)
    tidying._began -= timedelta(days=10)
    ages = {1: timedelta(hours=25), 2: timedelta(hours=23), 3: timedelta(minutes=1)}
    for number, age in ages.items():
        part = room.folder / OURS / f"{number}.{'0' * 16}.part"
        part.touch()
        os.utime(part, times=((datetime.now(UTC) - age).timestamp(),) * 2)
    await tidying.tidy(at_start=False)
    assert sorted(path.name[0] for path in room.folder.rglob("*.part")) == ["2", "3"]
    await room.tidies(at_start=True)
    assert list(room.folder.rglob("*.part")) == [], "before a start nothing was under way"


async def test_a_case_that_is_not_in_the_database_is_erased_only_if_it_was_deleted(room: Room) -> None:
    add(room.engine, room.vault, LATER)
    tidying = Tidying(room.writer, room.vault, room.clock, room.deletions)
    await room.writer.run(deletions.note, LATER)
    for case_id in (OURS, LATER):
        await tidying.case_is_gone(Task(1, case_id, work.FETCH, "1", "", 0))
    assert room.lying() == []
    assert room.vault.lying_aside() == [(OURS, 1)]


async def test_files_of_a_deleted_case_that_came_back_with_an_older_vault_are_erased_for_good(room: Room) -> None:
    key = add(room.engine, room.vault, LATER)
    keep(room.engine, room.vault, LATER, key, 2)
    room.vault.set_aside(LATER, 2)
    with room.engine.begin() as connection:
        stored = cases.get(connection, LATER)
        assert stored
        cases.forget(connection, stored)
    await room.tidies()
    assert room.lying() == [(OURS, 1)]
    assert room.vault.lying_aside() == []


async def test_a_full_disk_does_not_keep_the_files_of_a_deleted_case(room: Room, monkeypatch) -> None:
    def refuse(_: str) -> None:
        raise OSError(28, "No space left on device")

    tidying = Tidying(room.writer, room.vault, room.clock, room.deletions)
    monkeypatch.setattr(room.deletions, "note", refuse)
    with pytest.raises(OSError, match="No space"):
        await tidying.erase(Task(1, OURS, work.ERASE, "", "", 0))
    assert room.lying() == []
