from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram.ext import AIORateLimiter, ExtBot

from bot.chat.speaker import Speaker
from bot.chat.transport import Transport
from bot.rehearsal import Patient, RehearsalServer
from bot.rehearsal.limits import Limits
from bot.storage import outbox
from bot.storage.database import migrate, open_database
from bot.storage.writer import Writer

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def telegram() -> Iterator[RehearsalServer]:
    with RehearsalServer(limits=Limits.none()) as server:
        yield server


@pytest.fixture
def ana(telegram: RehearsalServer) -> Patient:
    ana = telegram.person("Ana")
    ana.sends("/start")
    return ana


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    engine = open_database(tmp_path / "test.db")
    migrate(engine)
    writer = Writer(engine)
    yield writer
    writer.close()


class Desk:
    """A speaker with everything it needs, and what it told."""

    def __init__(self, telegram: RehearsalServer, writer: Writer) -> None:
        self.writer, self.transport = writer, Transport(read_timeout=2)
        self.bot = ExtBot(
            telegram.token,
            base_url=f"{telegram.url}/bot",
            base_file_url=f"{telegram.url}/file/bot",
            request=self.transport,
            get_updates_request=Transport(connections=1),
            rate_limiter=AIORateLimiter(),
        )
        self.gone: list[int] = []
        self.failed: list[int] = []
        self.speaker = Speaker(self.bot, writer, self.make_sheet, self.hear_gone, self.hear_failed)

    async def make_sheet(self, sheet: dict[str, object]) -> bytes:
        if sheet.get("broken"):
            raise RuntimeError("on purpose")
        return b"%PDF-1.7 a sheet"

    async def hear_gone(self, chat_id: int) -> None:
        self.gone.append(chat_id)

    async def hear_failed(self, chat_id: int) -> None:
        self.failed.append(chat_id)

    async def waiting(self) -> list[outbox.Letter]:
        return await self.writer.run(outbox.waiting)


@pytest.fixture
async def desk(telegram: RehearsalServer, writer: Writer) -> AsyncIterator[Desk]:
    desk = Desk(telegram, writer)
    await desk.transport.initialize()
    await desk.speaker.start()
    yield desk
    await desk.speaker.stop(seconds=0)
    await desk.transport.shutdown()
