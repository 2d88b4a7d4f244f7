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
_LONGEST = 256


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
            content = file.read(_LONGEST)
    except FileNotFoundError:
        return None
    if not content:
        return None
    line = _LINE.fullmatch(content)
    if line is None:
        raise DamagedMark(path.name)
    return Mark(line[1].decode(), line[2].decode())


def write_mark(path: Path, mark: Mark) -> None:
    stable.write_file(path, f"1 {mark.installation} {mark.key}\n".encode())
