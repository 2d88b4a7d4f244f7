"""Who opened what, and when: noted as it happens, without a word of what was in it, bounded, and gone with the case."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, select

from bot.storage import accesses, cases, work
from bot.storage.tables import accesses as rows
from bot.turn.done import Done, Kept
from bot.turn.turn import Turns
from dialogs.case.document import Document
from dialogs.events import Inspected
from dialogs.roads.keeping.accesses import MOST_ACCESSES, MOST_SHOWN
from tests.storage.patients import NOW, MovableClock, Person


def noted(ana: Person) -> list[tuple[str, int]]:
    """Kinds and documents, the oldest first."""
    stored = ana.stored()
    assert stored
    with ana.engine.begin() as connection:
        return [(each.kind, each.document) for each in reversed(accesses.of(connection, stored.id))]


def keeps_a_file(ana: Person, turns: Turns, clock: MovableClock) -> None:
    ana.walks_to_sending()
    ana.sends_file()
    with ana.engine.begin() as connection:
        (task,) = work.claim(connection, clock.now(), (work.FETCH,), 9, timedelta(minutes=1))
        inspected = Inspected(clock.now(), 1, "readable", 1, kind="pdf", digest="0" * 64)
        turns.report(connection, task, Done(inspected, Kept(1, 9, "0" * 64, "pdf")))


def test_a_file_is_kept_looked_at_and_erased(ana: Person, turns: Turns, clock: MovableClock) -> None:
    keeps_a_file(ana, turns, clock)
    ana.commands("files")
    ana.taps("files/look/1", "files.one@1/pictures", "files.one@1/erase", "files.deleting@1/erase_yes")
    assert noted(ana) == [("kept", 1), ("seen", 1), ("erased", 1)]


def test_a_letter_a_summary_and_a_copy_of_everything(ana: Person, turns: Turns, clock: MovableClock) -> None:
    keeps_a_file(ana, turns, clock)
    ana.taps("aside/sheet")
    ana.commands("letters")
    ana.taps("letters/write/doctor")
    assert noted(ana)[1:] == [("letter", 0), ("letter", 0)]


def test_no_word_of_a_patient_is_in_it(ana: Person, turns: Turns, clock: MovableClock) -> None:
    keeps_a_file(ana, turns, clock)
    with ana.engine.begin() as connection:
        (row,) = connection.execute(select(rows)).all()
    assert set(row._mapping) == {"id", "case_id", "at", "kind", "document"}
    assert isinstance(row.document, int)


def test_it_is_bounded_and_the_newest_stay(ana: Person, engine: Engine) -> None:
    ana.commands("start")
    stored = ana.stored()
    assert stored
    with engine.begin() as connection:
        accesses.note(connection, "ab" * 16, NOW, "kept", 7)
        for number in range(MOST_ACCESSES + 20):
            accesses.note(connection, stored.id, NOW, "seen", number)
        kept = [each.document for each in accesses.of(connection, stored.id, 10_000)]
        assert kept == list(range(MOST_ACCESSES + 19, 19, -1))
        assert len(accesses.of(connection, "ab" * 16)) == 1


def test_it_goes_with_the_case_and_leaves_that_of_others(ana: Person, engine: Engine) -> None:
    ana.commands("start")
    stored = ana.stored()
    assert stored
    with engine.begin() as connection:
        for case_id in (stored.id, "ab" * 16):
            accesses.note(connection, case_id, NOW, "kept", 1)
        cases.forget(connection, stored)
        assert list(connection.scalars(select(rows.c.case_id))) == ["ab" * 16]


def test_the_patient_sees_the_newest_in_their_own_time(ana: Person, engine: Engine) -> None:
    ana.walks_to_sending()
    stored = ana.stored()
    assert stored
    with engine.begin() as connection:
        there = replace(stored.case, zone="Asia/Tokyo", documents=(Document(1, "b", "a.pdf"),))
        cases.save(connection, replace(stored, case=there), NOW)
        for number in range(MOST_SHOWN + 5):
            accesses.note(connection, stored.id, NOW, "seen", number + 1)
    ana.taps("aside/accesses")
    (message,) = ana.outcome.messages
    text = json.loads(message.content)["text"]
    assert message.name == "accesses"
    assert text.count("•") == MOST_SHOWN
    assert "6:30" in text, "half past nine in the morning is half past six in the evening there"
    assert "a.pdf" not in text
