"""The files in a ZIP archive (PKWARE's APPNOTE.TXT), each unpacked only when it is asked for, and never onto a disk."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from functools import partial
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DamagedStream

from bot.kinds.apple_measures import ROOT, without_single_values
from bot.kinds.archive import Refused, opened
from bot.kinds.containers.entries import Entry, Shut
from bot.kinds.containers.resources import together
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES, Kind
from dialogs.receiving.sent import TELEGRAM_LIMIT

_UNPACKED = {ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA}
"""The ways of packing that Python knows (4.4.5). Before 1993 there were others; Windows has one for gigabytes."""
_ENCRYPTED, _NAMED_IN_UTF_8 = 1, 0x800
_LOOKED_AT = 64 << 10
"""Bytes of a large file: what Apple's Health app exports has its grammar first, which alone is some kilobytes."""
_DAMAGE = (BadZipFile, DamagedStream, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def entries(data: bytes) -> list[Entry]:
    """Every file, no folders, no links; many small ones that are a record together are one. Raises `Refused`."""
    archive = opened(data)
    found = list(_entries(archive))
    shut = {_shut(info) for info in archive.infolist() if not info.is_dir()}
    if found and len(shut) == 1 and (why := shut.pop()):
        raise Refused(Finding("unknown_kind", why))
    return together(found)


def _entries(archive: ZipFile) -> Iterator[Entry]:
    for number, info in enumerate(archive.infolist()):
        if not info.is_dir() and stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG):
            head = _head(archive, info)
            is_long = info.file_size > TELEGRAM_LIMIT and ROOT in (_head(archive, info, _LOOKED_AT) or b"")
            read = partial(_summed_up if is_long else _unpacked, archive, info)
            yield Entry(str(number), _path(info), info.file_size, read, head)


def _shut(info: ZipInfo) -> Kind | None:
    """Why nobody here can take it out; None if that can be tried."""
    if info.flag_bits & _ENCRYPTED:
        return "zip_locked"
    return None if info.compress_type in _UNPACKED else "archive"


def _path(info: ZipInfo) -> str:
    """Its name, as it was meant: some programs write UTF-8 and do not say so (4.4.4, bit 11)."""
    if not info.flag_bits & _NAMED_IN_UTF_8:
        try:
            return info.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return info.filename


def _head(archive: ZipFile, info: ZipInfo, size: int = HEAD_BYTES) -> bytes | None:
    try:
        with archive.open(info) as file:
            return file.read(size)
    except _DAMAGE:
        return None


def _summed_up(archive: ZipFile, info: ZipInfo) -> bytes:
    """What a watch measured in years, as a file of the size of others."""
    if why := _shut(info):
        raise Shut("unknown_kind", why)
    try:
        with archive.open(info) as file:
            return without_single_values(file)
    except _DAMAGE:
        raise Shut("unreadable") from None


def _unpacked(archive: ZipFile, info: ZipInfo) -> bytes:
    if why := _shut(info):
        raise Shut("unknown_kind", why)
    try:
        with archive.open(info) as file:
            content = file.read(TELEGRAM_LIMIT + 1)
    except _DAMAGE:
        raise Shut("unreadable") from None
    if len(content) > TELEGRAM_LIMIT:
        raise Shut("over_limit")
    return content
