"""`python -m bot …` in a process forked from one that has imported everything: a start costs what the bot does.

It is what `make run` and an operator start, but for the seconds in which Python reads modules, and the bot its content.
As a program (`python -m tests.system.forked run`) it is such a bot to whoever starts it.
"""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory, mkdtemp

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 120
PLACE = "FORKED_FROM"
"""The setting that names the folder in which all processes of one run of the tests find what they fork from."""
STAYS, STARTS = "stays", "starts"
"""What is said to it first: by who will want bots and ends before it does, and by who wants one now."""

Before = Callable[[], object]
"""What a process does before it is the bot: it must be known by its name."""

_present: list[Connection] = []


class Forked:
    """A command of the bot in a process of its own, killed if whoever started it ends before."""

    def __init__(
        self,
        environment: Mapping[str, str],
        out: Path,
        words: Sequence[str] = ("run",),
        *,
        err: Path | None = None,
        folder: Path = PROJECT,
        before: Before | None = None,
    ) -> None:
        if not _present:
            _present.append(_found_or_started())
        if not out.exists():
            out.touch(mode=0o600)  # it can be looked into at once
        self._line = _call(_address())
        self._code: int | None = None
        self._line.send(STARTS)
        self._line.send((dict(environment), str(out), str(err or out), list(words), str(folder), before))
        self._number: int = self._line.recv()

    def send_signal(self, number: int) -> None:
        if not self._has_ended(0):
            os.kill(self._number, number)

    def wait(self, seconds: float | None = None) -> int:
        """Its exit status, negative for a signal. Raises `TimeoutError`."""
        if not self._has_ended(seconds):
            raise TimeoutError(f"the bot did not end within {seconds} seconds")
        assert self._code is not None
        return self._code

    def _has_ended(self, seconds: float | None) -> bool:
        if self._code is None and self._line.poll(seconds):
            self._code = int(self._line.recv())
            self._line.close()
        return self._code is not None


def ended(
    words: Sequence[str], environment: Mapping[str, str], folder: Path = PROJECT, before: Before | None = None
) -> CompletedProcess[str]:
    """What came of a command that ends by itself."""
    with TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "err")
        process = Forked(environment, out, words, err=err, folder=folder, before=before)
        try:
            code = process.wait(PATIENCE)
        except TimeoutError:
            process.send_signal(9)
            raise
        return CompletedProcess(list(words), code, out.read_text("utf-8"), err.read_text("utf-8"))


def _address() -> str:
    if PLACE not in os.environ:
        os.environ[PLACE] = mkdtemp()
    return os.path.join(os.environ[PLACE], "door")


def _call(address: str) -> Connection:
    with socket.socket(socket.AF_UNIX) as called:
        called.connect(address)
        return Connection(called.detach())


def _found_or_started() -> Connection:
    """A line to the one process that all bots are forked from, for as long as bots may be wanted here."""
    address = _address()
    with open(f"{address}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if line := _stays(address):
            return line
        with suppress(FileNotFoundError):
            os.unlink(address)
        with open(f"{address}.log", "w") as log:
            command = [sys.executable, "-m", "tests.system.forking", address]
            started = subprocess.Popen(command, cwd=PROJECT, stdout=log, stderr=log, start_new_session=True)
        for _ in range(PATIENCE * 20):
            if line := _stays(address):
                started.returncode = 0  # it outlives this process, if others want bots
                return line
            if started.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(Path(f"{address}.log").read_text("utf-8"))


def _stays(address: str) -> Connection | None:
    with suppress(OSError, EOFError):
        line = _call(address)
        line.send(STAYS)
        line.recv()
        return line
    return None


def main() -> int:
    """A bot as another program starts it: it prints where this one would, and ends as and when this one is told to."""
    here = Path("/proc") / str(os.getpid()) / "fd"
    bot = Forked(os.environ, here / "1", sys.argv[1:], err=here / "2", folder=Path.cwd())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda told, _: bot.send_signal(told))
    return bot.wait()


if __name__ == "__main__":
    code = main()
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    sys.exit(code)
