"""What readers of files without pages have found, as a test compares it."""

from __future__ import annotations

from bot.kinds.blocks import Manuscript, Table, plain, sections
from bot.kinds.every import examine
from bot.kinds.findings import Finding


def contents(read: object, data: bytes) -> Manuscript:
    found = read(data)  # type: ignore[operator]
    assert isinstance(found, Manuscript)
    return found


def told(found: Manuscript) -> str:
    return "\n".join(sections(found.blocks))


def tables(found: Manuscript) -> list[list[list[str]]]:
    return [[[plain(cell) for cell in row] for row in block.rows] for block in found.blocks if isinstance(block, Table)]


def last(data: bytes) -> Finding:
    return list(examine(data))[-1]
