"""Connections that ask for nothing cannot keep Telegram, or whoever watches over the bot, out."""

from __future__ import annotations

import json
import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.system.running import RunningBot, until
from tests.system.test_webhook import SECRET, status
from tests.telegram import RehearsalServer

HALF = b"POST /telegram HTTP/1.1\r\nHost: x\r\nX-Tele"
SLOW = b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n" + (
    f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n\r\n{{".encode()
)
WORDS = (b"", HALF, SLOW)
STRANGERS = 1100


@pytest.fixture(scope="module")
def telegram() -> Iterator[RehearsalServer]:
    with RehearsalServer() as server:
        yield server


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def bot(telegram: RehearsalServer, tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[RunningBot]:
    address, folder = f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("door")
    running = RunningBot(
        telegram, Path(folder) / "data", WEBHOOK_URL=address, WEBHOOK_SECRET=SECRET, LISTEN_PORT=str(port)
    )
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(1024, before[0]), before[1]))  # as many systems have it
    running.start()
    resource.setrlimit(resource.RLIMIT_NOFILE, before)
    until(lambda: status(port, "/readyz") == 200, "ready")
    yield running
    running.kill()


def strangers(held: ExitStack, port: int, words: bytes) -> list[socket.socket]:
    """Many connections that say something and then no more."""
    made = []
    for _ in range(STRANGERS):
        stranger = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=60))
        stranger.sendall(words)
        made.append(stranger)
    return made


@pytest.mark.parametrize("words", WORDS, ids=["nothing", "half a header", "half a body"])
def test_many_connections_that_never_say_what_they_want_shut_nobody_out(
    bot: RunningBot, port: int, words: bytes, telegram: RehearsalServer
) -> None:
    ana = telegram.person("Ana")
    update = json.dumps({"update_id": 1, "edited_channel_post": {}}).encode()
    with ExitStack() as held:
        strangers(held, port, words)
        for _ in range(3):
            assert status(port, "/healthz") == 200
            assert status(port, "/readyz") == 200
            assert status(port, "/telegram", update, SECRET) == 200
        ana.sends("/start")
        ana.waits_for(seconds=60)


def test_a_connection_that_is_too_slow_is_cut_though_there_is_room(bot: RunningBot, port: int) -> None:
    with ExitStack() as held:
        slow = [(held.enter_context(socket.create_connection(("127.0.0.1", port), 60)), words) for words in WORDS]
        for stranger, words in slow:
            stranger.sendall(words)
        for stranger, _ in slow:
            with suppress(ConnectionResetError):
                assert stranger.recv(100) == b""


def test_a_header_without_an_end_is_refused(bot: RunningBot, port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as stranger:
        stranger.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 20_000)
        assert stranger.recv(100).startswith(b"HTTP/1.1 400")
    assert status(port, "/healthz") == 200
