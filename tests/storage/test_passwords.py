"""A password for a file, looked for in every byte that the database has written."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine

from bot.storage import work
from bot.turn.done import Done
from bot.turn.turn import Turns
from dialogs.events import Inspected
from tests.storage.patients import MovableClock, Person

CANARY = "Kanarienvogel-77"


def test_no_byte_of_the_database_or_of_its_log_is_the_passwords(
    ana: Person, engine: Engine, turns: Turns, clock: MovableClock, file: Path, sealed: list[str]
) -> None:
    ana.walks_to_sending()
    ana.sends_file()
    with engine.begin() as connection:
        (task,) = work.claim(connection, clock.now(), (work.FETCH,), 9, timedelta(minutes=5))
        turns.report(connection, task, Done(Inspected(clock.now(), 1, "locked")))
    ana.taps("aside/file/1/password")
    assert ana.writes(CANARY).unlocking
    with engine.begin() as connection:
        turns.report_unlocked(connection, ana.outcome.unlocking, Done(Inspected(clock.now(), 1, "locked")))  # type: ignore[arg-type]
    written = b"".join(each.read_bytes() for each in file.parent.glob("companion.db*"))
    assert b"password_tried" in written, "what was said after it is found"
    assert b"files_password" in written
    assert any('"documents"' in text for text in sealed), "all that is written is seen before it is sealed"
    assert not [text for text in sealed if CANARY in text]
    assert CANARY.encode() not in written
