"""The bot without its database, beside which ours is measured: a turn asks for nothing that is not stood in for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from sqlalchemy import Connection

from benchmarks import floor
from bot.storage.outbox import Delivery
from bot.turn.outcome import Outcome
from bot.turn.turn import Turns
from dialogs.events import Event
from tests.storage.patients import TO_THE_FIRST_RECORD, MovableClock, Person


class Nothing:
    """In the place of an engine: hands out no connection at all."""

    def begin(self) -> Nothing:
        return self

    def __enter__(self) -> Connection | None:
        return None

    def __exit__(self, *_: object) -> None: ...


@dataclass
class Forgotten(Person):
    """Is answered, and reads it, without a database."""

    heard: list[str] = field(default_factory=list)

    def does(self, event: Event | None, message_id: int = 0, update_id: int = 0) -> Outcome:
        outcome = super().does(event, message_id, update_id)
        for message in outcome.messages:
            self.heard.append(message.name)
            self.messages += message.kind == "say"
            floor.delivered(None, [Delivery(message, self.messages)])
        return outcome


def test_a_walk_needs_no_database(monkeypatch: pytest.MonkeyPatch, turns: Turns, clock: MovableClock) -> None:
    for module, functions in floor.INSTEAD.items():
        for name, function in functions.items():
            assert hasattr(module, name), f"{module.__name__} has no {name} any more"
            monkeypatch.setattr(module, name, function)
    monkeypatch.setattr(floor, "remembered", {})
    ana = Forgotten(cast(Any, Nothing()), turns, clock)
    ana.commands("start")
    ana.taps(*TO_THE_FIRST_RECORD)
    ana.commands("questions")
    ana.writes("What would change the plan?")
    ana.commands("summary")
    assert len(ana.heard) >= 1 + len(TO_THE_FIRST_RECORD) + 3
    assert "stumbled" not in ana.heard
    assert {"welcome", "question_added", "summary"} & set(ana.heard) >= {"welcome", "summary"}
