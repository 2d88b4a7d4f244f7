"""Writing so that it survives a power cut."""

import os
import secrets
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


def write_file(path: Path, data: bytes) -> None:
    """Put a small file in its place, whole or not at all, readable by its owner only; what lay there is replaced."""
    make_folder(path.parent)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Put the names in a folder on stable storage: a rename is durable only after this (fsync(2))."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
