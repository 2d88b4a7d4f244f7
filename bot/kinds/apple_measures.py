"""The export of a whole life with a watch, without its single values: a million of them say only how many, and of when.

What Apple's Health app writes is read piece by piece, so that no more of it is held than a summary has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from xml.sax.saxutils import quoteattr

ROOT = b"<HealthData"
MOST_KINDS = 500
MOST_RECORDS = 2_001
TIMES, UNTIL = "ofThese", "untilDay"
"""Attributes of ours: how many values one entry stands for, and the day of the last."""
_PIECE = 1 << 20
_LONGEST = 16 << 10
"""Bytes of one entry; a longer one is passed over."""
_ENTRY = re.compile(
    rb"<(?:(Record|Workout|ActivitySummary|Audiogram|VisionPrescription)|ClinicalRecord|ExportDate|Me)\s"
    rb"(?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*+>"
)
_TYPE = re.compile(rb'\stype="([^"<>&]{1,100})"')
_DAY = re.compile(rb'\sstartDate="(\d{4}-\d\d-\d\d)')


def without_single_values(file: IO[bytes]) -> bytes:
    """An export of the same form, in which one entry stands for all values of a kind."""
    kept: list[bytes] = []
    spans: dict[tuple[bytes, bytes], tuple[int, bytes, bytes]] = {}
    for entry in _entries(file):
        if not (name := entry[1]):
            if len(kept) < MOST_RECORDS:
                kept.append(entry[0] if entry[0].endswith(b"/>") else entry[0][:-1] + b"/>")
            continue
        found = _TYPE.search(entry[0])
        kind = (name, found[1] if found else b"")
        if kind not in spans and len(spans) >= MOST_KINDS:
            kind = (b"Record", b"")
        times, first, last = spans.get(kind, (0, b"", b""))
        day = _DAY.search(entry[0])
        if day:
            first, last = min(first or day[1], day[1]), max(last, day[1])
        spans[kind] = (times + 1, first, last)
    values = [
        f'<{name.decode()} type={quoteattr(kind.decode("utf-8", "replace"))} startDate="{first.decode()}" '
        f'{UNTIL}="{last.decode()}" {TIMES}="{times}"/>'.encode()
        for (name, kind), (times, first, last) in spans.items()
    ]
    return b"\n".join((b'<?xml version="1.0" encoding="UTF-8"?>', ROOT + b">", *kept, *values, b"</HealthData>"))


def _entries(file: IO[bytes]) -> Iterator[re.Match[bytes]]:
    rest = b""
    while piece := file.read(_PIECE):
        text, end = rest + piece, 0
        for entry in _ENTRY.finditer(text):
            yield entry
            end = entry.end()
        rest = text[max(end, len(text) - _LONGEST) :]
