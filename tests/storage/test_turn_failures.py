"""When a turn fails through a fault of ours: told kindly, recorded without a word of it, and nothing else changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.turn.outcome import Incoming, Outcome
from bot.turn.turn import Turns
from bot.vault import Vault
from dialogs.case.case import Case
from dialogs.composed.contents import Content
from dialogs.dialogue import Dialogue
from dialogs.effects import Say, Turn
from dialogs.events import Event, Wrote
from dialogs.words.wording import Wording
from tests.storage.patients import MovableClock, Person

CANARY = "Kanarienvogel"


@dataclass
class FallingOver:
    """The real dialogue and wording, until they meet what they fall over."""

    dialogue: Dialogue
    wording: Wording
    cannot_say: set[str] = field(default_factory=set)

    def respond(self, case: Case, event: Event) -> Turn:
        if isinstance(event, Wrote) and CANARY in event.text:
            raise RuntimeError(event.text)
        return self.dialogue.respond(case, event)

    def text(self, say: Say, *today: date | None) -> str:
        if say.name in self.cannot_say:
            raise RuntimeError(say.name)
        return self.wording.text(say, *today)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.dialogue if hasattr(self.dialogue, name) else self.wording, name)


@pytest.fixture
def falling(content: Content) -> FallingOver:
    return FallingOver(content.dialogue, content.wording)


@pytest.fixture
def turns(falling: FallingOver, vault: Vault, clock: MovableClock) -> Turns:
    return Turns(falling, falling, vault, clock)  # type: ignore[arg-type]


@pytest.fixture
def ana(engine: Engine, turns: Turns, clock: MovableClock) -> Person:
    ana = Person(engine, turns, clock)
    ana.walks_to_sending()
    return ana


def failures(person: Person) -> list[str]:
    return [row.failure for row in person.rows("updates") if row.failure]


def test_the_patient_is_told_kindly_and_stands_where_they_stood(ana: Person) -> None:
    before = ana.case
    ana.writes(CANARY)
    (told,) = ana.contents()
    assert told["text"]
    assert told["buttons"], "the way on is shown again"
    assert ana.case == before
    assert len(failures(ana)) == 1


def test_nothing_of_what_was_written_is_kept_anywhere(ana: Person, engine: Engine, file: Path) -> None:
    ana.writes(CANARY)
    assert CANARY not in json.dumps(ana.contents())
    engine.dispose()
    assert not [path for path in file.parent.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]


def test_the_log_says_where_it_failed_and_not_on_what(ana: Person, caplog: pytest.LogCaptureFixture) -> None:
    ana.writes(CANARY)
    assert caplog.records
    assert CANARY not in " ".join(record.getMessage() for record in caplog.records)


def test_the_same_update_is_not_tried_again(ana: Person) -> None:
    ana.writes(CANARY)
    assert ana.does(ana.last.event, ana.last.message_id, ana.last.update_id) == Outcome()


def test_the_next_update_is_taken_as_if_nothing_had_happened(ana: Person) -> None:
    ana.writes(CANARY)
    ana.sends_file()
    assert ana.hears() == ["receipt"]


def test_where_even_the_step_cannot_be_said_the_patient_still_hears_something(
    ana: Person, falling: FallingOver
) -> None:
    falling.cannot_say = {"record_sending"}
    before = ana.case
    ana.taps("aside/continue")
    assert ana.hears() == ["stumbled"]
    assert ana.case == before
    assert len(failures(ana)) == 1


def test_giving_up_records_the_update_and_tells_the_patient_once(ana: Person, engine: Engine, turns: Turns) -> None:
    update = Incoming(77, ana.chat_id, None)
    with engine.begin() as connection:
        outcome = turns.give_up(connection, update, "unreadable")
        again = turns.give_up(connection, update, "unreadable")
    assert len(outcome.messages) == 1
    assert again == Outcome()
    assert failures(ana) == ["unreadable"]


def test_giving_up_tells_nobody_who_is_not_known_and_no_group(ana: Person, engine: Engine, turns: Turns) -> None:
    with engine.begin() as connection:
        assert turns.give_up(connection, Incoming(78, 12345, None), "unreadable") == Outcome()
        assert turns.give_up(connection, Incoming(79, ana.chat_id, None, group=True), "unreadable") == Outcome()
    assert failures(ana) == ["unreadable"] * 2
