"""What Apple's Health app exports (export.xml): which records it has from which hospital, and what it has measured.

A watch measures a hundred thousand times: what was measured, how often and between which days is shown, not each value.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from bot.kinds.apple_measures import MOST_KINDS, ROOT, TIMES, UNTIL, without_single_values
from bot.kinds.blocks import Block, Heading, Manuscript, Pairs, Table, named, words
from bot.kinds.days_for_machines import shown_day
from bot.kinds.findings import Finding
from bot.kinds.kind import Setting
from bot.kinds.kinds import Kind
from bot.kinds.strict_xml import NotXml, each_element
from bot.kinds.worded import Torn, worded
from dialogs.case.facts import Facts

if TYPE_CHECKING:
    from bot.kinds.leaves import Leaves

_LOOKED_AT = 64 << 10
MOST_RECORDS = 2_000
_END = b"</HealthData>"
_TYPE = re.compile(r"^HK(?:Quantity|Category|Data|Correlation|Clinical)?Type(?:Identifier)?")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def read(data: bytes) -> Manuscript | None:
    """A summary of the export; None if it is none. Raises `Torn`."""
    if ROOT not in data[:_LOOKED_AT]:
        return None
    found = _Export()
    try:
        for name, attributes in each_element(io.BytesIO(data), allows_doctype=True):
            found.take(name, attributes)
    except NotXml:
        raise Torn from None
    lost = frozenset({"measures"} if found.counts else ())
    facts = Facts(born=found.born if len(found.born) == 10 else "")
    return Manuscript(tuple(found.blocks()), lost, facts=facts)  # type: ignore[arg-type]


@dataclass
class _Export:
    made: str = ""
    born: str = ""
    records: list[tuple[str, str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    spans: dict[str, tuple[str, str]] = field(default_factory=dict)
    more_records: int = 0

    def take(self, name: str, attributes: dict[str, str]) -> None:
        if name == "ExportDate":
            self.made = shown_day(attributes.get("value", "")[:10])
        elif name == "Me":
            born = (value for key, value in attributes.items() if key.endswith("DateOfBirth"))
            self.born = shown_day(next(born, "")[:10])
        elif name == "ClinicalRecord":
            record = (_spoken(attributes.get("type", "")), attributes.get("sourceName", ""))
            if len(self.records) < MOST_RECORDS:
                self.records.append((*record, shown_day(attributes.get("receivedDate", "")[:10])))
            else:
                self.more_records += 1
        elif name in ("Record", "Workout", "ActivitySummary", "Audiogram", "VisionPrescription"):
            days = (shown_day(attributes.get(each, "")[:10]) for each in ("startDate", UNTIL))
            times = attributes.get(TIMES, "")
            self._count(attributes.get("type") or name, tuple(filter(None, days)), _number(times))

    def _count(self, kind: str, days: tuple[str, ...], times: int) -> None:
        if kind not in self.counts and len(self.counts) >= MOST_KINDS:
            kind = "Record"
        self.counts[kind] += times
        if days:
            known = (*self.spans.get(kind, days), *days)
            self.spans[kind] = (min(known), max(known))

    def blocks(self) -> Iterator[Block]:
        yield Heading(words("Apple Health"))
        told = (("born", self.born), ("made", self.made))
        if pairs := tuple((named(key), words(value)) for key, value in told if value):
            yield Pairs(pairs)
        if self.records:
            yield Heading(named("records"))
            rows = [tuple(map(words, record)) for record in self.records]
            if self.more_records:
                rows.append((words(f"+ {self.more_records}"), (), ()))
            yield Table((tuple(map(named, ("record", "from", "day"))), *rows), 1)
        if self.counts:
            yield Heading(named("measured"))
            measured = (
                (words(_spoken(kind)), words(str(count)), words(" – ".join(dict.fromkeys(self.spans.get(kind, ())))))
                for kind, count in sorted(self.counts.items())
            )
            yield Table((tuple(map(named, ("what", "how_often", "day"))), *measured), 1)


def _number(times: str) -> int:
    """How many values an entry stands for; one, as Apple writes it."""
    return int(times) if times.isascii() and times.isdigit() and len(times) < 10 else 1


def _spoken(kind: str) -> str:
    """ "HKQuantityTypeIdentifierHeartRate" as "Heart Rate"."""
    return _CAPITAL.sub(" ", _TYPE.sub("", kind))


_IN_MEMORY = worded("apple_health", read)


def examine_large(file: BinaryIO, size: int, kind: Kind) -> Iterator[Finding]:
    """The export of many years, which no memory holds: what was measured is summed up while it is read."""
    if ROOT not in file.read(_LOOKED_AT):
        yield Finding("unknown_kind", "unknown")
        return
    file.seek(max(0, size - _LOOKED_AT))
    if not file.read().rstrip().endswith(_END):  # a summary would look whole where the file is cut off
        yield Finding("unreadable", kind)
        return
    yield from _IN_MEMORY.examine(_summed_up(file), kind)


def leaves(data: bytes | BinaryIO, setting: Setting, drawn: Collection[int]) -> Leaves:
    """The pages of its summary."""
    made: Leaves = _IN_MEMORY.leaves(data if isinstance(data, bytes) else _summed_up(data), setting, drawn)
    return made


@lru_cache(maxsize=1)
def _summed_up(file: BinaryIO) -> bytes:
    """Once for who looks at a file and then packs it: two gigabytes take a minute or two."""
    file.seek(0)
    return without_single_values(file)


KIND = replace(_IN_MEMORY, leaves=leaves, examine_large=examine_large)
