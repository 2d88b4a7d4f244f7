"""What kind a file may be, by its first bytes and never by its name."""

import re
from typing import Literal, get_args

NeverKept = Literal["zip_locked", "archive", "web_page", "record_xml", "data", "link", "office", "unknown"]
Container = Literal["zip", "mail", "mht", "outlook"]
Kept = Literal["pdf", "jpeg", "png", "heic", "tiff", "webp", "docx", "text", "dicom", "dicom_zip"]
Kind = Kept | Container | NeverKept
NEVER_KEPT: tuple[Kind, ...] = get_args(NeverKept)
"""Each but the last has a way of its own to become something we keep: to be unpacked, opened, printed."""
CONTAINERS: tuple[Kind, ...] = get_args(Container)
"""Each is kept if it can be opened, and what lies in it becomes files of their own."""
KINDS: tuple[Kind, ...] = (*get_args(Kept), *CONTAINERS, *NEVER_KEPT)

HEAD_BYTES = 1024

_ARCHIVE: tuple[Kind, ...] = ("docx", "dicom_zip", "zip")
_SIGNATURES: dict[bytes, tuple[Kind, ...]] = {
    b"\xff\xd8\xff": ("jpeg",),
    b"\x89PNG\r\n\x1a\n": ("png",),
    b"II*\x00": ("tiff",),
    b"MM\x00*": ("tiff",),
    b"II+\x00": ("tiff",),
    b"MM\x00+": ("tiff",),
    b"PK\x03\x04": _ARCHIVE,
    b"PK\x05\x06": _ARCHIVE,
    # Kinds we do not keep and that may hold a PDF in their first kilobyte: an archive, a program, a picture, a text.
    b"PK": (),
    b"MZ": (),
    b"\x7fELF": (),
    b"GIF8": (),
    b"%!PS": (),
}
# ISO/IEC 23008-12: HEVC still pictures and sequences; mif1 and msf1 only say "some HEIF" and need one of them beside.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_ANY_HEIF_BRANDS = {b"mif1", b"msf1"}


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The compound files in which Outlook and older Office programs keep theirs ([MS-CFB])."""
_OFFICE = b"{\\rtf"
"""Rich text."""
_TEXT: tuple[Kind, ...] = ("text", "dicom")
_HEADED = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:From |[A-Za-z][A-Za-z-]{1,40}:[ \t\r\n])")
"""A mail begins with a head (RFC 5322), as many a text does."""
_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
"""Archives that we do not open."""


def kinds_of(head: bytes) -> tuple[Kind, ...]:
    """The kinds that the first 1024 bytes allow, the likeliest first; only a parser can tell which is true, if any."""
    head = head[:HEAD_BYTES]
    # DICOM PS3.10, 7.1: the 128 bytes before may be anything, also the beginning of a TIFF that holds the same image.
    if head[128:132] == b"DICM":
        return ("dicom",)
    for signature, kinds in _SIGNATURES.items():
        if head.startswith(signature):
            return kinds
    if head.startswith(b"RIFF"):
        return ("webp",) if head[8:12] == b"WEBP" else ()
    if head[4:8] == b"ftyp":
        return ("heic",) if _is_heic(head) else ()
    if head.startswith(_COMPOUND):
        return ("outlook", "office")
    if head.startswith(_PACKED):
        return ("archive",)
    if head.startswith(_OFFICE):
        return ("office",)
    if _HEADED.match(head) and b"%PDF-" not in head:
        return ("mail", "mht", *_TEXT)
    # ISO 32000 wants the header first; readers have always taken it within the first 1024 bytes (PDF 1.7, note 13).
    return ("pdf",) if b"%PDF-" in head else _TEXT


def is_kind(kind: Kind, head: bytes) -> bool:
    """Whether a parser may call a file with these first bytes so."""
    allowed = kinds_of(head)
    return kind in allowed or (kind in (*NEVER_KEPT, *CONTAINERS) and len(allowed) != 1)


def kind_of(head: bytes) -> Kind:
    """The kind of a file that no parser could look at: what its first bytes say, if they say one thing only."""
    allowed = kinds_of(head)
    return allowed[0] if len(allowed) == 1 else "unknown"


def _is_heic(head: bytes) -> bool:
    size = int.from_bytes(head[:4], "big")
    major, others = head[8:12], {head[at : at + 4] for at in range(16, min(size, len(head)), 4)}
    return major in _HEIC_BRANDS or (major in _ANY_HEIF_BRANDS and bool(others & _HEIC_BRANDS))
