"""What a child may do wrong: the first line of its input says which."""

import os
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
