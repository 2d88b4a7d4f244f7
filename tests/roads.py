"""A road between the bot and a server: it can be cut, go silent, slow down or end in the middle, and come back."""

from __future__ import annotations

import asyncio
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import SO_LINGER, SOL_SOCKET
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

State = Literal["open", "slow", "reset", "silent", "trickle", "ends"]
LATENCY = 0.3
"""Seconds by which a slow road delays each piece."""
TRICKLE = 2_000
"""Bytes a second."""
ENDS_AFTER = 300
"""Bytes after which a connection breaks where the road ends in the middle."""
PIECE = 1 << 16


class Road:
    """Leads to one server on this machine. What is on its way when it goes silent is lost, and nobody is told."""

    def __init__(self, host: str, port: int) -> None:
        self._there = (host, port)
        self._state: State = "open"
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.StreamWriter] = set()
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._begun.wait()

    def is_now(self, state: State) -> None:
        """Change the road; what was a connection over a road that is cut or silent is none any more."""
        asyncio.run_coroutine_threadsafe(self._change(state), self._loop).result()

    def close(self) -> None:
        self.is_now("reset")
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(asyncio.start_server(self._carry, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]
        self._begun.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
            with suppress(asyncio.CancelledError):
                self._loop.run_until_complete(task)

    async def _change(self, state: State) -> None:
        self._state = state
        if state == "reset":
            for writer in list(self._open):
                _break(writer)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._state == "reset":
            _break(writer)
            return
        try:
            there_reader, there_writer = await asyncio.open_connection(*self._there)
        except OSError:
            _break(writer)
            return
        pair = {writer, there_writer}
        self._open |= pair
        lost = asyncio.Event()
        if self._state == "silent":
            lost.set()
        try:
            await asyncio.gather(self._one_way(reader, there_writer, lost), self._one_way(there_reader, writer, lost))
        except OSError:
            pass
        finally:
            for each in pair:
                _break(each)
            self._open -= pair

    async def _one_way(self, here: asyncio.StreamReader, there: asyncio.StreamWriter, lost: asyncio.Event) -> None:
        carried = 0
        while piece := await here.read(PIECE):
            match self._state:
                case "silent":
                    lost.set()  # of a conversation of which a part was lost nothing more arrives
                case "slow":
                    await asyncio.sleep(LATENCY)
                case "trickle":
                    await asyncio.sleep(min(1.0, len(piece) / TRICKLE))
                case "ends" if carried + len(piece) > ENDS_AFTER:
                    there.write(piece[: max(0, ENDS_AFTER - carried)])
                    await there.drain()
                    raise ConnectionResetError
            carried += len(piece)
            if not lost.is_set():
                there.write(piece)
                await there.drain()
        there.close()


def _break(writer: asyncio.StreamWriter) -> None:
    """End a connection without a word: a reset, as a router sends it."""
    if socket := writer.get_extra_info("socket"):
        with suppress(OSError):
            socket.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextmanager
def road_to(url: str) -> Iterator[tuple[Road, str]]:
    """A road to the server at an address of this machine, and the address that leads over it."""
    parts = urlsplit(url)
    assert parts.hostname in ("127.0.0.1", "localhost")
    assert parts.port
    road = Road(parts.hostname, parts.port)
    user = f"{parts.username}@" if parts.username else ""
    try:
        yield road, urlunsplit(parts._replace(netloc=f"{user}127.0.0.1:{road.port}"))
    finally:
        road.close()
