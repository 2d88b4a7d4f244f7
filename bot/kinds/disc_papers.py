"""The papers on a disc of images: reports that lie beside the images, or in a form of DICOM's own, as one PDF."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from bot.kinds.blocks import Block
from bot.kinds.dicom_report import REPORT, blocks_of
from bot.kinds.kind import Setting
from bot.kinds.reasons import LeftOut

if TYPE_CHECKING:
    from bot.kinds.leaves import Leaves

MOST_UNPACKED = 100 << 20
"""Bytes of all papers of a disc together."""
_ENCRYPTED = 1
_PAPER = b"%PDF-"
_WRAPPED = b"1.2.840.10008.5.1.4.1.1.104.1"
"""Encapsulated PDF Storage (DICOM PS3.4, B.5); it stands in the first group of the file."""
_HEAD = 4096
_PROGRAMS = (".exe", ".dll", ".jar", ".so", ".dylib", ".class")


def leaves(data: bytes | BinaryIO, setting: Setting, _: Collection[int]) -> Leaves:
    """The papers alone; the images are among the originals."""
    from bot.kinds.leaves import Leaves
    from bot.kinds.opening import opened

    pdf = opened(_papers_of(data, setting))
    return Leaves(pdf.reader, [*pdf.pages], is_disc=True)


def _papers_of(data: bytes | BinaryIO, setting: Setting) -> bytes:
    """All papers, one behind the other, as a PDF. Raises `LeftOut` ("disc") if there is none."""
    import pypdfium2 as pdfium

    papers = pdfium.PdfDocument.new()
    for paper in _papers(io.BytesIO(data) if isinstance(data, bytes) else data, setting):
        # One that is locked or broken stays among the originals, like the images.
        with suppress(pdfium.PdfiumError):
            papers.import_pages(pdfium.PdfDocument(paper))
    if not len(papers):
        raise LeftOut("disc")
    out = io.BytesIO()
    papers.save(out)
    return out.getvalue()


def _papers(file: BinaryIO, setting: Setting) -> Iterator[bytes]:
    file.seek(0)
    head = file.read(_HEAD)
    if head[:2] != b"PK":
        if _may_be_paper(head):
            yield from _paper_in(head + file.read(MOST_UNPACKED), setting)
        return
    left = MOST_UNPACKED
    with (
        suppress(zipfile.BadZipFile, OSError, ValueError, NotImplementedError),
        zipfile.ZipFile(file) as disc,
    ):
        of_programs = _of_programs(entry.filename for entry in disc.infolist())
        for entry in sorted(disc.infolist(), key=lambda entry: entry.filename):
            if entry.flag_bits & _ENCRYPTED or entry.file_size > left or of_programs & {*_folders(entry.filename)}:
                continue
            with disc.open(entry) as opened:
                head = opened.read(_HEAD)
                if _may_be_paper(head):
                    rest = opened.read(left)
                    left -= len(rest)
                    yield from _paper_in(head + rest, setting)


def _of_programs(names: Iterable[str]) -> set[str]:
    """Folders in which programs lie, as the viewer of a disc: what can be read there is its manual."""
    return {next(_folders(name)) for name in names if name.lower().endswith(_PROGRAMS)} - {""}


def _folders(name: str) -> Iterator[str]:
    """The folder of a file, and each in which that one lies; the disc itself is ""."""
    while name:
        name = name.replace("\\", "/").rpartition("/")[0]
        yield name


def _may_be_paper(head: bytes) -> bool:
    return _PAPER in head[:1024] or _WRAPPED in head or bool(REPORT.search(head))


def _paper_in(data: bytes, setting: Setting) -> Iterator[bytes]:
    """The file itself, or what is wrapped in it, or what it says."""
    if _PAPER in data[:1024]:
        yield data
    elif _WRAPPED in data[:_HEAD]:
        from pydicom import dcmread

        with suppress(Exception):  # pydicom raises anything on odd bytes
            yield bytes(
                dcmread(io.BytesIO(data), force=True, specific_tags=["EncapsulatedDocument"]).EncapsulatedDocument
            )
    elif blocks := blocks_of(data):
        yield _set(blocks, setting)


def _set(blocks: tuple[Block, ...], setting: Setting) -> bytes:
    from pypdf import PdfWriter

    from bot.kinds.galley import galley
    from bot.papers.press import Press

    press, out = setting.press or Press(), io.BytesIO()
    said = {"note": setting.words["set_note"], "blocks": galley(blocks, setting.words)}
    writer = PdfWriter()
    writer.append(press.blocks({**setting.page, **said}), import_outline=False)
    writer.write(out)
    return out.getvalue()
