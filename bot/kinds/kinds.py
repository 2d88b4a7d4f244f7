"""What kind a file may be, by its first bytes and never by its name."""

import re
from typing import Literal, get_args

NeverKept = Literal["zip_locked", "archive", "web_page", "record_xml", "data", "link", "office", "unknown"]
Container = Literal["zip", "mail", "mht", "outlook", "tnef", "signed", "portfolio", "tar"]
Picture = Literal["jpeg", "png", "heic", "tiff", "webp", "jp2", "avif", "gif", "bmp"]
Written = Literal["docx", "odt", "doc", "rtf", "html", "xlsx", "csv", "text"]
ForComputers = Literal["ccda", "fhir", "apple_health"]
Kept = Literal["pdf", Picture, Written, ForComputers, "dicom", "dicom_zip"]
Kind = Kept | Container | NeverKept
NEVER_KEPT: tuple[Kind, ...] = get_args(NeverKept)
"""Each but the last has a way of its own to become something we keep: to be unpacked, opened, printed."""
CONTAINERS: tuple[Kind, ...] = get_args(Container)
"""Each is kept if it can be opened, and what lies in it becomes files of their own."""
KINDS: tuple[Kind, ...] = (*get_args(Kept), *CONTAINERS, *NEVER_KEPT)

HEAD_BYTES = 1024

_ARCHIVE: tuple[Kind, ...] = ("docx", "odt", "xlsx", "dicom_zip", "zip")
_MARKUP: tuple[Kind, ...] = ("ccda", "fhir", "apple_health", "html", "text", "dicom")
_DATA: tuple[Kind, ...] = ("fhir", "text", "dicom")
_WORDS: tuple[Kind, ...] = ("csv", "html", "text", "dicom")
_SIGNATURES: dict[bytes, tuple[Kind, ...]] = {
    b"\xff\xd8\xff": ("jpeg",),
    b"GIF8": ("gif",),
    b"\x89PNG\r\n\x1a\n": ("png",),
    b"II*\x00": ("tiff",),
    b"MM\x00*": ("tiff",),
    b"II+\x00": ("tiff",),
    b"MM\x00+": ("tiff",),
    b"\x00\x00\x00\x0cjP  \r\n\x87\n": ("jp2",),  # ISO/IEC 15444-1, I.5.1
    b"\xff\x4f\xff\x51": ("jp2",),  # the same without its box
    b"{\\rtf": ("rtf",),
    b"\x78\x9f\x3e\x22": ("tnef",),  # [MS-OXTNEF], 2.1.3.2
    # Compound files ([MS-CFB]), in which older Office programs and Outlook keep theirs.
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("doc", "outlook", "office"),
    b"PK\x03\x04": _ARCHIVE,
    b"PK\x05\x06": _ARCHIVE,
    b"PK\x07\x08": ("archive",),  # one part of several
    # Kinds we do not keep and that may hold a PDF in their first kilobyte: an archive, a program, a text.
    b"PK": (),
    b"MZ": (),
    b"\x7fELF": (),
    b"%!PS": (),
}
# ISO/IEC 23008-12: HEVC still pictures and sequences; mif1 and msf1 only say "some HEIF" and need one of them beside.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_ANY_HEIF_BRANDS = {b"mif1", b"msf1"}
# AV1 still pictures and sequences (AVIF 1.1, 3).
_AVIF_BRANDS = {b"avif", b"avis"}
_BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""Marks of a text's encoding, and white space."""
_HEADED = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:From |[A-Za-z][A-Za-z-]{1,40}:)")
"""A mail begins with a head (RFC 5322), as many a text does."""
_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\xfd7zXZ\x00")
"""Archives that we do not open."""
_PACKED_TAPE = re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY&SY")
"""A tape archive that was packed as a whole, or one file that was packed alone (RFC 1952; bzip2)."""
TAPE = b"ustar"
"""Of an archive whose files lie in it as they are (POSIX.1, pax): behind the name of the first, which may be a PDF."""
_BITMAP = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)
"""A picture of Windows: two letters, and then the size of the head that follows ([MS-WMF], 2.2.2.9)."""
_SIGNED = re.compile(rb"\x30.{1,9}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", re.DOTALL)
"""Something signed by a certificate (RFC 5652, 5)."""


def kinds_of(head: bytes) -> tuple[Kind, ...]:
    """The kinds that the first 1024 bytes allow, the likeliest first; only a parser can tell which is true, if any."""
    head = head[:HEAD_BYTES]
    # DICOM PS3.10, 7.1: the 128 bytes before may be anything, also the beginning of a TIFF that holds the same image.
    if head[128:132] == b"DICM":
        return ("dicom",)
    if head[257:262] == TAPE or _PACKED_TAPE.match(head):
        return ("tar", "archive")
    for signature, kinds in _SIGNATURES.items():
        if head.startswith(signature):
            return kinds
    if head.startswith(b"RIFF"):
        return ("webp",) if head[8:12] == b"WEBP" else ()
    if _BITMAP.match(head):
        return ("bmp",)
    if head[4:8] == b"ftyp":
        return _of_container(head)
    if head.startswith(_PACKED):
        return ("archive",)
    if _SIGNED.match(head):
        return ("signed",)
    # ISO 32000 wants the header first; readers have always taken it within the first 1024 bytes (PDF 1.7, note 13).
    if b"%PDF-" in head:
        return ("pdf",)
    if _HEADED.match(head):
        return ("mail", "mht", *_WORDS)
    start = head.lstrip(_BEFORE_TEXT)[:1]
    return _MARKUP if start == b"<" else _DATA if start in (b"{", b"[") else _WORDS


def is_kind(kind: Kind, head: bytes) -> bool:
    """Whether a parser may call a file with these first bytes so."""
    allowed = kinds_of(head)
    if kind == "portfolio":  # a PDF, of which its first bytes do not say so
        return "pdf" in allowed
    return kind in allowed or (kind in (*NEVER_KEPT, *CONTAINERS) and len(allowed) != 1)


def kind_of(head: bytes) -> Kind:
    """The kind of a file that no parser could look at: what its first bytes say, if they say one thing only."""
    allowed = kinds_of(head)
    return allowed[0] if len(allowed) == 1 else "unknown"


def _of_container(head: bytes) -> tuple[Kind, ...]:
    """Pictures in a container of boxes (ISO/IEC 14496-12) say by brands how they are coded, the main one first."""
    size = int.from_bytes(head[:4], "big")
    major, others = head[8:12], {head[at : at + 4] for at in range(16, min(size, len(head)), 4)}
    if major in _AVIF_BRANDS:
        return ("avif",)
    if major in _HEIC_BRANDS or (major in _ANY_HEIF_BRANDS and bool(others & _HEIC_BRANDS)):
        return ("heic",)
    return ("avif",) if major in _ANY_HEIF_BRANDS and others & _AVIF_BRANDS else ()
