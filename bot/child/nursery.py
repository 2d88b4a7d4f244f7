"""Where children are forked from, so that none has to import what all of them need: most of a small file's verdict."""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from dataclasses import asdict

from bot.child import forking
from bot.child.begun import Asked, Forked, program
from bot.child.forking import BEGUN, LONGEST, READY

WORTH_IT = ("bot.documents.examination", "bot.packet.packing")
"""The children that come again and again, and import most: with the second of them it begins."""
PATIENCE = 5
"""Seconds for a fork, which takes some thousandths of one: what makes none until then is as good as gone."""


class Nursery:
    """One process that makes children, if there is use for it; it begins by itself, and ends when nobody asks for long.

    Until it is ready, where it cannot be (no Linux, an old kernel), and while it is gone, `fork` makes no child.
    """

    def __init__(self, may_begin: bool = True) -> None:
        self._wanted = 0
        self._is_ready = False
        self._is_vain = sys.platform != "linux" or not may_begin
        self._at_work: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def fork(self, asked: Asked, python: str) -> Forked | None:
        """A child of it; None if a fresh one must do. Never waits for more than a fork."""
        if self.is_ready() and self._at_work:
            with suppress(OSError):  # it is gone: nobody asked for long, or the kernel wanted its memory
                return _asked_of(self._at_work[1], asked)
            self.close()
        self._wanted += asked.module in WORTH_IT
        if self._wanted > 1 and not self._at_work and not self._is_vain:
            self.begin(asked.project, python)
        return None

    def begin(self, project: str, python: str) -> None:
        """Begin to import what children need; they are forked as soon as that is done."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with ExitStack() as to_close, theirs, suppress(OSError):  # no process can be made: then not now
            to_close.callback(ours.close)
            door = theirs.fileno()
            process = program(python, forking.__file__, project, str(door), passed=(door,))
            self._at_work = process, ours
            atexit.register(self.close)
            to_close.pop_all()

    def is_ready(self, seconds: float = 0) -> bool:
        """Whether children are forked by now; waits so many seconds for it."""
        if self._at_work and not self._is_ready:
            line = self._at_work[1]
            line.settimeout(seconds)
            try:
                self._is_ready = line.recv(len(READY)) == READY
            except (BlockingIOError, TimeoutError):
                return False
            except OSError:
                pass
            finally:
                line.settimeout(None)
            if not self._is_ready:  # it ended before it was, and would again
                self.close()
                self._is_vain = True
        return self._is_ready

    def close(self) -> None:
        """End it; the children that it made go on."""
        if self._at_work:
            process, line = self._at_work
            line.close()
            process.kill()
            process.wait()
            atexit.unregister(self.close)
        self._at_work, self._is_ready, self._wanted = None, False, 0


def _asked_of(line: socket.socket, asked: Asked) -> Forked:
    """Have a child made, with pipes to it and a line to whoever is beside it. Raises OSError if nobody makes one."""
    with ExitStack() as ours:
        with ExitStack() as theirs:  # closed here at once, so that whatever becomes of them is heard
            source, stdin = os.pipe()
            theirs.callback(os.close, source)
            ours.callback(os.close, stdin)
            stdout, answer = os.pipe()
            theirs.callback(os.close, answer)
            ours.callback(os.close, stdout)
            told, tells = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            theirs.callback(tells.close)
            ours.callback(told.close)
            passed = [source, answer, tells.fileno(), *([asked.lent] if asked.lent else [])]
            socket.send_fds(line, [json.dumps(asdict(asked)).encode()], passed)
        told.settimeout(PATIENCE)
        if told.recv(LONGEST) != BEGUN:
            raise ConnectionError
        told.settimeout(None)
        ours.pop_all()
        return Forked(stdin, stdout, told)
