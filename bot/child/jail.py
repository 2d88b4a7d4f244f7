"""What the kernel denies a child, on Linux, without asking for any privilege, and what it denies others about us.

Landlock (kernel 5.13 and newer; https://docs.kernel.org/userspace-api/landlock.html): of all files only the code itself
can be read, so not the vault, the keys, nor another process's memory or environment; nothing can be written.
seccomp (https://docs.kernel.org/userspace-api/seccomp_filter.html): only the calls in `calls.py`; so no sockets, no new
programs or processes, and nothing that reaches another process. Where the kernel or a container offers one of them not,
the child is told so, and may go on without; `confinement.py` decides.
"""

import ctypes
import os
import resource
import struct
import sys
from contextlib import suppress
from typing import Literal

from bot.child import calls

Part = Literal["Landlock", "seccomp"]

_SET_DEATH_SIGNAL, _SET_DUMPABLE, _SET_SECCOMP, _SET_NO_NEW_PRIVILEGES = 1, 4, 22, 38
_FILTER_MODE = 2
_KILL = 9

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_QUESTION, _PATH_BENEATH = 1, 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many kinds of access a version knows; 16 since version 5
_ALL_NETWORK, _ALL_SCOPES = 3, 3  # TCP bind and connect (version 4); abstract sockets and signals (version 6)

_CAPABILITIES_VERSION = 0x20080522
_READ_ANYTHING = 1 << 2  # CAP_DAC_READ_SEARCH: our code may belong to somebody else


def shield() -> None:
    """Let no other process of this user look into this one or take its place, and leave no image of its memory."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def enter(*code: str) -> tuple[Part, ...]:
    """Give up files but the code in these folders, network, new processes, and others'; the parts that are missing."""
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return ("Landlock", "seccomp")
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_SET_DEATH_SIGNAL, _KILL, 0, 0, 0)
    kernel.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    missing: list[Part] = []
    if not _leave_files(kernel, [*code, *sys.path[1:], "/lib", "/lib64", "/usr/lib", "/usr/local/lib"]):
        missing.append("Landlock")
    _leave_capabilities(kernel)
    if not _leave_calls(kernel):
        missing.append("seccomp")
    return tuple(missing)


def _leave_files(kernel: ctypes.CDLL, readable: list[str]) -> bool:
    version = kernel.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_QUESTION)
    if version < 1:
        return False
    handled = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    attributes = struct.pack("=QQQ", handled, _ALL_NETWORK, _ALL_SCOPES)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = kernel.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    for path in [*readable, f"{sys.base_prefix}/lib", f"{sys.prefix}/lib", "/etc/ld.so.cache", "/dev/urandom"]:
        _allow_reading(kernel, ruleset, path)
    restricted = kernel.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)
    return bool(restricted == 0)


def _allow_reading(kernel: ctypes.CDLL, ruleset: int, path: str) -> None:
    with suppress(OSError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rights = _READ_FILE | _EXECUTE | (_READ_FOLDER if os.path.isdir(path) else 0)
        rule = struct.pack("=Qi", rights, place)
        kernel.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0)
        os.close(place)


def _leave_capabilities(kernel: ctypes.CDLL) -> None:
    """Where the bot runs as root: without Landlock and seccomp, a child could still look into any process."""
    header, now = struct.pack("=Ii", _CAPABILITIES_VERSION, 0), ctypes.create_string_buffer(24)
    kernel.capget(header, now)
    rights = struct.unpack("=6I", now.raw)[1] & _READ_ANYTHING
    kernel.capset(header, struct.pack("=6I", rights, rights, 0, 0, 0, 0))


def _leave_calls(kernel: ctypes.CDLL) -> bool:
    steps = calls.program()
    if steps is None:
        return False
    code = ctypes.create_string_buffer(steps, len(steps))
    program = struct.pack("@HxxxxxxQ", len(steps) // 8, ctypes.addressof(code))
    return bool(kernel.prctl(_SET_SECCOMP, _FILTER_MODE, program, 0, 0) == 0)
