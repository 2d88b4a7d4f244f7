"""The bot as a child process: started, watched, started again when it falls over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.rehearsal.edits import Edits
from bot.rehearsal.standing_by import STANDS_BY, STOP_SECONDS, the_word

LONGEST_WAIT = 30.0
HEALTHY_SECONDS = 20
CAN_STAND_BY = sys.platform == "linux"
"""Elsewhere a process that has imported much may not go on as two: macOS ends it."""


class BotProcess:
    """Keeps one bot running until it is told to stop; `changed` is called whenever its status may be another."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Callable[[], Mapping[str, str]],
        changed: Callable[[], None],
        first_wait: float = 1.0,
        code: Sequence[Path] = (),
    ) -> None:
        """`code`: the folders of what the bot is made of, if what begins it may stand by for the next start."""
        self._command = list(command)
        self._environment = environment
        self._changed = changed
        self._first_wait = first_wait
        self._wanted = threading.Event()
        self._wanted.set()
        self._again = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._code = [Edits(folder, ".py") for folder in code if CAN_STAND_BY]
        self._told = -1
        """Where the one that stands by tells which words were about wrong content."""
        self._wrong = 0
        self._thread = threading.Thread(target=self._keep_running, name="bot", daemon=True)
        self.starts = 0
        self.stood_by = 0
        """How many of the starts were begun by one that stood by."""

    def start(self) -> None:
        """Start the bot and watch it."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether the bot runs: what stands by is none, where the content cannot be read."""
        child = self._child
        return child is not None and child.poll() is None and self._wrong != self.starts

    def restart(self) -> None:
        """Ask the bot to stop, then start it again with the environment as it is by then; does not wait."""
        self._again.set()

    def stop(self) -> None:
        """Stop the bot for good: politely, after some seconds by force."""
        self._wanted.clear()
        self._again.set()
        self._thread.join(STOP_SECONDS + 4)

    def _keep_running(self) -> None:
        wait = self._first_wait
        while self._wanted.is_set():
            self._again.clear()
            began = time.monotonic()
            self._child = self._begun()
            self._changed()
            while self._child.poll() is None and self._wanted.is_set() and not self._again.wait(0.1):
                self._hear_what_is_wrong()
            fell_over = self._child.poll() is not None
            if fell_over or not self._wanted.is_set() or not self._code:
                self._end(self._child)
                self._changed()
            if fell_over and self._wanted.is_set():
                wait = self._first_wait if time.monotonic() - began > HEALTHY_SECONDS else min(wait * 2, LONGEST_WAIT)
                self._again.wait(wait)

    def _begun(self) -> subprocess.Popen[bytes]:
        """The one that stands by, told to begin a bot; or a new one, where there is none, or it is of older code."""
        self.starts += 1
        if not self._code:
            return self._opened(self._environment())
        child, edited = self._child, [each.any() for each in self._code]
        if child and child.poll() is None:
            if not any(edited) and self._gives_the_word(child):
                self.stood_by += 1
                return child
            self._end(child)
        self._told, tells = os.pipe()
        os.set_blocking(self._told, False)
        child = self._opened({**self._environment(), STANDS_BY: str(tells)}, stdin=subprocess.PIPE, pass_fds=(tells,))
        os.close(tells)
        self._gives_the_word(child)
        return child

    def _opened(self, environment: Mapping[str, str], **how: Any) -> subprocess.Popen[bytes]:
        whole = {**os.environ, **environment}
        return subprocess.Popen(self._command, env=whole, start_new_session=True, **how)  # noqa: S603 # ours

    def _gives_the_word(self, child: subprocess.Popen[bytes]) -> bool:
        assert child.stdin
        try:
            child.stdin.write(the_word(self.starts, self._environment()))
            child.stdin.flush()
        except OSError:
            return False
        return True

    def _hear_what_is_wrong(self) -> None:
        with suppress(OSError):
            if self._told >= 0 and (told := os.read(self._told, 1 << 12).split()):
                self._wrong = int(told[-1])
                self._changed()

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(STOP_SECONDS + 1)
            except subprocess.TimeoutExpired:
                child.kill()
        child.wait()
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)  # a bot whose beginner was killed
        if child.stdin:
            with suppress(OSError):
                child.stdin.close()
        if self._told >= 0:
            os.close(self._told)
            self._told = -1
