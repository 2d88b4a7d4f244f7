"""A child that has begun: by a program of its own, or forked from a process that had imported all it needs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from typing import Protocol, cast

from bot.child import confinement
from bot.child.forking import LONGEST

ENVIRONMENT = {"MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1"}
"""malloc reserves 64 MB of addresses for each arena but the first, and OpenBLAS as much for each thread: addresses are
limited, and nothing here multiplies anything large."""


@dataclass(frozen=True)
class Asked:
    """What a child is to be: as `confinement.work` takes it, and the number of what is lent to it (0: nothing)."""

    project: str
    module: str
    memory: int
    seconds: int
    jail: str
    lent: int = 0


class Begun(Protocol):
    """A child's process. None of these may be called after `reap`, and only `reap` tells how it ended."""

    stdin: FileIO
    stdout: FileIO

    def kill(self) -> None:
        """End it and all that it began, now; nothing if it has ended."""

    def wait(self) -> None:
        """Wait until it has ended."""

    def reap(self) -> int:
        """Wait for its end and let go of its number; its exit status, negative for a signal."""


def program(
    python: str, file: str, *arguments: str, passed: tuple[int, ...], pipes: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """A program of ours that inherits nothing but the descriptors passed to it, and talks over pipes or not at all."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        # -I: no folder of the user's, no environment, no current folder decides what is imported. -B: it may not write.
        [python, "-I", "-B", "-X", "utf8", file, *arguments],
        stdin=pipes,
        stdout=pipes,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd="/",
        start_new_session=True,
        bufsize=0,
        pass_fds=passed,
    )


class Fresh:
    """A child that begins with nothing, and imports what it needs."""

    def __init__(self, asked: Asked, python: str) -> None:
        arguments = [asked.project, asked.module, str(asked.memory), str(asked.seconds), asked.jail]
        lent = (asked.lent,) if asked.lent else ()
        self._process = program(python, confinement.__file__, *arguments, passed=lent, pipes=subprocess.PIPE)
        self.stdin, self.stdout = cast("FileIO", self._process.stdin), cast("FileIO", self._process.stdout)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def wait(self) -> None:
        # Without reaping: until then its number cannot belong to anyone else.
        os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)

    def reap(self) -> int:
        return self._process.wait()


class Forked:
    """A child that another process made of itself, and tells of over a line: it is nobody's number here."""

    def __init__(self, stdin: int, stdout: int, line: socket.socket) -> None:
        self.stdin, self.stdout = FileIO(stdin, "w"), FileIO(stdout, "r")
        self._line = line
        self._code: int | None = None

    def kill(self) -> None:
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)

    def wait(self) -> None:
        if self._code is None:
            # Where no end is told, whoever was beside it was killed; nobody does that but the kernel, and it with them.
            self._code = int(self._line.recv(LONGEST) or -signal.SIGKILL)

    def reap(self) -> int:
        self.wait()
        self._line.close()
        return cast("int", self._code)
