from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal.telegram.limits import Limits
from tests.system.running import RunningBot
from tests.system.walk import TO_SENDING
from tests.telegram import Patient, RehearsalServer


@pytest.fixture
def telegram() -> Iterator[RehearsalServer]:
    with RehearsalServer(limits=Limits.none()) as server:
        yield server


@pytest.fixture
def bot(telegram: RehearsalServer, tmp_path: Path) -> Iterator[RunningBot]:
    running = RunningBot(telegram, tmp_path / "data")
    running.start()
    yield running
    running.kill()


@pytest.fixture
def ana(telegram: RehearsalServer) -> Patient:
    return telegram.person("Ana")


@pytest.fixture
def sending(bot: RunningBot, ana: Patient) -> Patient:
    """A patient who was asked for the pathology report, and taps to send it."""
    for act in TO_SENDING:
        act.do(ana)
        act.wait(ana, bot)
    return ana
