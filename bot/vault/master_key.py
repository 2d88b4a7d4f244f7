"""The master key: without it no file can be read, so it lives apart from the database and the vault.

The file is one line of text: the version, the key (32 bytes) and a check (8 bytes) in hexadecimal. What an editor or a
password manager puts around a line (blanks, another end, a byte order mark) is no damage: the check tells that.
"""

import codecs
import contextlib
import hashlib
import os
import re
import secrets
from pathlib import Path

from bot.vault import stable
from bot.vault.wrapping import KEY_BYTES

_BARE = re.compile(rb"[0-9a-fA-F]{64}")
_LINE = re.compile(rb"1\s+([0-9a-fA-F]{64})\s+([0-9a-fA-F]{16})")
_LONGEST = 256


class DamagedMasterKey(ValueError):
    """The master key's file does not hold a whole key; restore it from its backup, never make a new one."""


def master_key(path: Path) -> bytes:
    """The 32 bytes of the master key, made if there is none yet; raises DamagedMasterKey, or OSError.

    Only `bot.start.identity` may have one made, and only where there is no case that another key belongs to.
    """
    key = read_master_key(path)
    if key is not None:
        return key
    stable.make_folder(path.parent)
    _make(path)
    return _read(path)


def read_master_key(path: Path) -> bytes | None:
    """The 32 bytes of the master key, or None if there is none; raises DamagedMasterKey, or OSError."""
    with contextlib.suppress(FileNotFoundError):
        return _read(path)
    return None


def read_brought_key(path: Path) -> bytes:
    """A key that is brought from elsewhere, such as a key service's mount: 64 hexadecimal digits, or our own line.

    Raises DamagedMasterKey, or OSError.
    """
    content = _content(path)
    return bytes.fromhex(content.decode()) if _BARE.fullmatch(content) else _read(path)


def make_key_file(path: Path) -> bytes:
    """Make a new key in a file that must not be there yet; raises FileExistsError, or OSError."""
    if path.exists():
        raise FileExistsError(path.name)
    _make(path)
    return _read(path)


def _read(path: Path) -> bytes:
    line = _LINE.fullmatch(_content(path))
    if line is None:
        raise DamagedMasterKey("the master key's file is damaged or has the wrong length: restore it from its backup")
    key = bytes.fromhex(line[1].decode())
    if _check(key) != line[2].decode().lower():
        raise DamagedMasterKey("the master key's file is damaged (its check differs): restore it from its backup")
    return key


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LONGEST).removeprefix(codecs.BOM_UTF8).strip()


def _make(path: Path) -> None:
    """Write a key beside its place, then link it there: of two processes starting at once only one link succeeds."""
    key = secrets.token_bytes(KEY_BYTES)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            stable.write_all(descriptor, f"1 {key.hex()} {_check(key)}\n".encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    stable.flush_folder(path.parent)


def _check(key: bytes) -> str:
    return hashlib.sha256(b"second opinion vault: master key" + key).hexdigest()[:16]
