"""Looking into an archive: a Word document, or a disc of images; its names lead nowhere, and nothing is unpacked."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile, LargeZipFile, ZipFile

from bot.documents.findings import Finding
from bot.documents.kinds import Kind

MOST_ENTRIES = 3_000
MOST_UNPACKED = 500 << 20
MOST_RATIO = 100
_SMALL = 8 << 20
"""Bytes up to which it does not matter how well an archive was packed."""
_OTHERS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"}
"""Marks of archives that are documents or programs of other kinds: nobody should unpack those."""


def _is_word(archive: ZipFile) -> bool:
    from bot.documents.word_text import main_part

    try:
        return bool(main_part(archive))
    except Exception:  # a torn list of its parts: then it is no Word document
        return False


def examine(data: bytes, kind: Kind) -> Iterator[Finding]:
    """What an archive holds; only the two kinds we keep are looked at more closely."""
    try:
        archive = ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError):
        yield Finding("unreadable", "zip")
        return
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or unpacked > max(_SMALL, MOST_RATIO * len(data)):
        yield Finding("over_limit", "zip")
        return
    names = {entry.filename for entry in entries}
    if _is_word(archive):
        from bot.documents import word

        yield from word.examine(archive, has_macros=any(name.endswith("vbaProject.bin") for name in names))
    elif names & _OTHERS:
        yield Finding("unknown_kind", "office")
    else:
        from bot.documents import disc

        yield from disc.examine(archive)
