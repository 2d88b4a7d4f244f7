"""The webhook: a small door for Telegram, and two for whoever watches over the bot."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.chat.door import LARGEST_HEADER, MOST_CONNECTIONS, Door
from bot.chat.listening import listening_at
from bot.post.reception import Reception
from bot.settings import WEBHOOK_PATH
from bot.storage.trouble import level_of, named
from bot.watch.page import CONTENT_TYPE, Page

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
MOST_BYTES = 1 << 20
"""No update is nearly as large; a body past this is refused unread."""

Tell = Callable[[], Awaitable[dict[str, Any]]]


def web(reception: Reception, secret: str, readiness: Tell, heard: Callable[[], None], page: Page) -> Starlette:
    """The web application. Without a secret there is no door for updates, only /healthz, /readyz and /metrics.

    `readiness` tells whether the bot is ready, and what is late; `heard` is called for every update that was taken.
    """

    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = bytearray()
        try:
            async for piece in request.stream():
                body += piece
                if len(body) > MOST_BYTES:
                    return Response(status_code=413)
        except ClientDisconnect:
            return Response(status_code=400)
        try:
            update = json.loads(body)
        except ValueError:
            return Response(status_code=400)
        try:
            await reception.take(update)
        except Exception as error:
            log.log(level_of(error), "an update could not be taken (%s); Telegram will bring it again", named(error))
            return Response(status_code=503)
        heard()
        return Response(status_code=200)

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(_: Request) -> Response:
        told = await readiness()
        return JSONResponse(told, status_code=200 if told["ready"] else 503)

    async def metrics(_: Request) -> Response:
        return Response(await page.render(), media_type=CONTENT_TYPE)

    doors = [Route("/healthz", healthy), Route("/readyz", ready), Route("/metrics", metrics)]
    return Starlette(routes=[*doors, Route(WEBHOOK_PATH, take, methods=["POST"])] if secret else doors)


class Listening(uvicorn.Server):
    """A web server in the bot's own loop, stopped with the bot; the signals are the bot's to handle."""

    def __init__(self, application: Starlette, host: str, port: int) -> None:
        super().__init__(
            uvicorn.Config(
                application,
                http=Door,
                ws="none",
                log_config=None,
                access_log=False,
                lifespan="off",
                backlog=MOST_CONNECTIONS,
                h11_max_incomplete_event_size=LARGEST_HEADER,
            )
        )
        try:
            self._listening = listening_at(host, port)
        except OSError as error:
            raise CannotListen from error

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override]
        return nullcontext()

    async def run_until_cancelled(self) -> None:
        serving = asyncio.create_task(self.serve(sockets=[self._listening]))
        try:
            await asyncio.shield(serving)
        except asyncio.CancelledError:
            self.should_exit = True
            await serving
            raise


class CannotListen(Exception):
    """The address is taken, or not ours; the cause is what the system said."""
