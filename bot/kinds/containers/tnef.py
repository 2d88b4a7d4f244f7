"""Reading what Exchange wraps an e-mail in, `winmail.dat` ([MS-OXTNEF]): attributes, and properties within them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from bot.kinds.containers.code_pages import in_letters

_BEGINS = struct.Struct("<IH")
_HEAD = struct.Struct("<BII")
_CHECKSUM = 2
"""Bytes behind each attribute; programs that count wrongly are believed all the same, as Outlook does."""
_LEVELS = (1, 2)
SUBJECT, FROM, SENT, BODY, CODE_PAGE = 0x00018004, 0x00008000, 0x00038005, 0x0002800C, 0x00069007
_ATTACHED_DATA = 0x3701
ATTACHED, TITLE, DATA = 0x00069002, 0x00018010, 0x0006800F
_OF_THE_MESSAGE, _OF_AN_ATTACHMENT = 0x00069003, 0x00069005
_SIZES = {0x0002: 2, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 2, 0x0014: 8}
_SIZES |= {0x0040: 8, 0x0048: 16}
"""Bytes of a value by its type; one of another type says how many it has."""
_LETTERS, _WIDE_LETTERS, _OBJECT, _BYTES = 0x001E, 0x001F, 0x000D, 0x0102
_SEVERAL, _NAMED, _BY_LETTERS = 0x1000, 0x8000, 1
_MESSAGE = bytes.fromhex("0703020000000000c000000000000046")
"""In front of a message within (IID_IMessage)."""


class Torn(Exception):
    """It ends within an attribute, or is none."""


@dataclass
class Wrapped:
    """A message, or one of the things attached to it: what stands in its attributes, and in its properties."""

    attributes: dict[int, memoryview] = field(default_factory=dict)
    properties: dict[int, tuple[int, memoryview]] = field(default_factory=dict)
    """By their ids: the type of each, and its value."""
    attached: list[Wrapped] = field(default_factory=list)

    @property
    def content(self) -> memoryview:
        """What was attached, byte for byte."""
        return self.attributes.get(DATA, memoryview(b""))

    def attribute(self, name: int) -> bytes:
        """An attribute's value; nothing if it has none."""
        return bytes(self.attributes.get(name, b""))

    @property
    def message(self) -> memoryview | None:
        """The message that was attached; None if it is a file."""
        kind, value = self.properties.get(_ATTACHED_DATA, (0, memoryview(b"")))
        is_message = kind == _OBJECT and value[: len(_MESSAGE)] == _MESSAGE
        return value[len(_MESSAGE) :] if is_message else None

    def words(self, prop: int, charset: str) -> str:
        """A property in letters; empty if it has none."""
        kind, value = self.properties.get(prop, (0, memoryview(b"")))
        if kind == _WIDE_LETTERS:
            return bytes(value).decode("utf-16-le", "replace").rstrip("\x00")
        return in_letters(bytes(value), (charset,)).rstrip("\x00") if kind == _LETTERS else ""

    def number(self, prop: int) -> int:
        """A property that is a number; 0 if it has none."""
        kind, value = self.properties.get(prop, (0, memoryview(b"")))
        return int.from_bytes(value, "little") if kind in _SIZES else 0

    def stream(self, prop: int) -> bytes:
        """A property in bytes; nothing if it has none."""
        kind, value = self.properties.get(prop, (0, memoryview(b"")))
        return bytes(value) if kind == _BYTES else b""


def read(data: memoryview, most: int) -> Wrapped:
    """The message, with at most so many things attached to it. Raises `Torn`."""
    message = Wrapped()
    for name, value in _attributes(data):
        if name == ATTACHED:
            if len(message.attached) == most:
                raise Torn
            message.attached.append(Wrapped())
        elif name == _OF_THE_MESSAGE:
            message.properties |= _properties(value)
        elif name == _OF_AN_ATTACHMENT and message.attached:
            message.attached[-1].properties |= _properties(value)
        elif name in (TITLE, DATA) and message.attached:
            message.attached[-1].attributes.setdefault(name, value)
        else:
            message.attributes.setdefault(name, value)
    return message


def _attributes(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    at = _BEGINS.size
    while at + _HEAD.size <= len(data):
        level, name, length = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size
        if level not in _LEVELS:
            break
        if start + length > len(data):
            raise Torn
        yield name, data[start : start + length]
        at = start + length + _CHECKSUM
    if bytes(data[at : at + _HEAD.size]).strip(b"\x00\r\n"):
        raise Torn


def _properties(data: memoryview) -> Mapping[int, tuple[int, memoryview]]:
    """Those that can be read: a property that is odd costs the ones behind it, and no file."""
    found: dict[int, tuple[int, memoryview]] = {}
    with suppress(struct.error, KeyError):
        (count,), at = struct.unpack_from("<I", data), 4
        for _ in range(count):
            kind, prop = struct.unpack_from("<HH", data, at)
            at = _behind_its_name(data, at + 4) if prop >= _NAMED else at + 4
            several, kind = kind & _SEVERAL, kind & ~_SEVERAL
            (values,) = struct.unpack_from("<I", data, at) if several or kind not in _SIZES else (1,)
            at += 4 if several or kind not in _SIZES else 0
            for number in range(values):
                value, at = _value(data, at, kind)
                if number == 0 and prop < _NAMED:
                    found[prop] = kind, value
    return found


def _value(data: memoryview, at: int, kind: int) -> tuple[memoryview, int]:
    """A value and where the next one begins; each fills up four bytes."""
    if kind in _SIZES:
        length = _SIZES[kind]
    elif kind in (_LETTERS, _WIDE_LETTERS, _OBJECT, _BYTES):
        (length,), at = struct.unpack_from("<I", data, at), at + 4
    else:
        raise KeyError(kind)
    if at + length > len(data):
        raise struct.error
    return data[at : at + length], at + length + -length % 4


def _behind_its_name(data: memoryview, at: int) -> int:
    """Where the value of a property begins that has a name: behind whose it is, and its number or its letters."""
    kind, length = struct.unpack_from("<II", data, at + 16)
    return int(at + 24 + (length + -length % 4 if kind == _BY_LETTERS else 0))
