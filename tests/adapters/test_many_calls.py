"""Over a slow road to Telegram nobody waits for another's call."""

from __future__ import annotations

import asyncio

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.chat.transport import Transport

TAPS = 200


async def test_two_hundred_calls_are_under_way_together() -> None:
    everybody = asyncio.Barrier(TAPS)

    async def slow(_: web.Request) -> web.Response:
        await everybody.wait()  # nobody is answered before all have asked
        return web.json_response({"ok": True, "result": True})

    application = web.Application()
    application.router.add_post("/answerCallbackQuery", slow)
    transport = Transport(read_timeout=30)
    async with TestServer(application) as server:
        await transport.initialize()
        try:
            address = str(server.make_url("/answerCallbackQuery"))
            answers = await asyncio.gather(*(transport.post(address) for _ in range(TAPS)))
        finally:
            await transport.shutdown()
    assert answers == [True] * TAPS
