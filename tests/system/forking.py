"""The process that bots are forked from: it has imported everything, and ends once nobody wants bots any more."""

from __future__ import annotations

import os
import runpy
import selectors
import signal
import socket
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

import tests.system.preloaded
from tests.system.forked import STAYS, Before

assert tests.system.preloaded


def serve(address: str) -> None:
    """Fork a bot for whoever asks, while anybody stays."""
    signal.signal(signal.SIGCHLD, _reap)
    with selectors.DefaultSelector() as waiting, socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen(64)
        waiting.register(door, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.fileobj is door:
                    line = Connection(door.accept()[0].detach())
                    if _asked(line) == STAYS:
                        line.send(STAYS)
                        waiting.register(line, selectors.EVENT_READ)
                    elif not os.fork():
                        door.close()
                        _keep(line)
                    else:
                        line.close()
                else:
                    waiting.unregister(key.fileobj)
                    if len(waiting.get_map()) == 1:
                        os.unlink(address)
                        return


def _asked(line: Connection) -> Any:
    with suppress(OSError, EOFError):
        return line.recv()
    return None


def _reap(*_: object) -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _keep(line: Connection) -> None:
    """Be beside one bot: tell its number and how it ended; kill it when whoever asked for it is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    told = _asked(line)
    number = os.fork() if told else 0
    if not told:
        os._exit(0)
    if not number:
        line.close()
        _become_the_bot(*told)
    line.send(number)
    Thread(target=_kill_unless_wanted, args=(line, number), daemon=True).start()
    status = os.waitpid(number, 0)[1]
    with suppress(OSError):
        line.send(os.waitstatus_to_exitcode(status))
    os._exit(0)


def _kill_unless_wanted(line: Connection, number: int) -> None:
    _asked(line)
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


def _become_the_bot(
    environment: dict[str, str], out: str, err: str, words: list[str], folder: str, before: Before | None
) -> None:
    code: int | str | None = 1
    try:
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
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as ended:
        code = ended.code
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(code or 0))


if __name__ == "__main__":
    serve(sys.argv[1])
