"""The door: connections that ask for nothing cannot keep it shut (decisions/0029)."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 10.0
"""In which a request must be here whole, counted from the beginning of its connection or from its first byte."""
MOST_CONNECTIONS = 200
"""At once. One more, and the one that has waited longest without a whole request makes room for it."""
LARGEST_HEADER = 16 << 10
"""Bytes."""


class Door(H11Protocol):
    """An ordinary HTTP connection that has to say what it wants, in time."""

    deadline: asyncio.TimerHandle | None = None
    waiting_since: float | None = None
    """None while a whole request is being answered."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_a_request()
        if len(self.connections) > MOST_CONNECTIONS:
            doors = [each for each in self.connections if isinstance(each, Door) and each.waiting_since is not None]
            min(doors, key=lambda door: door.waiting_since or 0.0).shut()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._stop_waiting()
        elif self.deadline is None:
            self._expect_a_request()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE:  # it may be kept for a while, unless another needs its place
            self.waiting_since = self.loop.time()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def shut(self) -> None:
        """Cut the connection at once."""
        self._stop_waiting()
        self.connections.discard(self)
        self.transport.abort()

    def _expect_a_request(self) -> None:
        self.waiting_since = self.loop.time()
        self.deadline = self.loop.call_later(REQUEST_SECONDS, self.shut)

    def _stop_waiting(self) -> None:
        self.waiting_since = None
        if self.deadline is not None:
            self.deadline.cancel()
            self.deadline = None
