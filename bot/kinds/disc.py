"""A disc of images in an archive: every file is unpacked in memory, piece by piece, and only its heading is kept."""

import stat
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DamagedStream

from bot.kinds.archive import Refused, is_left_by_a_computer, opened
from bot.kinds.dicom import may_be_dicom, summed_up
from bot.kinds.disc_papers import leaves
from bot.kinds.findings import Finding
from bot.kinds.heading import heading
from bot.kinds.kind import KindOfFile
from bot.kinds.kinds import Kind

HEAD_BYTES = 256 << 10
"""Where a file's heading ends at the latest, in practice."""
MOST_FOLDERS = 200
"""Folders at the top of a disc that are told apart."""
_PIECE = 1 << 20
_ENCRYPTED = 1
_NO_DISC = Finding("unknown_kind", "unknown")
"""None of its files is DICOM: then it may be an archive of papers."""


_OTHERS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"}
"""Marks of archives that are documents or programs of other kinds: nobody should unpack those."""


class Damaged(Exception):
    """A file that is listed cannot be unpacked."""


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """The studies on a disc, if any of its files is DICOM."""
    try:
        archive = opened(data)
    except Refused as refused:
        yield refused.finding
        return
    if _OTHERS & {entry.filename for entry in archive.infolist()}:
        yield Finding("unknown_kind", "office")
        return
    headings, others, damaged = [], 0, False
    folders: dict[str, bool] = {}  # at the top of the disc: whether one of its files is DICOM
    for entry in archive.infolist():
        if entry.is_dir() or is_left_by_a_computer(entry.filename):
            continue
        try:
            head = _unpacked(archive, entry) if _is_plain_file(entry) else b""
        except Damaged:
            damaged, head = True, b""
        found = heading(head, whole=False) if may_be_dicom(head) else None
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


KIND = KindOfFile(examine, leaves)


def _is_plain_file(entry: ZipInfo) -> bool:
    """Not a link, not encrypted, not packed in a way that no disc is."""
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or entry.flag_bits & _ENCRYPTED:
        return False
    return entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)


def _unpacked(archive: ZipFile, entry: ZipInfo) -> bytes:
    """The beginning of a file, the rest of which was unpacked only to see that it is whole."""
    try:
        with archive.open(entry) as file:
            head = file.read(HEAD_BYTES)
            while file.read(_PIECE):
                pass
    except (BadZipFile, DamagedStream, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Damaged from error
    return head
