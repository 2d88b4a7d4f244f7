"""Looking into an archive: its names lead nowhere, and nothing is unpacked that would not fit."""

from __future__ import annotations

import io
from typing import BinaryIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from bot.kinds.findings import Finding

MOST_ENTRIES = 10_000
MOST_UNPACKED = 500 << 20
MOST_RATIO = 100
SMALL = 8 << 20
"""Bytes up to which it does not matter how well an archive was packed."""


_LEFT_BY_COMPUTERS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


class Refused(Exception):
    """It is not opened: it is no archive, or would become too large."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


def opened(data: bytes) -> ZipFile:
    """The archive, nothing in it unpacked yet. Raises `Refused`."""
    return opened_in(io.BytesIO(data), len(data), MOST_ENTRIES, MOST_UNPACKED)


def opened_in(file: BinaryIO, size: int, most_entries: int, most_unpacked: int) -> ZipFile:
    """The archive in a file of so many bytes, nothing in it unpacked yet. Raises `Refused`."""
    try:
        archive = ZipFile(file)
        entries = archive.infolist()
    except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError):
        raise Refused(Finding("unreadable", "zip")) from None
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > most_entries or unpacked > most_unpacked or unpacked > max(SMALL, MOST_RATIO * size):
        raise Refused(Finding("over_limit", "zip"))
    return archive


def is_left_by_a_computer(path: str) -> bool:
    """Whether a system put it there for itself: nobody sent it."""
    return any(each in path for each in _LEFT_BY_COMPUTERS)
