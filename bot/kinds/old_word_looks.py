"""How letters of an old Word document look, as far as it changes what they say ([MS-DOC] 2.6, single properties)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.kinds.blocks import Look

_DELETED, _VANISHED, _STRUCK, _TWICE_STRUCK, _SPECIAL = 0x0800, 0x083C, 0x0837, 0x2A53, 0x0855
_RAISED, _SYMBOL = 0x2A48, 0x6A09
_IN_TABLE, _ENDS_ROW, _LIST = 0x2416, 0x2417, 0x460B
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value, by the upper three bits of its number; 0: it says itself."""
_LONG_TABLE, _TABS = 0xD608, 0xC615


@dataclass(frozen=True, slots=True)
class Looks:
    """How letters look, and whether they are seen at all."""

    look: Look = ""
    is_away: Literal["", "hidden", "changes"] = ""
    """Hidden, or deleted while changes were tracked."""
    is_special: bool = False
    """A letter that stands for a picture, a number of a page and the like."""
    sign: tuple[str, int] | None = None
    """The font and the number of a sign that stands in place of a letter."""


def looks_of(properties: bytes, fonts: Sequence[str]) -> Looks:
    """The looks that a list of properties gives."""
    look: Look = ""
    away: Literal["", "hidden", "changes"] = ""
    special, sign = False, None
    for name, value in _each(properties):
        on = value[:1] in (b"\x01", b"\x81")
        if name in (_STRUCK, _TWICE_STRUCK):
            look = "struck" if on else look
        elif name == _RAISED:
            look = {b"\x01": "raised", b"\x02": "lowered"}.get(value[:1], look)  # type: ignore[assignment]
        elif name in (_DELETED, _VANISHED) and on:
            away = "changes" if name == _DELETED else away or "hidden"
        elif name == _SPECIAL:
            special = on
        elif name == _SYMBOL and len(value) == 4:
            font, number = struct.unpack("<HH", value)
            sign = (fonts[font] if font < len(fonts) else "", number)
    return Looks(look, away, special, sign)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: in a table, as one of a list; and whether its mark ends a row."""

    in_table: bool = False
    ends_row: bool = False
    in_list: bool = False


def place_of(properties: bytes) -> Place:
    """The place that a list of properties gives."""
    said = dict(_each(properties))
    is_listed = said.get(_LIST, b"\0\0") not in (b"\0\0", b"\x01\xf8")  # 0xF801: its number was taken away
    return Place(said.get(_IN_TABLE, b"")[:1] == b"\x01", said.get(_ENDS_ROW, b"")[:1] == b"\x01", is_listed)


def _each(properties: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 < len(properties):
        (name,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = _SIZES[name >> 13]
        if name == _LONG_TABLE:
            size = struct.unpack_from("<H", properties, at)[0] + 1 if at + 2 <= len(properties) else 0
        elif not size:
            size = properties[at] + 1
            if name == _TABS and properties[at] == 0xFF:
                return  # a list of tabs too long to say its size: nothing of ours comes after it
        yield name, properties[at : at + size]
        at += size
