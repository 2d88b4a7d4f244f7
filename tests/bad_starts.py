"""Runs `python -m bot …` again and again, each time in a process of its own that has all modules loaded already.

Reads cases as JSON from standard input, and tells what came of each: exit code, standard output and standard error.
"""

from __future__ import annotations

import ctypes
import json
import os
import runpy
import struct
import sys
import tempfile
from pathlib import Path
from typing import Any

import bot.app
import bot.folders
import bot.start.endings
import bot.start.premises

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_PRIVATE, _READ_ONLY = 0x44000, 1
_CAPABILITIES_VERSION = 0x20080522
SECONDS = 120


def main() -> None:
    print(json.dumps([_run(case) for case in json.load(sys.stdin)]))


def _run(case: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        child = os.fork()
        if not child:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            os._exit(_become(case))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said = [(file.seek(0), file.read())[1] for file in (out, err)]
    return {"code": code, "out": said[0], "err": said[1]}


def _become(case: dict[str, Any]) -> int:
    """The bot, where and as the case says."""
    import signal

    signal.alarm(SECONDS)
    for place, options in case.get("disks", {}).items():
        _mount(Path(place), options)
    if case.get("unprivileged"):
        _give_up_privileges()
    os.chdir(case["folder"])
    os.environ.clear()
    os.environ.update(case["environment"])
    if content := case.get("content"):
        bot.app.CONTENT = bot.folders.CONTENT = Path(content)  # type: ignore[attr-defined]
    sys.argv = ["bot", case["command"]]
    try:
        runpy.run_module("bot", run_name="__main__")
    except SystemExit as ended:
        sys.stdout.flush()
        sys.stderr.flush()
        return int(ended.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
        return 1
    return 0


def _mount(place: Path, options: dict[str, Any]) -> None:
    """A disk of its own, that only this process sees."""
    kernel = ctypes.CDLL(None, use_errno=True)
    users = 0 if os.geteuid() == 0 else _NEW_USER
    assert kernel.unshare(_NEW_MOUNTS | users) == 0, os.strerror(ctypes.get_errno())
    assert kernel.mount(b"none", b"/", None, _PRIVATE, None) == 0, os.strerror(ctypes.get_errno())
    flags, size = (_READ_ONLY if options.get("read_only") else 0), options.get("size", "16m")
    target = os.fsencode(place)
    assert kernel.mount(b"tmpfs", target, b"tmpfs", flags, f"size={size}".encode()) == 0


def _give_up_privileges() -> None:
    """Even as root: what one may not read or write by its mode is closed, and so are the first ports."""
    kernel = ctypes.CDLL(None, use_errno=True)
    assert kernel.capset(struct.pack("=Ii", _CAPABILITIES_VERSION, 0), bytes(24)) == 0


if __name__ == "__main__":
    main()
