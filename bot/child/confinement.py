"""The first thing that runs in a child: it gives up all it does not need, and only then does its work.

Run by its path with `python -I`, with the project's folder, a module, bytes of memory, seconds, and whether the jail
must be "whole" as arguments; or called in a process that was forked for it (`forking.py`). It imports next to nothing
itself: what a child of its own imports, it imports within its limits.
"""

import os
import resource
import sys
from collections.abc import Callable
from importlib import import_module

OUT_OF_MEMORY, NEVER_BEGAN = 77, 78
"""Exit statuses. The second: this process was not fit to begin, whatever it would have been given."""


def _limit(memory: int, seconds: int) -> None:
    # No limit on processes: RLIMIT_NPROC counts all of the user's, and binds no root. The jail forbids them instead.
    space = memory + _taken()
    limits = {
        resource.RLIMIT_AS: (space, space),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NOFILE: (64, 64),
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, wanted in limits.items():
        hard = resource.getrlimit(kind)[1]
        if hard == resource.RLIM_INFINITY or hard >= wanted[1]:
            resource.setrlimit(kind, wanted)


def _taken() -> int:
    """Bytes of addresses that are taken before anything is read: nearly all of them are code, which is shared."""
    try:
        with open("/proc/self/statm", "rb") as told:
            return int(told.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _prepare(project: str, module: str, memory: int, seconds: int, jail: str) -> Callable[[], None]:
    _limit(memory, seconds)
    if project not in sys.path:
        sys.path.insert(0, project)
    # Code may be read from the module's own top folder and from ours, never from the whole project: data may lie there.
    code = {module.split(".")[0], "bot", "dialogs"}
    missing = import_module("bot.child.jail").enter(*(f"{project}/{folder}" for folder in code))
    if missing and jail == "whole":
        raise RuntimeError(missing)
    work: Callable[[], None] = import_module(module).main
    return work


def work(project: str, module: str, memory: int, seconds: int, jail: str) -> None:
    """Confine this process, run the module's `main()`, and leave without ceremony."""
    try:
        begin = _prepare(project, module, memory, seconds, jail)
    except BaseException:
        os._exit(NEVER_BEGAN)
    try:
        begin()
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    _project, _module, _memory, _seconds, _jail = sys.argv[1:]
    work(_project, _module, int(_memory), int(_seconds), _jail)
