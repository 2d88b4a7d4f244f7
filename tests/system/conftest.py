from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal.telegram.limits import Limits
from tests.system.running import RunningBot
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
