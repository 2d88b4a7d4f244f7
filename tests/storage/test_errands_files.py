"""What a helper sends goes to the patient's record, and never falls together with anything else of either."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.storage import work
from bot.turn.done import Done
from bot.turn.turn import Turns
from dialogs.case.case import Case
from dialogs.dialogue import Dialogue
from dialogs.effects import Turn
from dialogs.events import Event, Inspected
from dialogs.roads.errands.events import HelperSent
from tests.storage.errands import RECORD, button, hands_out, hears, opens
from tests.storage.patients import MovableClock, Person


def test_a_helpers_file_is_fetched_for_the_patients_record(
    ana: Person, mia: Person, engine: Engine, turns: Turns, link: str
) -> None:
    opens(mia, link)
    mia.sends_file("blood.pdf")
    assert hears(mia) == ["errand_card"]
    assert hears(mia, ana.chat_id) == ["errand_file", "receipt"]
    assert mia.outcome.planned
    stored = ana.stored()
    assert stored is not None
    assert [(row.case_id, row.kind, row.details) for row in ana.rows("work") if row.kind == work.FETCH] == [
        (stored.id, work.FETCH, "id of blood.pdf")
    ]
    assert [(document.record, document.errand) for document in ana.case.documents] == [(RECORD, 1)]


def test_a_helpers_file_that_cannot_be_read_is_told_to_the_helper(
    ana: Person, mia: Person, engine: Engine, turns: Turns, clock: MovableClock, link: str
) -> None:
    opens(mia, link)
    mia.sends_file()
    with engine.begin() as connection:
        (task,) = work.claim(connection, clock.now(), (work.FETCH,), 9, timedelta(minutes=5))
        outcome = turns.report(connection, task, Done(Inspected(clock.now(), 1, "locked")))
    assert outcome is not None
    assert [(message.chat_id, message.name) for message in outcome.messages] == [
        (ana.chat_id, "receipt"),
        (mia.chat_id, "errand_unreadable"),
    ]


def test_files_sent_together_are_thanked_for_once(ana: Person, mia: Person, link: str) -> None:
    opens(mia, link)
    told = []
    for _ in range(3):
        mia.sends_file(album="a7")
        told += [(message.chat_id, message.name) for message in mia.outcome.messages if message.name != "receipt"]
    assert told == [(mia.chat_id, "errand_card"), (ana.chat_id, "errand_file")]


def test_a_helpers_album_never_falls_together_with_the_patients_own(ana: Person, mia: Person, link: str) -> None:
    ana.taps("errands/done", f"{RECORD}/later")
    ana.sends_file("mine.pdf", album="m7")
    opens(mia, link)
    mia.sends_file("theirs.pdf", album="m7")
    assert len({document.batch for document in ana.case.documents}) == 2


def test_a_helper_who_is_a_patient_too_keeps_the_two_apart(ana: Person, mia: Person, link: str) -> None:
    mia.walks_to_sending()
    opens(mia, link)
    send = button(mia, "send")
    mia.sends_file("own.pdf", album="a1")
    assert [document.name for document in mia.case.documents] == ["own.pdf"]
    mia.taps(send)
    for name in ("one.pdf", "two.pdf"):
        mia.sends_file(name, album="a2")
    mia.sends_file("own again.pdf", album="a3")
    mia.writes("my own question")
    assert hears(mia) == ["text_unplaced"]
    assert [document.name for document in ana.case.documents] == ["one.pdf", "two.pdf"]
    assert [document.name for document in mia.case.documents] == ["own.pdf", "own again.pdf"]


def test_with_two_errands_a_file_needs_a_tap_first(ana: Person, mia: Person, link: str) -> None:
    opens(mia, link)
    opens(mia, hands_out(ana, "staging"))
    second = button(mia, "send")
    mia.sends_file("which.pdf")
    assert hears(mia) == ["errand_card", "errand_card"]
    assert [document.record for document in ana.case.documents] == []
    mia.taps(second)
    mia.sends_file("which.pdf")
    assert [document.record for document in ana.case.documents] == ["staging"]


def test_a_case_is_not_told_which_message_of_a_helpers_chat_a_file_was(
    mia: Person, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Event] = []
    respond = Dialogue.respond

    def listen(dialogue: Dialogue, case: Case, event: Event) -> Turn:
        heard.append(event)
        return respond(dialogue, case, event)

    monkeypatch.setattr(Dialogue, "respond", listen)
    opens(mia, link)
    mia.sends_file()
    (sent,) = (event for event in heard if isinstance(event, HelperSent))
    assert mia.messages > 0
    assert sent.file.message == 0
