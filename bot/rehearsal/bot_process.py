"""The bot as a child process: started, watched, started again when it falls over."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence

STOP_SECONDS = 8
LONGEST_WAIT = 30.0
HEALTHY_SECONDS = 20


class BotProcess:
    """Keeps one bot running until it is told to stop; `changed` is called whenever its status may be another."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Callable[[], Mapping[str, str]],
        changed: Callable[[], None],
        first_wait: float = 1.0,
    ) -> None:
        self._command = list(command)
        self._environment = environment
        self._changed = changed
        self._first_wait = first_wait
        self._wanted = threading.Event()
        self._wanted.set()
        self._again = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep_running, name="bot", daemon=True)
        self.starts = 0

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
            self._child = subprocess.Popen(  # noqa: S603 - the command is ours
                self._command, env={**os.environ, **self._environment()}, start_new_session=True
            )
            self.starts += 1
            self._changed()
            while self._child.poll() is None and self._wanted.is_set() and not self._again.wait(0.1):
                pass
            fell_over = self._child.poll() is not None
            self._end(self._child)
            self._changed()
            if fell_over and self._wanted.is_set():
                wait = self._first_wait if time.monotonic() - began > HEALTHY_SECONDS else min(wait * 2, LONGEST_WAIT)
                self._again.wait(wait)

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
        child.wait()
