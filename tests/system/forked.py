"""`python -m bot …` in a process forked from one that has imported everything: a start costs what the bot does.

It is what `make run` and an operator start, but for the two seconds in which Python reads modules.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 120
_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload(["tests.system.preloaded", __name__])

Before = Callable[[], object]
"""What a process does before it is the bot: it must be known by its name."""


class Forked:
    """A command of the bot in a process of its own."""

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
        told = (dict(environment), str(out), str(err or out), list(words), str(folder), before)
        self._process = _server.Process(target=_become_the_bot, args=told, daemon=True)
        self._process.start()

    def send_signal(self, number: int) -> None:
        if self._process.is_alive():
            os.kill(self._process.pid or 0, number)

    def wait(self, seconds: float) -> int:
        """Its exit status, negative for a signal. Raises `TimeoutError`."""
        self._process.join(seconds)
        if self._process.exitcode is None:
            raise TimeoutError(f"the bot did not end within {seconds} seconds")
        return self._process.exitcode


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


def _become_the_bot(
    environment: dict[str, str], out: str, err: str, words: list[str], folder: str, before: Before | None
) -> None:
    for standard, file in ((1, out), (2, err)):
        opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(opened, standard)
        os.close(opened)
    if before:
        before()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["bot", *words]
    code: int | str | None = 0
    try:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        code = ended.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(code or 0))
