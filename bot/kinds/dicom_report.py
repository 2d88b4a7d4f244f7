"""A report in DICOM's own form (Structured Reporting, PS3.3 C.17.3): what a radiologist wrote, as titles and words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from bot.kinds.blocks import Block, Heading, Pairs, Text, words

REPORT = re.compile(rb"1\.2\.840\.10008\.5\.1\.4\.1\.1\.88\.(?:11|22|33|34|35)(?![\d.])")
"""Basic Text, Enhanced, Comprehensive and Extensible; not what machines keep of doses, marks and chosen images."""
_MOST_DEEP = 6
_MOST_ITEMS = 2_000
_MOST_BESIDE = 3
"""Words that stand beside their label; more stand below it."""
_SAID_BY = {"TEXT": "TextValue", "DATE": "Date", "TIME": "Time", "DATETIME": "DateTime", "PNAME": "PersonName"}


def blocks_of(data: bytes) -> tuple[Block, ...]:
    """What a report says; nothing if it is none, or says nothing."""
    from pydicom import dcmread

    found: list[Block] = []
    with suppress(Exception):  # pydicom raises anything on odd bytes
        report = dcmread(io.BytesIO(data), force=True)
        for block in _said(report, 1, [_MOST_ITEMS]):
            found.append(block)
    return tuple(found) if any(not isinstance(each, Heading) for each in found) else ()


def _said(item: Any, level: int, left: list[int]) -> Iterator[Block]:
    left[0] -= 1
    if left[0] < 0 or level > _MOST_DEEP:
        return
    name, value = _name(item), _value(item)
    if item.get("ValueType") == "CONTAINER":
        if name:
            yield Heading(words(name), level)
    elif name and 0 < len(value.split()) <= _MOST_BESIDE:
        yield Pairs(((words(name), words(value)),))
    elif value:
        if name:
            yield Heading(words(name), min(level, _MOST_DEEP))
        yield Text(words(value))
    for inner in item.get("ContentSequence") or ():
        yield from _said(inner, level + 1, left)


def _name(item: Any) -> str:
    return _meaning(item, "ConceptNameCodeSequence")


def _meaning(item: Any, name: str) -> str:
    codes = item.get(name) or ()
    return str(codes[0].get("CodeMeaning") or "").strip() if codes else ""


def _value(item: Any) -> str:
    kind = item.get("ValueType")
    if kind == "CODE":
        return _meaning(item, "ConceptCodeSequence")
    if kind == "NUM":
        measured = (item.get("MeasuredValueSequence") or (None,))[0]
        if measured is None:
            return ""
        units = measured.get("MeasurementUnitsCodeSequence") or ()
        unit = str(units[0].get("CodeValue") or "") if units else ""
        number = measured.get("NumericValue")
        shown = "" if number is None else str(number)
        return f"{shown} {unit}".strip() if unit != "1" else shown
    said = item.get(_SAID_BY.get(str(kind), "")) if kind in _SAID_BY else None
    return "" if said is None else str(said).strip()
