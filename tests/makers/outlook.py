"""Makers of compound files ([MS-CFB]) and of the e-mails that Outlook keeps in them ([MS-OXMSG])."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

Tree = Mapping[str, "bytes | Tree"]
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096


@dataclass
class _Entry:
    name: str
    kind: int
    right: int = _FREE
    child: int = _FREE
    content: bytes = b""


def a_compound_file(tree: Tree) -> bytes:
    """A file of folders and streams, as Windows lays them out; short streams lie together in small sectors."""
    entries = [_Entry("Root Entry", 5)]
    _lay(tree, entries[0], entries)
    chains, small_chains = list[int](), list[int]()
    large, small = bytearray(), bytearray()
    starts: dict[int, int] = {}
    for number, entry in enumerate(entries):
        if entry.content:
            is_large = len(entry.content) >= _CUTOFF
            body, chain, size = (large, chains, _SECTOR) if is_large else (small, small_chains, _SMALL)
            starts[number] = _put(body, chain, entry.content, size)
    starts[0] = _put(large, chains, bytes(small), _SECTOR) if small else _END
    entries[0].content = bytes(small)
    listed = b"".join(_written(entry, starts.get(at, _END)) for at, entry in enumerate(entries))
    directory = _put(large, chains, listed, _SECTOR)
    small_table = struct.pack(f"<{len(small_chains)}I", *small_chains)
    first_small = _put(large, chains, small_table, _SECTOR, b"\xff") if small_table else _END
    tables = 1
    while (len(chains) + tables) * 4 > tables * _SECTOR:
        tables += 1
    first_table = len(chains)
    chains += [_FAT] * tables
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(tables * _SECTOR, b"\xff")
    places = [*range(first_table, first_table + tables)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, tables, directory, 0, _CUTOFF, first_small, -(-len(small_table) // _SECTOR), _END, 0)
    assert tables <= 109, "no more tables are named in the first sector: seven megabytes"
    head += struct.pack("<109I", *(places + [_FREE] * (109 - tables)))
    return head + bytes(large) + table


def an_outlook_message(
    body: str = "", attached: Mapping[str, bytes | Tree] | None = None, subject: str = "Your report"
) -> bytes:
    """An e-mail as Outlook saves it; what is attached is a file, or a message within."""
    return a_compound_file(a_message(body, attached, subject))


def an_old_message(
    words: Mapping[int, bytes], numbers: Mapping[int, int], attached: Mapping[bytes, bytes] | None = None
) -> bytes:
    """An e-mail of an Outlook that wrote one byte a letter: its words and its numbers by their ids in [MS-OXPROPS]."""
    properties = b"".join(struct.pack("<IIQ", tag, 6, number) for tag, number in numbers.items())
    message: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(32) + properties}
    message |= {
        f"__substg1.0_{name:04X}{'0102' if name in (0x1009, 0x1013) else '001E'}": said for name, said in words.items()
    }
    for number, (name, content) in enumerate((attached or {}).items()):
        message[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001E": name,
            "__substg1.0_37010102": content,
        }
    return a_compound_file(message)


def a_message(body: str, attached: Mapping[str, bytes | Tree] | None = None, subject: str = "Your report") -> Tree:
    """The folders and streams of such an e-mail."""
    moment = int((datetime(2026, 3, 12, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    message: dict[str, bytes | Tree] = {
        "__properties_version1.0": bytes(32) + struct.pack("<IIQ", 0x00390040, 6, moment),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Clinic of Nowhere".encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
    }
    for number, (name, content) in enumerate((attached or {}).items()):
        folder: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(8)}
        folder["__substg1.0_3707001F"] = name.encode("utf-16-le")
        folder["__substg1.0_37010102" if isinstance(content, bytes) else "__substg1.0_3701000D"] = content
        message[f"__attach_version1.0_#{number:08X}"] = folder
    return message


def _lay(tree: Tree, parent: _Entry, entries: list[_Entry]) -> None:
    """The children of a folder as a tree that leans to one side; a short name comes first, whatever its case."""
    names = sorted(tree, key=lambda name: (len(name), name.upper()))
    first = len(entries)
    own = [_Entry(name, 2 if isinstance(tree[name], bytes) else 1) for name in names]
    entries += own
    parent.child = first if own else _FREE
    for place, entry in enumerate(own):
        entry.right = first + place + 1 if place + 1 < len(own) else _FREE
        content = tree[entry.name]
        if isinstance(content, bytes):
            entry.content = content
        else:
            _lay(content, entry, entries)


def _put(body: bytearray, chain: list[int], content: bytes, size: int, filler: bytes = b"\0") -> int:
    start, sectors = len(chain), -(-len(content) // size)
    body += content.ljust(sectors * size, filler)
    chain += [*range(start + 1, start + sectors), _END]
    return start


def _written(entry: _Entry, start: int) -> bytes:
    name = f"{entry.name}\0".encode("utf-16-le")
    head = name.ljust(64, b"\0") + struct.pack("<HBB3I", len(name), entry.kind, 1, _FREE, entry.right, entry.child)
    return head + bytes(16 + 4 + 16) + struct.pack("<IQ", start, len(entry.content))
