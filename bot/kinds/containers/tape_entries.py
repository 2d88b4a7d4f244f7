"""The files in a tape archive (POSIX.1, pax), as it is or packed (RFC 1952); and one file that was packed alone."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from tarfile import TarFile, TarInfo

from bot.kinds.archive import MOST_RATIO, SMALL, Refused
from bot.kinds.containers.entries import Entry, Shut, within_limits
from bot.kinds.containers.resources import together
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES, TAPE
from dialogs.receiving.sent import TELEGRAM_LIMIT

MOST_IN_MEMORY = 200 << 20
"""Bytes of an archive that was packed as a whole: it is unpacked as a whole, beside all that looks at it."""
MOST_ENTRIES = 10_000
FEWEST_IMAGES = 3
"""DICOM images that are a disc; as a tape it would come as a paper for each image."""
_GZIP, _BZIP = b"\x1f\x8b", b"BZh"
_FIXED, _NAMED, _NOTED = 10, 0b1000, 0b1100
"""Bytes before a name, and the bits that say that there is one, and that notes stand before it."""
_DAMAGE = (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, zlib.error)


def entries(data: bytes) -> list[Entry]:
    """Every file; no folders, links or devices, which lead elsewhere. Raises `Refused`."""
    content = _whole(data)
    if content[257:262] != TAPE:
        return [_alone(data, content)] if content is not data else []
    try:
        archive = TarFile(fileobj=io.BytesIO(content), errors="replace")
        found = list(_entries(archive))
    except _DAMAGE:
        raise Refused(Finding("unreadable", "tar")) from None
    if any(content[archive.offset : archive.offset + tarfile.BLOCKSIZE]):  # it goes on, and nobody can say with what
        raise Refused(Finding("unreadable", "tar"))
    if sum(1 for each in found if (each.head or b"")[128:132] == b"DICM") >= FEWEST_IMAGES:
        raise Refused(Finding("unknown_kind", "archive"))
    return together(found)


def _whole(data: bytes) -> bytes:
    """Its bytes unpacked, if they were packed; never more than a child can hold. Raises `Refused`."""
    opening = gzip.open if data.startswith(_GZIP) else bz2.open if data.startswith(_BZIP) else None
    if opening is None:
        return data
    most = min(MOST_IN_MEMORY, max(SMALL, MOST_RATIO * len(data)))
    try:
        with opening(io.BytesIO(data)) as file:
            content: bytes = file.read(most + 1)
    except _DAMAGE:
        raise Refused(Finding("unreadable", "tar")) from None
    if len(content) > most:
        raise Refused(Finding("over_limit", "tar"))
    return content


def _alone(data: bytes, content: bytes) -> Entry:
    """A file that was packed by itself: "report.pdf.gz"."""
    return Entry("1", _name_of_packed(data), len(content), partial(within_limits, content), content[:HEAD_BYTES])


def _name_of_packed(data: bytes) -> str:
    """As the file was called before, if that was noted (RFC 1952, 2.3.1); where notes lie before it, no name."""
    flags = data[3] if data.startswith(_GZIP) else 0
    if flags & _NOTED != _NAMED:
        return "file"
    return data[_FIXED : data.find(b"\0", _FIXED)].decode("utf-8", "replace") or "file"


def _entries(archive: TarFile) -> Iterator[Entry]:
    for number, member in enumerate(archive):
        if number >= MOST_ENTRIES:
            raise Refused(Finding("over_limit", "tar"))
        # A file with holes claims any size and fills it with zeros: no paper is packed so.
        if member.isreg() and not member.issparse():
            head = _read(archive, member, HEAD_BYTES)
            yield Entry(str(number), member.name, member.size, partial(_taken, archive, member), head)


def _taken(archive: TarFile, member: TarInfo) -> bytes:
    content = _read(archive, member, TELEGRAM_LIMIT + 1)
    if content is None:
        raise Shut("unreadable")
    return within_limits(content)


def _read(archive: TarFile, member: TarInfo, size: int) -> bytes | None:
    """So many of its first bytes; None where the archive is cut off within them."""
    with suppress(*_DAMAGE):
        if file := archive.extractfile(member):
            content = file.read(size)
            return content if len(content) == min(size, member.size) else None
    return None
