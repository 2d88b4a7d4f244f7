"""The mark of an installation: in the database, in the vault and beside the key it says what belongs together.

As a file it is one line of text: the version, the installation's random id and the master key's fingerprint.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from bot.vault import stable

_LINE = re.compile(rb"1 ([0-9a-f]{32}) ([0-9a-f]{16})\n?")
LONGEST = 256
"""Bytes of which no more are read."""


class DamagedMark(ValueError):
    """A file that should hold a mark holds something else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Which installation something belongs to (32 hexadecimal digits), and to which master key (its fingerprint)."""

    installation: str
    key: str


def new_mark(master_key: bytes) -> Mark:
    return Mark(secrets.token_hex(16), fingerprint(master_key))


def fingerprint(master_key: bytes) -> str:
    """16 hexadecimal digits that name a master key and tell nothing about it."""
    return hashlib.sha256(b"second opinion vault: fingerprint" + master_key).hexdigest()[:16]


def read_mark(path: Path) -> Mark | None:
    """The mark in a file; None if there is no file, or an empty one. Raises DamagedMark, or OSError."""
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST)
    except FileNotFoundError:
        return None
    return parsed(content, path.name)


def write_mark(path: Path, mark: Mark) -> None:
    stable.write_file(path, line(mark))


def parsed(content: bytes | None, name: str) -> Mark | None:
    """The mark that a file of this name holds; None if there is no file, or an empty one. Raises DamagedMark."""
    if not content:
        return None
    found = _LINE.fullmatch(content)
    if found is None:
        raise DamagedMark(name)
    return Mark(found[1].decode(), found[2].decode())


def line(mark: Mark) -> bytes:
    return f"1 {mark.installation} {mark.key}\n".encode()
