"""What a child may do wrong: the first line of its input says which."""

import ctypes
import fcntl
import os
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path


def main() -> None:
    wanted = sys.stdin.buffer.readline().strip().decode()
    globals()[wanted]()


def echo() -> None:
    sys.stdout.buffer.write(sys.stdin.buffer.read())


def wait_for_ever() -> None:
    signal.pause()


def compute_for_ever() -> None:
    while True:
        pass


def take_memory() -> None:
    bytearray(1 << 40)


def take_memory_bit_by_bit() -> None:
    taken = []
    while True:
        taken.append(bytearray(16 << 20))


def recurse() -> None:
    recurse()


def crash() -> None:
    os.abort()


def speak_and_crash() -> None:
    print("known so far", flush=True)
    os.abort()


def speak_and_wait() -> None:
    print("known so far", flush=True)
    signal.pause()


def speak_and_take_memory() -> None:
    print("known so far", flush=True)
    take_memory()


def leave() -> None:
    os._exit(3)


def stop_reading() -> None:
    os.close(0)
    print("enough")


def speak_for_ever() -> None:
    while True:
        sys.stdout.write("x" * 10_000)


def say_too_much() -> None:
    sys.stdout.write("x" * (64 << 10) + "y")


def close_everything() -> None:
    os.close(0)
    os.close(1)
    signal.pause()


def look_around() -> None:
    """Say what of the world outside can be reached."""
    attempts = {
        "environment": lambda: os.environ["HOME"],
        "parent's environment": lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
        "own memory map": lambda: Path("/proc/self/maps").read_text(),
        "passwords": lambda: Path("/etc/passwd").read_text(),
        "project": lambda: (Path(__file__).parents[2] / "pyproject.toml").read_text(),
        "folders": lambda: os.listdir("/"),
        "writing": lambda: Path(f"/tmp/{os.getpid()}").touch(),
        "network": lambda: socket.socket(),
        "local sockets": lambda: socket.socket(socket.AF_UNIX),
        "programs": lambda: subprocess.run(["/bin/true"]),
        "processes": os.fork,
        "signals": lambda: os.kill(os.getppid(), 0),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except (OSError, KeyError):
            continue
        print(name)


def touch_others() -> None:
    """Say which ways to reach another process, or to change what this one may do, are open."""
    parent, kernel = os.getppid(), ctypes.CDLL(None, use_errno=True)

    def ask(number: int, *arguments: object) -> None:
        if kernel.syscall(number, *arguments) < 0:
            raise OSError(ctypes.get_errno(), "refused")

    attempts = {
        "its limits": lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE, (3, 3)),
        "its limits, to look": lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE),
        "its pace": lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
        "its processors": lambda: os.sched_setaffinity(parent, {0}),
        "its end": lambda: os.kill(parent, 0),
        "its group's end": lambda: os.killpg(os.getpgid(parent), 0),
        "a signal to its thread": lambda: ask(234 if os.uname().machine == "x86_64" else 131, parent, parent, 0),
        "signals when bytes come": lambda: fcntl.fcntl(0, fcntl.F_SETOWN, parent),
        "a handle on it": lambda: os.pidfd_open(parent),
        "its descriptors": lambda: ask(438, 0, 0, 0),
        "its memory, advised": lambda: ask(440, 0, 0, 0, 0, 0),
        "a program in memory": lambda: os.memfd_create("program"),
        "a timer of its own": lambda: ask(222 if os.uname().machine == "x86_64" else 107, 0, 0, 0),
        "a namespace": lambda: ask(272 if os.uname().machine == "x86_64" else 97, 0x10000000),
        "being looked into again": lambda: ask(157 if os.uname().machine == "x86_64" else 167, 4, 1, 0, 0, 0),
        "more of its own": lambda: resource.setrlimit(resource.RLIMIT_CPU, resource.getrlimit(resource.RLIMIT_CPU)),
        "a pipe": os.pipe,
        "a folder": lambda: os.mkdir("/tmp/a folder"),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except (OSError, ValueError):
            continue
        print(name)


def pretend_not_to_have_begun() -> None:
    print("known so far", flush=True)
    os._exit(78)
