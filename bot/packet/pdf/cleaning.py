"""What does not belong in the packet: actions, scripts, files within files, and what a picture tells of its maker."""

from __future__ import annotations

import re
from typing import Any

from pypdf.filters import ASCII85Decode, ASCIIHexDecode, FlateDecode
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject

from bot.packet.pdf.actions import ACTIONS

NAMESPACES = {
    *("/XObject", "/Font", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties", "/CharProcs"),
    "/Colorants",
}
"""Dictionaries whose keys are names the file chose, not words of the format."""

_DROPPED = {
    # What can do something: ISO 32000-2, 12.6 and 7.11.
    *("/A", "/AA", "/JS", "/JavaScript", "/OpenAction", "/Launch", "/URI", "/Next", "/Dest", "/Dests", "/AcroForm"),
    *("/EF", "/AF", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/RichMediaContent", "/RichMediaSettings", "/XFA"),
    *("/FS", "/Win", "/Unix", "/Mac", "/Sound", "/Movie", "/3DD", "/3DA", "/Rendition"),
    # What tells where it came from, or belongs to the file it came from.
    *("/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/Alternates", "/Thumb", "/StructParent", "/StructParents"),
}
_HARMFUL_TYPES = {"/Filespec", "/F", "/Action", "/EmbeddedFile", "/Metadata", "/Page", "/Pages", "/Catalog", "/Sig"}
_ARMOUR: dict[str, Any] = {
    "/FlateDecode": FlateDecode,
    "/Fl": FlateDecode,
    "/ASCII85Decode": ASCII85Decode,
    "/A85": ASCII85Decode,
    "/ASCIIHexDecode": ASCIIHexDecode,
    "/AHx": ASCIIHexDecode,
}
_DCT, _JPX = {"/DCTDecode", "/DCT"}, {"/JPXDecode"}
_SCAN = 0xDA
# What may follow a picture's data (T.81, B.1.1.2 and table B.1). Any other mark is damage, which readers get over.
_NEXT_MARKER = re.compile(rb"\xff[\xc4\xd9-\xdd\xe0-\xef\xfe]")
_KEPT_SEGMENTS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Of a camera's segments: resolution, colour profile, Adobe's colour transform; no small copy, no list of more."""


def is_kept(key: str, parent: str) -> bool:
    """Whether an entry of a dictionary may come along; `parent` is the key that the dictionary stands under."""
    return key not in _DROPPED or parent in NAMESPACES


def is_harmful(value: DictionaryObject) -> bool:
    """Whether this is an action, a file, or a way back to what is not on the page."""
    if value.get("/Type") in _HARMFUL_TYPES or value.get("/S") in ACTIONS:
        return True
    return "/JS" in value or "/EF" in value


def clean_stream(stream: StreamObject) -> tuple[bytes, dict[NameObject, Any]]:
    """A stream's bytes as they may come along, and the entries that change with them (None: goes away)."""
    data: bytes = stream._data
    if stream.get("/Type") in ("/EmbeddedFile", "/Metadata") or "/F" in stream:  # its bytes would lie in another file
        return b"", {}
    filters = _listed(stream.get("/Filter"))
    if not filters or not set(filters) & (_DCT | _JPX):
        return data, {}
    last = filters[-1]
    if len(filters) > 1:
        parameters = _listed(stream.get("/DecodeParms"))
        for number, armour in enumerate(filters[:-1]):
            if armour not in _ARMOUR:
                return data, {}
            inner = parameters[number] if number < len(parameters) else None
            data = _ARMOUR[armour].decode(data, inner if isinstance(inner, DictionaryObject) else None)
    cleaned = clean_jpeg(data) if last in _DCT else clean_jpeg_2000(data)
    if len(filters) == 1:
        return cleaned, {}
    kept = parameters[len(filters) - 1] if len(parameters) >= len(filters) else None
    return cleaned, {
        NameObject("/Filter"): NameObject(last),
        NameObject("/DecodeParms"): kept if isinstance(kept, DictionaryObject) else None,
    }


def clean_jpeg(data: bytes) -> bytes:
    """A JPEG without what its camera wrote beside the picture; the picture's own bytes are not touched.

    What follows the picture's end goes too: some telephones put a second picture there, with notes of its own.
    """
    if data[:2] != b"\xff\xd8":
        return _without_marks(data)
    out, at = [b"\xff\xd8"], 2
    while at + 4 <= len(data):
        marker = data[at + 1]
        if data[at] != 0xFF:  # junk between segments, over which readers step
            at = found if (found := data.find(b"\xff", at)) > 0 else len(data)
            continue
        if marker == 0xD9:
            break
        if marker in (0x00, 0x01, 0xFF) or 0xD0 <= marker <= 0xD7:  # marks that have no length
            at += 1 if marker == 0xFF else 2
            continue
        after = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            next_one = _NEXT_MARKER.search(data, after)
            after = next_one.start() if next_one else len(data)
        if _is_kept_segment(marker, data[at + 4 : at + 18]):
            out.append(data[at:after])
        at = after
    return _without_marks(b"".join([*out, b"\xff\xd9"]))


def _is_kept_segment(marker: int, begin: bytes) -> bool:
    """Whether a segment belongs to the picture; of those of applications (0xE0 to 0xEF), the few we know."""
    if 0xE0 <= marker <= 0xEF or marker == 0xFE:
        return marker in _KEPT_SEGMENTS and begin.startswith(_KEPT_SEGMENTS[marker])
    return True


def clean_jpeg_2000(data: bytes) -> bytes:
    """A JPEG 2000 without the boxes that hold metadata (ISO/IEC 15444-1, Annex I)."""
    if data[4:8] != b"jP  ":
        return _without_marks(data)
    out, at = [], 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        size = int.from_bytes(data[at + 8 : at + 16], "big") if size == 1 else size or len(data) - at
        if size < 8:
            break
        if kind not in (b"uuid", b"xml ", b"uinf"):
            out.append(data[at : at + size])
        at += size
    return b"".join(out)


def _without_marks(data: bytes) -> bytes:
    return data.replace(b"Exif\0\0", bytes(6)) if b"Exif\0\0" in data else data


def _listed(value: Any) -> list[Any]:
    value = value.get_object() if value is not None else None
    if value is None or isinstance(value, NullObject):
        return []
    return [each.get_object() for each in value] if isinstance(value, ArrayObject) else [value]
