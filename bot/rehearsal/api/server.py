"""The rehearsal's server, in a thread of its own: the Bot API and the chat page on one loopback port."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from types import TracebackType

import uvicorn
from starlette.applications import Starlette

from bot.rehearsal.api.connection import Connection
from bot.rehearsal.api.doorway import Doorway
from bot.rehearsal.api.faults import Faults
from bot.rehearsal.api.webhook import Courier
from bot.rehearsal.page.chat_page import ChatPage
from bot.rehearsal.page.controls import Controls, NoControls
from bot.rehearsal.patient import GroupChat, Patient
from bot.rehearsal.telegram.calls import Call
from bot.rehearsal.telegram.limits import Limits
from bot.rehearsal.telegram.people import BOT
from bot.rehearsal.telegram.telegram import Telegram


class RehearsalServer:
    """A Telegram on this computer for one bot; use it in a `with`.

    `folder` keeps the chats (None: memory only), `port` 0 means a free one, `limits` is how fast the bot may send,
    `webhook_wait` is seconds before a failed delivery is tried again for the first time.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        port: int = 0,
        limits: Limits | None = None,
        token: str | None = None,
        webhook_wait: float = 1.0,
    ) -> None:
        self._socket = _bound(port)
        self.telegram = Telegram(folder, limits)
        self.faults = Faults()
        self.token = token or f"{BOT['id']}:{secrets.token_urlsafe(26)}"
        self.controls: Controls = NoControls(self.telegram)
        self._courier = Courier(self.telegram, webhook_wait)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._server = _Announced(self._config())
        self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)
        self._mark = 0

    def person(
        self,
        first_name: str,
        last_name: str | None = None,
        *,
        username: str | None = None,
        language_code: str | None = "en",
    ) -> Patient:
        """Let someone new join; they have not written to the bot yet."""
        with self.telegram.changing():
            joined = self.telegram.people.join(first_name, last_name, username, language_code)
            self.telegram.messages.touched()
        return Patient(self.telegram, joined.id, lambda: self._mark)

    @property
    def people(self) -> list[Patient]:
        """Everyone there is, those kept from an earlier rehearsal first."""
        return [Patient(self.telegram, known, lambda: self._mark) for known in list(self.telegram.people.persons)]

    def group(self, title: str) -> GroupChat:
        """Open a group chat; a person adds the bot to it."""
        with self.telegram.changing():
            return GroupChat(self.telegram, self.telegram.people.gather(title).id)

    def skips_ahead(self, days: float = 0, **more: float) -> None:
        """Move the rehearsal's clock ahead; `more` as for `timedelta`."""
        self._mark = self.telegram.messages.revision
        self.telegram.skip(timedelta(days=days, **more))

    def sent(self, method: str) -> int:
        """Return how many calls of a method were carried out."""
        return self.telegram.calls.carried_out[method]

    def calls(self, method: str) -> list[Call]:
        """Return the calls of a method, refused ones too, oldest first."""
        return self.telegram.calls.of(method)

    def idle(self, seconds: float = 10, quiet: float = 0.3) -> None:
        """Wait until no update waits and the bot has asked for nothing for `quiet` seconds."""
        telegram, end = self.telegram, time.monotonic() + seconds

        def is_quiet() -> bool:
            settled = time.monotonic() - telegram.calls.last_at >= quiet
            return settled and not telegram.updates.waiting(telegram.clock.unix(), 1)

        while not telegram.bell.wait(is_quiet, quiet / 2):
            if time.monotonic() > end:
                waiting = len(telegram.updates.waiting(telegram.clock.unix()))
                raise AssertionError(f"not idle after {seconds} seconds: {waiting} updates wait for the bot")

    def __enter__(self) -> RehearsalServer:
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
        asyncio.run(self._server.serve(sockets=[self._socket]))

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
