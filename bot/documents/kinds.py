"""What kind a file says it is, by its first bytes and never by its name."""

from typing import Literal, get_args

Kind = Literal["pdf", "jpeg", "png", "heic", "tiff", "unknown"]
KINDS: tuple[Kind, ...] = get_args(Kind)

HEAD_BYTES = 1024

_SIGNATURES: dict[bytes, Kind] = {
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"II+\x00": "tiff",
    b"MM\x00+": "tiff",
    # Kinds we do not keep and that may hold a PDF in their first kilobyte: an archive, a program, a picture, a text.
    b"PK": "unknown",
    b"MZ": "unknown",
    b"\x7fELF": "unknown",
    b"GIF8": "unknown",
    b"RIFF": "unknown",
    b"{\\rtf": "unknown",
}
# ISO/IEC 23008-12: HEVC still pictures and sequences; mif1 and msf1 only say "some HEIF" and need one of them beside.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_ANY_HEIF_BRANDS = {b"mif1", b"msf1"}


def kind_of(head: bytes) -> Kind:
    """The kind the first 1024 bytes speak of; only a parser can tell whether it is true."""
    head = head[:HEAD_BYTES]
    for signature, kind in _SIGNATURES.items():
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp":
        return "heic" if _is_heic(head) else "unknown"
    # ISO 32000 wants the header first; readers have always taken it within the first 1024 bytes (PDF 1.7, note 13).
    return "pdf" if b"%PDF-" in head else "unknown"


def _is_heic(head: bytes) -> bool:
    size = int.from_bytes(head[:4], "big")
    major, others = head[8:12], {head[at : at + 4] for at in range(16, min(size, len(head)), 4)}
    return major in _HEIC_BRANDS or (major in _ANY_HEIF_BRANDS and bool(others & _HEIC_BRANDS))
