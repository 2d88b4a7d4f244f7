"""A rehearsal and a real python-telegram-bot Bot connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.telegram import RehearsalServer


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
