"""Makers of e-mails as Exchange wraps them for its own (`winmail.dat`, [MS-OXTNEF])."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_MESSAGE, _ATTACHMENT = 1, 2
_OBJECT, _WIDE, _BYTES, _NUMBER = 0x000D, 0x001F, 0x0102, 0x0003
_IID_IMESSAGE = bytes.fromhex("0703020000000000c000000000000046")
Attached = Mapping[str, "bytes | Wrapped"]


class Wrapped(bytes):
    """A message that is attached to another, as such and not as a file."""


def a_winmail(
    words: str = "",
    attached: Attached | None = None,
    subject: str = "Your report",
    rich: bytes = b"",
    logo: bytes = b"",
) -> Wrapped:
    """What such a mail server sends: its words plain or as packed rich text, and what was attached."""
    out = struct.pack("<IH", 0x223E9F78, 7)
    out += _attribute(_MESSAGE, 0x00089006, struct.pack("<I", 0x10000))
    out += _attribute(_MESSAGE, 0x00069007, struct.pack("<II", 1252, 0))
    out += _attribute(_MESSAGE, 0x00018004, subject.encode("cp1252") + b"\0")
    out += _attribute(_MESSAGE, 0x00038005, struct.pack("<7H", 2026, 3, 12, 10, 0, 0, 4))
    if words:
        out += _attribute(_MESSAGE, 0x0002800C, words.encode("cp1252") + b"\0")
    named = (
        struct.pack("<HH", _WIDE, 0x8001) + bytes(16) + struct.pack("<II", 1, 6) + "ab\0".encode("utf-16-le") + b"\0\0"
    )
    named += struct.pack("<I", 1) + _sized("of no use\0".encode("utf-16-le"))
    properties = [named, _property(0x0C1A, _WIDE, "Clinic of Nowhere"), struct.pack("<HHI", 0x000B, 0x0E1B, 1)]
    properties += [_property(0x1009, _BYTES, rich)] if rich else []
    out += _attribute(_MESSAGE, 0x00069003, struct.pack("<I", len(properties)) + b"".join(properties))
    for name, content in (attached or {}).items():
        out += _attached(name, content, ())
    if logo:
        out += _attached("logo.png", logo, (_property(0x3712, _WIDE, "logo"), _property(0x370E, _WIDE, "image/png")))
    return Wrapped(out)


def _attached(name: str, content: bytes, more: tuple[bytes, ...]) -> bytes:
    properties = [_property(0x3707, _WIDE, name), *more]
    out = _attribute(_ATTACHMENT, 0x00069002, bytes(14))
    out += _attribute(_ATTACHMENT, 0x00018010, name[:8].encode("cp1252", "replace") + b"\0")
    if isinstance(content, Wrapped):
        properties.append(_property(0x3701, _OBJECT, _IID_IMESSAGE + content))
    else:
        out += _attribute(_ATTACHMENT, 0x0006800F, content)
    return out + _attribute(_ATTACHMENT, 0x00069005, struct.pack("<I", len(properties)) + b"".join(properties))


def _attribute(level: int, name: int, content: bytes) -> bytes:
    return struct.pack("<BII", level, name, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)


def _property(name: int, kind: int, value: str | bytes) -> bytes:
    content = value if isinstance(value, bytes) else f"{value}\0".encode("utf-16-le")
    return struct.pack("<HHI", kind, name, 1) + _sized(content)


def _sized(content: bytes) -> bytes:
    return struct.pack("<I", len(content)) + content + bytes(-len(content) % 4)
