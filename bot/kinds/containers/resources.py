"""Records that an export gives as hundreds of small files of one entry each (FHIR): together they are one paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from bot.kinds.containers.entries import Entry, Shut
from dialogs.receiving.sent import TELEGRAM_LIMIT

FEWEST = 3
"""Files of one folder that are put together."""
_MARK = b'"resourceType"'


def together(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those of one folder that hold a resource each as one file with a line for each (NDJSON)."""
    folders: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if _is_resource(entry):
            folders[entry.path.rpartition("/")[0]].append(entry)
    many = {folder: found for folder, found in folders.items() if len(found) >= FEWEST}
    joined = {each.place for found in many.values() for each in found}
    made = [_one(folder, found) for folder, found in many.items()]
    return [*(each for each in entries if each.place not in joined), *made]


def _is_resource(entry: Entry) -> bool:
    head = (entry.head or b"").lstrip(b"\xef\xbb\xbf \t\r\n")
    return entry.path.lower().endswith(".json") and head.startswith(b"{") and _MARK in head


def _one(folder: str, found: Sequence[Entry]) -> Entry:
    name = folder.rpartition("/")[2] or "records"
    path = f"{folder}/{name}.ndjson" if folder else f"{name}.ndjson"
    return Entry(f"{found[0].place}-", path, sum(each.size for each in found), partial(_lines, found), found[0].head)


def _lines(found: Sequence[Entry]) -> bytes:
    lines, size = list[bytes](), 0
    for entry in found:
        # A line break in JSON is white space: within words it is written as a sign of its own (RFC 8259, 7).
        lines.append(b" ".join(entry.read().removeprefix(b"\xef\xbb\xbf").splitlines()))
        size += len(lines[-1]) + 1
        if size > TELEGRAM_LIMIT:
            raise Shut("over_limit")
    return b"\n".join([*lines, b""])
