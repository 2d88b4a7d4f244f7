"""What lies in a PDF that only holds other files (a portfolio: ISO 32000-1, 12.3.5); its own page only says so."""

from __future__ import annotations

from functools import partial

from bot.kinds.archive import MOST_UNPACKED, Refused
from bot.kinds.containers.entries import Entry
from bot.kinds.findings import Finding
from bot.kinds.kinds import HEAD_BYTES
from bot.kinds.opening import opened


def entries(data: bytes) -> list[Entry]:
    """The files in it, in the order of their names. Raises `Refused`."""
    found: list[Entry] = []
    size = 0
    for number, each in enumerate(opened(data).reader.attachment_list):
        content = bytes(each.content)
        size += len(content)
        if size > MOST_UNPACKED:
            raise Refused(Finding("over_limit", "portfolio"))
        name = each.alternative_name or each.name
        found.append(Entry(str(number), name, len(content), partial(bytes, content), content[:HEAD_BYTES]))
    return found
