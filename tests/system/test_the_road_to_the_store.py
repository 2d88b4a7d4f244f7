"""The road to the object store is cut, silent, slow or ends in the middle: every file is kept, nobody restarts it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tests.roads import Road, State, road_to
from tests.stores import StoreServer
from tests.system.running import shows, until
from tests.system.test_doctor import Doctor
from tests.system.test_the_store import BotOnAStore, comes_to_sending
from tests.telegram import Patient, RehearsalServer

FOR = 3.0
"""Seconds for which the road is bad."""
PATIENCE = 240
BAD: tuple[State, ...] = tuple(state for state in get_args(State) if state != "open")


@pytest.fixture
def over_the_road(telegram: RehearsalServer, tmp_path: Path, nanio: StoreServer) -> Iterator[tuple[BotOnAStore, Road]]:
    with road_to(nanio.address) as (road, address):
        bot = BotOnAStore(telegram, tmp_path / "data", nanio)
        bot.settings["AWS_ENDPOINT_URL"] = address
        bot.start()
        yield bot, road
        bot.kill()


def files_come(bot: BotOnAStore, road: Road, ana: Patient, states: tuple[State, ...]) -> None:
    """One file while the road is bad in each way; each is kept as it was sent, and the doctor finds nothing."""
    comes_to_sending(bot, ana)
    notes: list[bytes] = []
    for state in states:
        road.is_now(state)
        notes.append(f"A fictitious note, sent while the road was {state}. ".encode() * 400)
        ana.sends_document(f"{state}.txt", notes[-1])
        threading.Event().wait(FOR)
        road.is_now("open")
        until(lambda: bot.kept() == len(notes), f"after {state}: kept", PATIENCE)
    assert [bot.reads(number) for number in range(1, len(notes) + 1)] == notes
    assert Doctor(bot).finds() == (0, {})

    road.is_now(states[0])
    ana.sends("/delete")
    ana.waits_for(shows("aside@1/delete_yes"))
    ana.presses("aside@1/delete_yes")
    threading.Event().wait(FOR)
    road.is_now("open")
    until(lambda: bot.lying() == [f"{bot.folder}/identity"], "nothing of it lies there", PATIENCE)
    assert bot.stop() == 0, "the one that was started"


def test_files_that_come_over_a_silent_road_are_kept(over_the_road: tuple[BotOnAStore, Road], ana: Patient) -> None:
    files_come(*over_the_road, ana, ("silent", "ends"))


@pytest.mark.soak
def test_files_that_come_over_every_bad_road_are_kept(over_the_road: tuple[BotOnAStore, Road], ana: Patient) -> None:
    files_come(*over_the_road, ana, BAD)
