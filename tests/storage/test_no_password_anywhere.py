"""A password is typed at every step and at every moment around a locked file: in no row, message or log."""

from __future__ import annotations

import json
import logging
import random
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.storage import outbox, work
from bot.turn.done import Done
from bot.turn.turn import Turns
from dialogs.events import Inspected
from tests.storage.patients import MovableClock, Person

CANARY = "Kanarienvogel-77"
ELSEWHERE = ("aside/my_files", "aside/remind_me", "aside/checklist", "aside/pack", "aside/hand_out", "aside/continue")


def looked_at(engine: Engine, turns: Turns, clock: MovableClock) -> None:
    """The file turns out to be locked."""
    with engine.begin() as connection:
        for task in work.claim(connection, clock.now(), (work.FETCH,), 9, timedelta(minutes=5)):
            turns.report(connection, task, Done(Inspected(clock.now(), int(task.subject), "locked")))


@pytest.mark.parametrize("seed", range(6))
def test_a_password_typed_anywhere_around_a_locked_file_is_written_nowhere(
    ana: Person,
    engine: Engine,
    turns: Turns,
    clock: MovableClock,
    file: Path,
    sealed: list[str],
    caplog: pytest.LogCaptureFixture,
    seed: int,
) -> None:
    caplog.set_level(logging.DEBUG)
    chance = random.Random(seed)
    ana.walks_to_sending()
    seen = {"password_tried": 0, "password_maybe": 0}
    for _ in range(12):
        ana.sends_file(album=f"a{chance.random()}")
        if chance.random() < 0.5:
            _types(ana, seen)
        looked_at(engine, turns, clock)
        number = ana.case.documents[-1].number
        for _ in range(chance.randrange(1, 5)):
            act = chance.choice(("password", "wrong", "back", "aside", "type", "type", "type"))
            if act == "password":
                ana.taps(f"aside/file/{number}/password")
                _types(ana, seen)
            elif act == "wrong" and ana.outcome.unlocking:
                with engine.begin() as connection:
                    turns.report_unlocked(
                        connection, ana.outcome.unlocking, Done(Inspected(clock.now(), number, "locked"))
                    )
                _types(ana, seen)
            elif act == "back":
                ana.taps("files.password/back")
                _types(ana, seen)
            elif act == "aside":
                ana.taps(chance.choice(ELSEWHERE))
            else:
                _types(ana, seen)
            ana.reads()
        ana.taps("aside/continue")
    assert all(seen.values()), seen
    assert any('"documents"' in text for text in sealed), "all that is written is seen before it is sealed"
    assert not [text for text in sealed if CANARY in text]
    written = b"".join(each.read_bytes() for each in file.parent.glob("companion.db*"))
    assert CANARY.encode() not in written
    assert CANARY not in caplog.text


def _types(ana: Person, seen: dict[str, int]) -> None:
    outcome = ana.writes(CANARY)
    for name in ana.hears():
        if name in seen:
            seen[name] += 1
    with ana.engine.begin() as connection:
        assert all(CANARY not in json.loads(each.content).get("text", "") for each in outbox.waiting(connection))
    assert all(CANARY not in message.content for message in outcome.messages)
    assert "unsay" in [message.kind for message in outcome.messages]
    assert CANARY not in repr(outcome)
