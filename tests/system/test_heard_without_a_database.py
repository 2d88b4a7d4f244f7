"""While PostgreSQL is away what must not wait is answered all the same, also where updates are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patient import Patient, Seen
from tests.roads import Road, State, road_to
from tests.system.running import RunningBot, until
from tests.telegram import RehearsalServer


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path, postgresql: str) -> Iterator[tuple[RunningBot, Road]]:
    with road_to(postgresql) as (road, address):
        running = RunningBot(telegram, tmp_path / "data", DATABASE_URL=address)
        running.start()
        yield running, road
        road.is_now("open")
        running.kill()


def calls(ana: Patient) -> list[Seen]:
    """The messages that say whom to call."""
    return [message for message in ana.bot_messages if "911" in message.text]


@pytest.mark.parametrize("state", ["reset", "silent"])
def test_a_cry_is_heard_while_the_database_is_away_and_all_else_when_it_is_back(bot, ana, state: State):
    running, road = bot
    ana.sends("/start")
    ana.waits_for()
    known = len(calls(ana))
    road.is_now(state)
    ana.sends("I can't breathe")
    until(lambda: len(calls(ana)) > known, "whom to call is said", 60)
    ana.sends("/privacy")
    said = len(ana.bot_messages)
    road.is_now("open")
    until(lambda: len(ana.bot_messages) > said, "the rest is answered", 120)
    assert running.stop() == 0, "the one that was started"
