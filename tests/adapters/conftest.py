from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from bot.chat import polling
from bot.post import speaker
from bot.rehearsal.telegram.limits import Limits
from dialogs.composed.contents import Content
from tests import real
from tests.adapters.companion import Companion
from tests.adapters.desk import Desk
from tests.telegram import Patient, RehearsalServer

Start = Callable[[], Awaitable[Companion]]
PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is tried again is tried again soon."""
    for module in (polling, speaker):
        monkeypatch.setattr(module, "LONGEST_WAIT", 0.05)


@pytest.fixture
def telegram() -> Iterator[RehearsalServer]:
    with RehearsalServer(limits=Limits.none()) as server:
        yield server


@pytest.fixture
def ana(telegram: RehearsalServer) -> Patient:
    ana = telegram.person("Ana")
    ana.sends("/start")
    return ana


@pytest.fixture(scope="session")
def content() -> Content:
    return real.content()


@pytest.fixture
async def desk(telegram: RehearsalServer, tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(telegram, tmp_path / "test.db")
    await desk.opens()
    yield desk
    await desk.closes()


@pytest.fixture
async def start(telegram: RehearsalServer, content: Content, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts the bot over one folder; the one that ran there before is killed."""
    running: list[Companion] = []

    async def start() -> Companion:
        if running:
            await running.pop().dies()
        running.append(Companion(telegram, tmp_path, content))
        await running[0].opens()
        return running[0]

    yield start
    for companion in running:
        await companion.dies()


@pytest.fixture
async def companion(start: Start) -> Companion:
    return await start()
