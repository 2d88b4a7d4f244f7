"""Makers of compound files ([MS-CFB]), in which older Office programs keep theirs, and of a Word document in one."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import pairwise

_SECTOR, _END, _FREE, _FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096
"""Bytes of a stream that lies in sectors of its own."""


def a_compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A file of streams, each as long as whole sectors are."""
    padded = {
        name: content.ljust(max(_LEAST, -(-len(content) // _SECTOR) * _SECTOR), b"\0")
        for name, content in streams.items()
    }
    directory = _entry("Root Entry", 5, child=1 if padded else _FREE)
    table: list[int] = []
    starts = []
    for content in padded.values():
        starts.append(len(table))
        count = len(content) // _SECTOR
        table += [*range(len(table) + 1, len(table) + count), _END]
    for number, (name, content) in enumerate(padded.items(), start=1):
        right = number + 1 if number < len(padded) else _FREE
        directory += _entry(name, 2, right=right, start=starts[number - 1], size=len(content))
    directory = directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0")
    first = len(table)
    count = len(directory) // _SECTOR
    table += [*range(first + 1, first + count), _END]
    fats = -(-(len(table) + 1) // (_SECTOR // 4 - 1))
    where = len(table)
    table += [_FAT] * fats
    table += [_FREE] * (fats * _SECTOR // 4 - len(table))
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        fats,
        first,
        0,
        _LEAST,
        _END,
        0,
        _END,
        0,
    )
    head += struct.pack("<109I", *range(where, where + fats), *[_FREE] * (109 - fats))
    return head + b"".join(padded.values()) + directory + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, child: int = _FREE, right: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters) + 2, kind, 1, _FREE, right, child)
    return head.ljust(116, b"\0") + struct.pack("<IQ", start, size)


STRUCK, DELETED = b"\x37\x08\x01", b"\x00\x08\x01"
RAISED, SPECIAL = b"\x48\x2a\x01", b"\x55\x08\x01"
_LISTED = b"\x0b\x46\x01\x00"
_IN_TABLE, _ENDS_ROW = b"\x16\x24\x01", b"\x16\x24\x01\x17\x24\x01"
_TEXT_AT, _PAGE = 0x800, 512

Run = tuple[str, bytes]


def an_old_word_file(
    runs: Sequence[Run] = (
        ("Pathology report\r", b""),
        ("Margin ≤ 1 mm, 10", b""),
        ("9", RAISED),
        ("/L ", b""),
        ("old", STRUCK),
        ("gone", DELETED),
        (" new\r", b""),
        ("Hemoglobin\x07", b""),
        ("12.1\x07", b""),
        ("\x07", b""),
        ("See \x13 HYPERLINK x \x14the link\x15.\r", b""),
    ),
    locked: bool = False,
    version: int = 0xC1,
    listed: Sequence[str] = (),
) -> bytes:
    """A Word document of before 2007; a paragraph in a table ends with a cell's mark, a row with one alone."""
    text = "".join(part for part, _ in runs)
    ends = [_TEXT_AT + 2 * place for place in _places([len(part) for part, _ in runs])]
    characters = _page(ends, [bytes([len(how)]) + how if how else b"" for _, how in runs], 1)
    marks = [place for place, letter in enumerate(text) if letter in "\r\x07"]
    kinds = [
        _ENDS_ROW
        if text[place] == "\x07" == text[place - 1]
        else _IN_TABLE
        if text[place] == "\x07"
        else _LISTED
        if text[: place + 1].endswith(tuple(listed))
        else b""
        for place in marks
    ]
    paragraphs = _page(
        [_TEXT_AT, *(_TEXT_AT + 2 * (place + 1) for place in marks)],
        [
            b"\0" + bytes([(len(how) + 3) // 2]) + (b"\0\0" + how).ljust((len(how) + 3) // 2 * 2, b"\0") if how else b""
            for how in kinds
        ],
        13,
    )
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, _TEXT_AT, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    whole = (_TEXT_AT, _TEXT_AT + 2 * len(text))
    table = clx.ljust(64, b"\0") + struct.pack("<III", *whole, 2) + struct.pack("<III", *whole, 3)
    head = bytearray(_TEXT_AT)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 0x0A, 0x0100 if locked else 0)
    struct.pack_into("<I", head, 0x4C, len(text))
    for at, where, size in ((0x1A2, 0, len(clx)), (0xFA, 64, 12), (0x102, 76, 12)):
        struct.pack_into("<II", head, at, where, size)
    head[2 * _PAGE : 3 * _PAGE], head[3 * _PAGE : 4 * _PAGE] = characters, paragraphs
    return a_compound_file({"WordDocument": bytes(head) + text.encode("utf-16-le"), "0Table": table})


def a_locked_old_word_file() -> bytes:
    """A Word document that asks for a password."""
    return an_old_word_file(locked=True)


def an_old_workbook() -> bytes:
    """A compound file that is no Word document."""
    return a_compound_file({"Workbook": b"\x09\x08"})


def _places(lengths: Sequence[int]) -> list[int]:
    return [sum(lengths[:count]) for count in range(len(lengths) + 1)]


def _page(ends: Sequence[int], looks: Sequence[bytes], entry: int) -> bytes:
    """A page of looks: where each begins and ends, where it lies in the page, and they from the end on."""
    page = bytearray(_PAGE)
    page[-1] = len(looks)
    struct.pack_into(f"<{len(ends)}I", page, 0, *ends)
    at, until = 4 * len(ends), _PAGE - 2
    for number, look in enumerate(looks):
        if look:
            until = (until - len(look)) // 2 * 2
            page[until : until + len(look)] = look
            page[at + number * entry] = until // 2
    assert all(begin <= end for begin, end in pairwise(ends))
    return bytes(page)
