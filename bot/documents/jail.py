"""What the kernel denies a child, on Linux, without asking for any privilege; where it cannot, the child runs on.

Landlock (kernel 5.13 and newer; https://docs.kernel.org/userspace-api/landlock.html): of all files only the code itself
can be read, so not the vault, the keys, nor another process's memory or environment; nothing can be written.
seccomp (https://docs.kernel.org/userspace-api/seccomp_filter.html): no sockets, no new programs, no new processes.
"""

import ctypes
import os
import struct
import sys

_SET_DEATH_SIGNAL, _SET_SECCOMP, _SET_NO_NEW_PRIVILEGES = 1, 22, 38
_FILTER_MODE = 2
_KILL = 9

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_QUESTION, _PATH_BENEATH = 1, 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many kinds of access a version knows; 16 since version 5
_ALL_NETWORK, _ALL_SCOPES = 3, 3  # TCP bind and connect (version 4); abstract sockets and signals (version 6)

# Audit number of the machine, then system calls denied: socket, execve, execveat, kill, ptrace, process_vm_readv,
# process_vm_writev, io_uring_setup, (fork, vfork); then clone, which threads need.
_MACHINES = {
    "x86_64": (0xC000003E, (41, 59, 322, 62, 101, 310, 311, 425, 57, 58), 56),
    "aarch64": (0xC00000B7, (198, 221, 281, 129, 117, 270, 271, 425), 220),
}
_CLONE3 = 435  # its flags lie in memory, where a filter cannot see them; without it the C library uses clone
_CLONE_THREAD = 0x10000
_X32_CALLS = 0x40000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _DENY, _UNKNOWN = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38  # EPERM, ENOSYS


def enter(*code: str) -> None:
    """Give up files but the code in these folders, network and new processes, as far as this kernel can take them."""
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_SET_DEATH_SIGNAL, _KILL, 0, 0, 0)
    kernel.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _leave_files(kernel, [*code, *sys.path[1:], "/lib", "/lib64", "/usr/lib", "/usr/local/lib"])
    _leave_network(kernel)


def _leave_files(kernel: ctypes.CDLL, readable: list[str]) -> None:
    version = kernel.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_QUESTION)
    if version < 1:
        return
    handled = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    attributes = struct.pack("=QQQ", handled, _ALL_NETWORK, _ALL_SCOPES)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = kernel.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return
    for path in [*readable, f"{sys.base_prefix}/lib", f"{sys.prefix}/lib", "/etc/ld.so.cache", "/dev/urandom"]:
        _allow_reading(kernel, ruleset, path)
    kernel.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _allow_reading(kernel: ctypes.CDLL, ruleset: int, path: str) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = _READ_FILE | _EXECUTE | (_READ_FOLDER if os.path.isdir(path) else 0)
    rule = struct.pack("=Qi", rights, place)
    kernel.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0)
    os.close(place)


def _leave_network(kernel: ctypes.CDLL) -> None:
    machine = _MACHINES.get(os.uname().machine)
    if machine is None:
        return
    audit, denied, clone = machine
    steps = [(_LOAD, 0, 0, 4), (_IF_EQUAL, 1, 0, audit), (_RETURN, 0, 0, _DENY), (_LOAD, 0, 0, 0)]
    steps += [(_IF_AT_LEAST, 0, 1, _X32_CALLS), (_RETURN, 0, 0, _DENY)]
    for call in denied:
        steps += [(_IF_EQUAL, 0, 1, call), (_RETURN, 0, 0, _DENY)]
    steps += [(_IF_EQUAL, 0, 1, _CLONE3), (_RETURN, 0, 0, _UNKNOWN)]
    steps += [(_IF_EQUAL, 0, 3, clone), (_LOAD, 0, 0, 16), (_IF_ANY_BIT, 1, 0, _CLONE_THREAD), (_RETURN, 0, 0, _DENY)]
    steps += [(_RETURN, 0, 0, _ALLOW)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = struct.pack("@HxxxxxxQ", len(steps), ctypes.addressof(code))
    kernel.prctl(_SET_SECCOMP, _FILTER_MODE, program, 0, 0)
