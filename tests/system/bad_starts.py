"""Where and as what a bot starts that cannot start: on a disk of its own, without privileges, over other content."""

from __future__ import annotations

import ctypes
import os
import struct
from pathlib import Path
from typing import Any

import bot.app
import bot.checking.report
import bot.folders

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_PRIVATE, _READ_ONLY = 0x44000, 1
_CAPABILITIES_VERSION = 0x20080522


def stand(disks: dict[str, dict[str, Any]], unprivileged: bool, content: str, proofread: bool) -> None:
    """This process, where and as the case says; if nothing is `proofread`, all of its content is well."""
    for place, options in disks.items():
        _mount(Path(place), options)
    if unprivileged:
        _give_up_privileges()
    if content:
        bot.app.CONTENT = bot.folders.CONTENT = Path(content)  # type: ignore[attr-defined]
    if not proofread:
        bot.checking.report.check = lambda folder: 0


def _mount(place: Path, options: dict[str, Any]) -> None:
    """A disk of its own, that only this process sees."""
    kernel = ctypes.CDLL(None, use_errno=True)
    users = 0 if os.geteuid() == 0 else _NEW_USER
    assert kernel.unshare(_NEW_MOUNTS | users) == 0, os.strerror(ctypes.get_errno())
    assert kernel.mount(b"none", b"/", None, _PRIVATE, None) == 0, os.strerror(ctypes.get_errno())
    flags, size = (_READ_ONLY if options.get("read_only") else 0), options.get("size", "16m")
    target = os.fsencode(place)
    assert kernel.mount(b"tmpfs", target, b"tmpfs", flags, f"size={size}".encode()) == 0


def _give_up_privileges() -> None:
    """Even as root: what one may not read or write by its mode is closed, and so are the first ports."""
    kernel = ctypes.CDLL(None, use_errno=True)
    assert kernel.capset(struct.pack("=Ii", _CAPABILITIES_VERSION, 0), bytes(24)) == 0
