"""Who is measured: how each is started, and what its people do."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
OURS = (sys.executable, "-m", "bot", "run")


@dataclass(frozen=True)
class Contender:
    """A bot: its command, what people do before it, and whether a turn survives a kill."""

    title: str
    command: tuple[str, ...]
    acts: str = "taps"
    durable: bool = False
    needs: str = ""
    """The server it needs: "postgresql", "redis" or none."""


def peer(name: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", f"benchmarks.peers.{name}", *arguments)


CONTENDERS = {
    "ours": Contender("our conversation, SQLite FULL", OURS, durable=True),
    "ours-postgresql": Contender("our conversation, PostgreSQL", OURS, durable=True, needs="postgresql"),
    "ours-floor": Contender("our conversation without a database", (sys.executable, "-m", "benchmarks.floor")),
    "ptb-httpx": Contender("PTB ConversationHandler + Pickle, as it comes", peer("conversation_handler", "httpx")),
    "ptb-ours": Contender("PTB ConversationHandler + Pickle, our transport", peer("conversation_handler", "ours")),
    "aiogram-memory": Contender("aiogram FSM, memory", peer("aiogram_fsm")),
    "aiogram-redis": Contender("aiogram FSM, Redis", peer("aiogram_fsm"), needs="redis"),
    "ptb-echo": Contender("PTB echo, our transport", peer("ptb_echo"), acts="texts"),
    "aiohttp-echo": Contender("raw aiohttp echo", peer("aiohttp_echo"), acts="texts"),
}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def redis() -> Iterator[str]:
    """The address of a Redis of our own, as its users run it: in memory, saved now and then."""
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", tempfile.gettempdir(), "--save", ""]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def started(contender: Contender, api_url: str, server: str, core: int) -> Iterator[subprocess.Popen[bytes]]:
    """The bot as a process of its own on one core, over an empty folder; ended with the block."""
    folder = Path(tempfile.mkdtemp(prefix="benchmark"))
    settings = {
        "TELEGRAM_TOKEN": "42:" + "x" * 30,
        "TELEGRAM_API_URL": api_url,
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
        "MESSAGES_PER_SECOND": "1000000",
        "DATABASE_URL": server if contender.needs == "postgresql" else "",
    }
    arguments = (server,) if contender.needs == "redis" else ()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*contender.command, *arguments], cwd=PROJECT, env={**os.environ, **settings}, stdout=log, stderr=log
        )
        os.sched_setaffinity(process.pid, {core})
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            shutil.rmtree(folder, ignore_errors=True)
