"""The calls of the kernel that a child may make: those that reading, computing and answering take, and no others.

Found by tracing children at work on every kind of file (strace 6.1, glibc 2.36, CPython 3.11 to 3.13), and what other
versions of the C library use in their place. Numbers: Linux, arch/x86/entry/syscalls/syscall_64.tbl and
include/uapi/asm-generic/unistd.h; where a machine has no such call, it is left out.
"""

import os
import struct
from collections.abc import Iterator

# Name: its number on x86_64, on aarch64.
_ALLOWED: dict[str, tuple[int, ...]] = {
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67), "lseek": (8, 62),
    "openat": (257, 56), "open": (2,), "close": (3, 57), "dup": (32, 23), "getcwd": (79, 17), "getdents64": (217, 61),
    "newfstatat": (262, 79), "fstat": (5, 80), "stat": (4,), "lstat": (6,), "statx": (332, 291),
    "faccessat": (269, 48), "faccessat2": (439, 439), "access": (21,), "readlinkat": (267, 78), "readlink": (89,),
    "poll": (7,), "ppoll": (271, 73), "select": (23,), "pselect6": (270, 72), "epoll_create1": (291, 20),
    "mmap": (9, 222), "munmap": (11, 215), "mprotect": (10, 226), "mremap": (25, 216), "madvise": (28, 233),
    "brk": (12, 214), "membarrier": (324, 283),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "sigaltstack": (131, 132),
    "restart_syscall": (219, 128), "alarm": (37,), "pause": (34,), "getitimer": (36, 102), "setitimer": (38, 103),
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "clock_nanosleep": (230, 115), "nanosleep": (35, 101),
    "gettimeofday": (96, 169), "time": (201,), "times": (100, 153), "getrusage": (98, 165), "getrlimit": (97, 163),
    "sysinfo": (99, 179), "uname": (63, 160), "getcpu": (309, 168), "getpriority": (140, 141),
    "getpid": (39, 172), "getppid": (110, 173), "gettid": (186, 178),
    "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176), "getegid": (108, 177),
    "exit": (60, 93), "exit_group": (231, 94), "futex": (202, 98), "getrandom": (318, 278), "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123), "set_tid_address": (218, 96), "set_robust_list": (273, 99), "rseq": (334, 293),
}  # fmt: skip

# Name: its numbers, then which argument (from 0) must be one of these values: that call and no other use of it.
_ONLY_WITH: dict[str, tuple[tuple[int, ...], tuple[tuple[int, tuple[int, ...]], ...]]] = {
    "ioctl": ((16, 29), ((1, (0x5401, 0x5450, 0x5451)),)),  # TCGETS, FIONCLEX, FIOCLEX: never a device
    # Duplicating and flags; F_SETOWN would have the kernel send signals to whom one likes.
    "fcntl": ((72, 25), ((1, (0, 1, 2, 3, 4, 1030)),)),
    "prctl": ((157, 167), ((0, (15, 16, 23, 0x53564D41)),)),  # a thread's name, a capability asked, a name for memory
    "prlimit64": ((302, 261), ((0, (0,)), (2, (0,)))),  # its own limits, and only to look at them
    "setpriority": ((141, 140), ((0, (0,)), (1, (0,)))),  # its own
}
_TGKILL = (234, 131)  # how a process aborts itself
_CLONE = (56, 220)
_CLONE_THREAD, _CLONE_NEW = 0x10000, 0x7E020000  # a thread, and in no namespace of its own
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_MACHINES = tuple(_AUDIT)

_LATER = 424
"""From here on (Linux 5.1) machines number calls alike. A C library tries a new call, and takes an old one if told that
there is none; clone3 is among them, whose flags lie in memory, where a filter cannot see them."""

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _DENY, _UNKNOWN = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38  # EPERM, ENOSYS
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16  # places in struct seccomp_data; an argument has 8 bytes

Step = tuple[int, int, int, int]
"""An instruction of the filter: what to do, how many steps to skip if so and if not, a value."""


def program() -> bytes | None:
    """The filter for this process on this machine, as instructions of the kernel; None for a machine we do not know."""
    machine = os.uname().machine
    if machine not in _MACHINES:
        return None
    return b"".join(struct.pack("=HBBI", *step) for step in _steps(_MACHINES.index(machine), _AUDIT[machine]))


def _steps(machine: int, audit: int) -> Iterator[Step]:
    yield from ((_LOAD, 0, 0, _MACHINE), (_IF_EQUAL, 1, 0, audit), (_RETURN, 0, 0, _DENY), (_LOAD, 0, 0, _NUMBER))
    for numbers in _ALLOWED.values():
        if machine < len(numbers):
            yield from ((_IF_EQUAL, 0, 1, numbers[machine]), (_RETURN, 0, 0, _ALLOW))
    conditions = {**_ONLY_WITH, "tgkill": (_TGKILL, ((0, (os.getpid(),)),))}
    for numbers, wanted in conditions.values():
        checks = [step for argument, values in wanted for step in _one_of(argument, values)]
        yield from _block(numbers[machine], [*checks, (_RETURN, 0, 0, _ALLOW)])
    is_thread = [(_LOAD, 0, 0, _FIRST_ARGUMENT), (_IF_ANY_BIT, 1, 0, _CLONE_THREAD), (_RETURN, 0, 0, _DENY)]
    is_here = [(_IF_ANY_BIT, 0, 1, _CLONE_NEW), (_RETURN, 0, 0, _DENY), (_RETURN, 0, 0, _ALLOW)]
    yield from _block(_CLONE[machine], [*is_thread, *is_here])
    yield from ((_IF_AT_LEAST, 0, 1, _LATER), (_RETURN, 0, 0, _UNKNOWN), (_RETURN, 0, 0, _DENY))


def _block(number: int, steps: list[Step]) -> Iterator[Step]:
    """Steps for one call, of which the last returns."""
    yield (_IF_EQUAL, 0, len(steps), number)
    yield from steps


def _one_of(argument: int, values: tuple[int, ...]) -> Iterator[Step]:
    """Go on only if an argument is one of these values; its upper half must be empty."""
    place = _FIRST_ARGUMENT + 8 * argument
    yield from ((_LOAD, 0, 0, place + 4), (_IF_EQUAL, 1, 0, 0), (_RETURN, 0, 0, _DENY), (_LOAD, 0, 0, place))
    for left, value in zip(range(len(values), 0, -1), values, strict=True):
        yield (_IF_EQUAL, left, 0, value)
    yield (_RETURN, 0, 0, _DENY)
