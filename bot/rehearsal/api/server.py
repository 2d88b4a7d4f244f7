"""The rehearsal's server, in a thread of its own: the Bot API and the chat page on one loopback port."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette

from bot.rehearsal.api.connection import Connection
from bot.rehearsal.api.doorway import Doorway
from bot.rehearsal.api.faults import Faults
from bot.rehearsal.api.webhook import Courier
from bot.rehearsal.page.chat_page import ChatPage
from bot.rehearsal.page.controls import Controls, NoControls
from bot.rehearsal.telegram.limits import Limits
from bot.rehearsal.telegram.people import BOT
from bot.rehearsal.telegram.telegram import Telegram

LET_IN = 3
"""Turns of the loop from when a connection is accepted until it is known."""


class Server:
    """A Telegram on this computer for one bot; use it in a `with`.

    `folder` keeps the chats (None: memory only), `port` 0 means a free one, `limits` is how fast the bot may send,
    `webhook_wait` is seconds before a failed delivery is tried again for the first time. With a folder `local` it is a
    Bot API server that runs with `--local`, and puts there what the bot fetches.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        port: int = 0,
        limits: Limits | None = None,
        token: str | None = None,
        webhook_wait: float = 1.0,
        local: Path | None = None,
    ) -> None:
        self._socket = _bound(port)
        self.token = token or f"{BOT['id']}:{secrets.token_urlsafe(26)}"
        self.local = local
        self.telegram = Telegram(folder, limits, local / self.token if local else None)
        self.faults = Faults()
        self.controls: Controls = NoControls(self.telegram)
        self._courier = Courier(self.telegram, webhook_wait)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._server = _Announced(self._config())
        self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)

    def somebody(self, first_name: str) -> None:
        """Let somebody join, if nobody is there."""
        if not self.telegram.people.present:
            with self.telegram.changing():
                self.telegram.people.join(first_name, None, None, "en")
                self.telegram.messages.touched()

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._server.ready.wait(10):
            raise RuntimeError("the rehearsal's server did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop the server; what is kept in the folder stays there."""
        self.telegram.close()
        self._server.stop()
        if self._thread.is_alive():
            self._thread.join(8)
        self._socket.close()
        self.telegram.put_away()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        await self._server.serve(sockets=[self._socket])
        for connection in list(self._server.server_state.connections):  # whoever did not let go in time
            if connection.transport:
                connection.transport.abort()
        await asyncio.sleep(0)  # it is told in the next turn of the loop

    def _config(self) -> uvicorn.Config:
        page = ChatPage(self.telegram, lambda: self.controls)
        doorway = Doorway(self.telegram, self.faults, self.token)
        application = Starlette(routes=[*doorway.routes(), *page.routes()], lifespan=self._lifespan)
        return uvicorn.Config(
            application,
            http=Connection,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=2,
        )

    @asynccontextmanager
    async def _lifespan(self, application: Starlette) -> AsyncIterator[None]:
        courier = asyncio.create_task(self._courier.run())
        yield
        courier.cancel()
        with suppress(asyncio.CancelledError):
            await courier


class _Announced(uvicorn.Server):
    """A server that says when it can be reached, and stops the moment it is told to."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then announce it."""
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    async def main_loop(self) -> None:
        """Serve until told to stop."""
        await self._over.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let nobody else in, and whoever is in the door; then shut it: asyncio forgets to close who stands there."""
        for each in sockets or ():
            asyncio.get_running_loop().remove_reader(each)
        for _ in range(LET_IN):
            await asyncio.sleep(0)
        await super().shutdown(sockets)

    def stop(self) -> None:
        """Tell it to stop, from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._over.set)


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, or asyncio leaves Nagle on
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(("127.0.0.1", port))
        bound.listen(256)
    except OSError:
        bound.close()
        raise
    return bound
