"""A rehearsal and a real python-telegram-bot Bot connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram import Patient, RehearsalServer


@pytest.fixture
def server() -> Iterator[RehearsalServer]:
    with RehearsalServer() as server:
        yield server


@pytest.fixture
def ana(server: RehearsalServer) -> Patient:
    """A patient who has started the bot."""
    ana = server.person("Ana")
    ana.sends("/start")
    return ana


@pytest.fixture
async def bot(server: RehearsalServer) -> AsyncIterator[Bot]:
    # Without TLS there is nothing to verify, and reading the certificates takes a tenth of a second.
    requests = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    async with Bot(
        server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    ) as bot:
        yield bot
