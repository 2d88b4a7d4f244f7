"""Writing so that it survives a power cut."""

import os
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder that only we may enter, together with its parents, and put its name on stable storage."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    flush_folder(folder.parent)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte, or raise OSError; the kernel may take only a part of them at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def flush_folder(folder: Path) -> None:
    """Put the names in a folder on stable storage: a rename is durable only after this (fsync(2))."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
