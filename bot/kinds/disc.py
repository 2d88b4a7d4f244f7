"""A disc of images in an archive: only the heading of each file is kept.

Of a disc that fits into memory every file is unpacked, piece by piece, to see that it is whole. Of a large one only the
beginnings are read: that its list of files is there, at its end, shows that nothing was cut off.
"""

import io
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DamagedStream

from bot.kinds.archive import MOST_ENTRIES, MOST_UNPACKED, Refused, is_left_by_a_computer, opened_in
from bot.kinds.dicom import may_be_dicom, summed_up
from bot.kinds.disc_papers import leaves
from bot.kinds.findings import Finding
from bot.kinds.heading import Heading, heading
from bot.kinds.kind import KindOfFile
from bot.kinds.kinds import Kind

FIRST_BYTES, HEAD_BYTES = 16 << 10, 256 << 10
"""Where a file's heading ends mostly, and at the latest, in practice."""
MOST_FILES, MOST_ON_A_DISC = 20_000, 20 << 30
"""Files, and bytes of them unpacked, on a disc that is not unpacked."""
MOST_FOLDERS = 200
"""Folders at the top of a disc that are told apart."""
_PIECE = 1 << 20
_ENCRYPTED = 1
_NO_DISC = Finding("unknown_kind", "unknown")
"""None of its files is DICOM: then it may be an archive of papers."""


_OTHERS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"}
"""Marks of archives that are documents or programs of other kinds: nobody should unpack those."""
_OF_PAGES = re.compile(r"Index\.zip|Index/[^/]{1,100}\.iwa")
"""The words of a document of Apple's Pages, Numbers or Keynote; beside them lies a small picture of its first page."""


class Damaged(Exception):
    """A file that is listed cannot be unpacked."""


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """The studies on a disc, if any of its files is DICOM; all of it is unpacked once, to see that it is whole."""
    return _examined(io.BytesIO(data), Bounds(len(data)), kind)


def examine_large(file: BinaryIO, size: int, kind: Kind) -> Iterator[Finding]:
    """The studies on a disc of gigabytes: of each file only the beginning is read."""
    return _examined(file, Bounds(size, MOST_FILES, MOST_ON_A_DISC, to_the_end=False), kind)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large an archive is, how much may be in it, and whether its files are read to their ends."""

    size: int
    entries: int = MOST_ENTRIES
    unpacked: int = MOST_UNPACKED
    to_the_end: bool = True


def _examined(file: BinaryIO, bounds: Bounds, kind: Kind) -> Iterator[Finding]:
    try:
        archive = opened_in(file, bounds.size, bounds.entries, bounds.unpacked)
    except Refused as refused:
        yield refused.finding
        return
    if any(entry.filename in _OTHERS or _OF_PAGES.fullmatch(entry.filename) for entry in archive.infolist()):
        yield Finding("unknown_kind", "office")
        return
    headings: list[Heading] = []
    others, damaged = 0, False
    folders: dict[str, bool] = {}  # at the top of the disc: whether one of its files is DICOM
    for entry in archive.infolist():
        if entry.is_dir() or is_left_by_a_computer(entry.filename):
            continue
        try:
            found = _heading(archive, entry, bounds.to_the_end) if _is_plain_file(entry) else None
        except Damaged:
            damaged, found = True, None
        folder, _, inside = entry.filename.replace("\\", "/").partition("/")
        if inside and (folder in folders or len(folders) < MOST_FOLDERS):
            folders[folder] = folders.get(folder, False) or found is not None
        if found:
            headings.append(found)
        else:
            others += 1
    without = [name for name, holds_images in folders.items() if name.strip(" .") and not holds_images]
    if headings:
        yield Finding("unreadable", "zip") if damaged else summed_up(kind, headings, others, without)
    else:
        yield _NO_DISC


KIND = KindOfFile(examine, leaves, examine_large=examine_large)


def _is_plain_file(entry: ZipInfo) -> bool:
    """Not a link, not encrypted, not packed in a way that no disc is."""
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or entry.flag_bits & _ENCRYPTED:
        return False
    return entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)


def _heading(archive: ZipFile, entry: ZipInfo, to_the_end: bool) -> Heading | None:
    """The heading of a file, if it is DICOM; the rest is unpacked only to see that it is whole."""
    try:
        with archive.open(entry) as file:
            head = file.read(FIRST_BYTES)
            found = None
            if may_be_dicom(head):
                found = heading(head, whole=False) if len(head) == FIRST_BYTES else None
                if found is None or not found.is_complete:
                    head += file.read(HEAD_BYTES - FIRST_BYTES)
                    found = heading(head, whole=False)
            while to_the_end and file.read(_PIECE):
                pass
    except (BadZipFile, DamagedStream, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Damaged from error
    return found
