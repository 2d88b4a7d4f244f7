"""The bot as a child process: started, watched, started again when it falls over."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bot.rehearsal.edits import Edits
from bot.rehearsal.standing_by import STANDS_BY, the_word

STOP_SECONDS = 8
LONGEST_WAIT = 30.0
HEALTHY_SECONDS = 20
STANDS_BY_AFTER = 2.0
"""Seconds after a start: until then the bot that was started needs the processor itself."""


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
        """`code`: the folders of what the bot is made of, if another may stand by for when it is started again."""
        self._command = list(command)
        self._environment = environment
        self._changed = changed
        self._first_wait = first_wait
        self._wanted = threading.Event()
        self._wanted.set()
        self._again = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._code = [Edits(folder, ".py") for folder in code]
        self._next: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep_running, name="bot", daemon=True)
        self.starts = 0
        self.stood_by = 0
        """How many of the starts were those of a bot that stood by."""

    def start(self) -> None:
        """Start the bot and watch it."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        child = self._child
        return child is not None and child.poll() is None

    def restart(self) -> None:
        """Ask the bot to stop, then start it again with the environment as it is by then; does not wait."""
        self._again.set()

    def stop(self) -> None:
        """Stop the bot for good: politely, after some seconds by force."""
        self._wanted.clear()
        self._again.set()
        self._thread.join(STOP_SECONDS + 2)

    def _keep_running(self) -> None:
        wait = self._first_wait
        while self._wanted.is_set():
            self._again.clear()
            began = time.monotonic()
            self._child = self._begun()
            self.starts += 1
            self._changed()
            while self._child.poll() is None and self._wanted.is_set() and not self._again.wait(0.1):
                if self._code and not self._next and time.monotonic() - began >= STANDS_BY_AFTER:
                    self._next = self._standing_by()
            fell_over = self._child.poll() is not None
            self._end(self._child)
            self._changed()
            if fell_over and self._wanted.is_set():
                wait = self._first_wait if time.monotonic() - began > HEALTHY_SECONDS else min(wait * 2, LONGEST_WAIT)
                self._again.wait(wait)
        if self._next:
            _dismissed(self._next)

    def _begun(self) -> subprocess.Popen[bytes]:
        """The bot that stands by, told to begin; or a new one, where there is none, or it is of older code."""
        child, self._next = self._next, None
        edited = [each.any() for each in self._code]
        if child and not any(edited) and child.poll() is None:
            assert child.stdin
            with suppress(OSError):
                child.stdin.write(the_word(self._environment()))
                child.stdin.close()
                self.stood_by += 1
                return child
        if child:
            _dismissed(child)
        environment = {**os.environ, **self._environment()}
        return subprocess.Popen(self._command, env=environment, start_new_session=True)  # noqa: S603 - the command is ours

    def _standing_by(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **self._environment(), STANDS_BY: "1"}
        return subprocess.Popen(  # noqa: S603 - the command is ours
            self._command, env=environment, stdin=subprocess.PIPE, start_new_session=True
        )

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
        child.wait()


def _dismissed(child: subprocess.Popen[bytes]) -> None:
    """A bot that stands by and is not wanted has nothing to put in order."""
    child.kill()
    if child.stdin:
        with suppress(OSError):
            child.stdin.close()
    child.wait()
