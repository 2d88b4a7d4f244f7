"""The first thing that runs in a child: it gives up all it does not need, and only then imports a parser.

Run by its path with `python -I`, with the project's folder, a module, bytes of memory, seconds, and whether the jail
must be "whole" as arguments. It imports next to nothing itself: what is imported before the limits is imported without
them.
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
    limits = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NOFILE: (64, 64),
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, wanted in limits.items():
        hard = resource.getrlimit(kind)[1]
        if hard == resource.RLIM_INFINITY or hard >= wanted[1]:
            resource.setrlimit(kind, wanted)


def _prepare() -> Callable[[], None]:
    project, module, memory, seconds, jail = sys.argv[1:]
    _limit(int(memory), int(seconds))
    sys.path.insert(0, project)
    # Code may be read from the module's own top folder and from ours, never from the whole project: data may lie there.
    code = {module.split(".")[0], "bot", "dialogs"}
    missing = import_module("bot.child.jail").enter(*(f"{project}/{folder}" for folder in code))
    if missing and jail == "whole":
        raise RuntimeError(missing)
    work: Callable[[], None] = import_module(module).main
    return work


def main() -> None:
    """Confine this process, run the module's `main()`, and leave without ceremony."""
    try:
        work = _prepare()
    except BaseException:
        os._exit(NEVER_BEGAN)
    try:
        work()
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BaseException:
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
