"""`python -m bot run` in a process forked from one that has imported everything: a start costs what the bot does.

It is what `make run` starts, but for the two seconds in which Python reads modules.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
from collections.abc import Mapping
from pathlib import Path

import alembic.command
import alembic.config
import babel.numbers

import bot.app
import bot.chat.webhook
import bot.start.endings
import bot.start.premises
from bot.folders import CONTENT
from dialogs.content.reading import read_content

PROJECT = Path(bot.app.__file__).resolve().parents[1]
READ_BEFORE = (alembic.command, alembic.config, babel.numbers, bot.chat.webhook, bot.start.endings, bot.start.premises)
"""What the bot reads only when it needs it."""
read_content(CONTENT)  # what is compiled of it need not be compiled anew in each
_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload([__name__])


class Forked:
    """A bot in a process of its own."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self._process = _server.Process(target=_become_a_bot, args=(dict(environment), str(log)), daemon=True)
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


def _become_a_bot(environment: dict[str, str], log: str) -> None:
    os.chdir(PROJECT)
    output = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for standard in (1, 2):
        os.dup2(output, standard)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["bot", "run"]
    try:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(ended.code or 0))
